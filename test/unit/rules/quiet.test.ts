import assert from 'node:assert/strict';
import { serviceWith, uriOf } from '../../support/notes';

/**
 * A thread as a forum gives it: names with dates and votes, greetings, quotations with marks, lists, sentences that
 * begin with keywords, quotation marks that are never closed, links, and a post that was pasted twice.
 */
const POST = `The claim: that training on traces makes a model honest has been made before, and nobody who made it has said so far
what would count against it. Support for it, as far as I can see, comes from two small studies of one family.`;

const THREAD = `
Does training on explanations make models honest?
by marrow 14 Nov 2026 · 31 comments · Frontpage

${POST}

marrow  2d  12  0

> Claims like that one are cheap.
> “A study would have to show that the model

- Support from users matters (see below).
- Rebuttal period: ends on Friday at 17:00
* claim (noun) 1. a demand
1. Question everything!
Answer me this — who reads the traces?
cite or it did not happen
Concession stand jokes aside, http://arxiv.org/pdf/2107.03374v1.pdf is the better paper, and arXiv:2113.01234 is none.
---
-- 
@quill [-]  1d  5  -2
Agreed :) <!-- said nobody
\`\`\`
x = [1, 2
--->
===

reply to marrow:
${POST}

title: not front matter
#1 on the list, (Ada) and -> arrows; see [[notes]] & <b>HTML</b> …
`;

describe('a thread without a keyword', () => {
  it('has its repeats found, and its citations that lead nowhere, and nothing else', () => {
    const findings = serviceWith([[uriOf('thread'), THREAD]]).linter.findings(uriOf('thread'));
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['malformed-citation', 'duplicate-passage'],
    );
  });
});

/** Replies that quote as people do: with a name, in pieces, cut short, with what was left out, in other marks. */
const QUOTING = `
${POST}

It isn't the traces that make a model honest[1]; it is that somebody reads them, and that the model learns from the reading what it may say.

quill  1d

> The claim: that training on traces makes a model honest has been made before
No doubt.
> Support for it, as far as I can see, comes from two small studies…
Three, I think.

marrow wrote:
> quill: It isn’t the traces that make a model honest; it is that *somebody* reads them
>
> ...and that the model learns from the reading what it may say.

You say “[the] model learns from the reading what it may say”, and "It isn't the traces that make a model honest [...] it is that somebody reads them, and that the model learns [from us] what it may say."

>> nobody who made it has said so far
>> what would count against it
> Agreed!

On 14 Nov 2026, marrow wrote:
> The claim […] has been made before, and nobody who made it has said (so far) what would count against it. (emphasis mine)
`;

describe('a thread whose replies quote each other', () => {
  it('misquotes nobody, and repeats nothing', () => {
    const service = serviceWith([[uriOf('thread'), QUOTING]]);
    assert.deepEqual(
      service.linter.findings(uriOf('thread')).map(({ message }) => message),
      [],
    );
  });
});
