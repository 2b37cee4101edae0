import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { debateNotes } from '../../../client/src/preview/markdownPlugin';
import { noteMarkdown, type PreviewStatement } from '../../../client/src/preview/noteMarkdown';
import { LanguageService } from '../../../server/src/service';

const NOTE = 'file:///notes/a.debate';

/** What the server says of a text. */
function statementsOf(text: string): readonly PreviewStatement[] {
  const service = new LanguageService(null);
  service.setNote(NOTE, text, 1);
  return service.argumentMap(NOTE, false)?.statements ?? [];
}

/** The marks are characters of private use: shown as ‹0›. */
function tree(text: string): string {
  return noteMarkdown(text, statementsOf(text)).replace(/\uE000(\d+)\uE001/g, '‹$1›');
}

describe('a note as Markdown', () => {
  function check(text: string, expected: string) {
    assert.equal(tree(text), expected);
    assert.equal(expected.split('\n').length, text.split('\n').length, 'every line stays where it is');
  }

  it('has a list item for each statement, as deep as it stands', () => {
    check('claim #a (Ada): x\n    rebuttal (Ben) -> #a: y\n      cite: z', '- ‹0›x\n  - ‹1›y\n    - ‹2›z');
  });

  it('keeps the words of a statement with it, and prose apart', () => {
    check('claim: x\n        and more\n\n# Heading\n\nprose', '- ‹0›x\n  and more\n\n# Heading\n\nprose');
  });

  it('takes bullets for what they are', () => {
    check('- claim: x\n  - support: y', '- ‹0›x\n  - ‹1›y');
  });

  it('leaves alone what is no longer where it was', () => {
    const statements = statementsOf('claim: x\n');
    assert.equal(noteMarkdown('new line\nclaim: x\n', statements), 'new line\nclaim: x\n');
    assert.equal(noteMarkdown('', statements), '');
  });
});

describe('the preview of a note', () => {
  function html(text: string, isKnown = true): string {
    const md = debateNotes(new MarkdownIt({ html: true }) as never, () => (isKnown ? statementsOf(text) : undefined));
    return (md as unknown as MarkdownIt).render(text);
  }

  it('shows kind, speaker, id and label', () => {
    const shown = html('claim #a (Ada): **x**\n  rebuttal (Ben): y');
    assert.match(
      shown,
      /<span class="debate-kind debate-claim">Claim<\/span> <span class="debate-speaker">Ada<\/span> <span class="debate-id">#a<\/span> <span class="debate-label debate-rebutted">rebutted<\/span> <strong>x<\/strong>/,
    );
    assert.match(shown, /<ul>[\s\S]*<ul>[\s\S]*debate-rebuttal/);
  });

  it('makes no markup of what a speaker is called', () => {
    assert.ok(!html('claim (<img src=x>): y').includes('<img src=x>)'));
    assert.match(html('claim (A<b>"): y'), /A&lt;b>&quot;/);
  });

  it('leaves other Markdown alone, private characters too', () => {
    assert.equal(html('claim: x \uE0000\uE001', false), '<p>claim: x \uE0000\uE001</p>\n');
    assert.equal(html('prose \uE0007\uE001'), '<p>prose \uE0007\uE001</p>\n');
  });
});
