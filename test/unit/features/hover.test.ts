import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver-types';
import { hover } from '../../../server/src/features/hover';
import { Note } from '../../../server/src/workspace/note';
import { Notes } from '../../../server/src/workspace/notes';
import { marked } from '../../support/marks';
import { asked, shownPlace, type Workspace } from '../../support/notes';

/** `‸` is where the mouse is, `⟦…⟧` stands around what is hovered; `expected` is the Markdown, a line each. */
function check(source: string, ...expected: string[]) {
  const { text, cursor, ranges } = marked(source);
  const note = new Note('file:///note', text);
  const { lines } = note.tree;
  const found = hover(new Notes(), note, lines.position(cursor));
  const [range] = ranges;
  assert.deepEqual(
    found,
    range && { range: lines.positions(range), contents: { kind: 'markdown', value: expected.join('\n\n') } },
  );
}

/** The Markdown over the one citation of a text. */
function markdownOver(text: string): string {
  const note = new Note('file:///note', text);
  const [only] = note.citations;
  assert.ok(only, text);
  const found = hover(new Notes(), note, note.tree.lines.position(only.citation.range.start));
  return found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value : '';
}

describe('hover', () => {
  it('tells an arXiv paper with its pages', () => {
    const links = '[Landing page](<https://arxiv.org/abs/2107.03374>) · [PDF](<https://arxiv.org/pdf/2107.03374>)';
    check('see ⟦https://arxiv.org/‸abs/2107.03374⟧ now', '**arXiv 2107\\.03374**', links);
    check('claim: x\ncite: ⟦arXiv:2107.‸03374⟧', '**arXiv 2107\\.03374**', links);
    check(
      '⟦https://arxiv.org/pdf/2212.09251v1.pdf‸⟧',
      '**arXiv 2212\\.09251 v1**',
      '[Landing page](<https://arxiv.org/abs/2212.09251v1>) · [PDF](<https://arxiv.org/pdf/2212.09251v1>)',
    );
  });

  it('tells a DOI with its landing page', () => {
    check('> ⟦doi:10.1000/1‸82⟧', '**DOI 10\\.1000\\/182**', '[Landing page](<https://doi.org/10.1000/182>)');
  });

  it('tells the host of any other page', () => {
    check('⟦‸https://example.org/a_b?c=d⟧', '**example\\.org**', '[Landing page](<https://example.org/a_b?c=d>)');
  });

  it('says why something is no reference', () => {
    assert.match(markdownOver('arXiv:2113.03374'), /^Not a link to a paper: .*month 13.*\.$/);
    assert.match(markdownOver('https://arxiv.org.evil.com/abs/2107.03374'), /arxiv\\\.org\\\.evil\\\.com/);
  });

  it('answers at either end of a citation, and nowhere else', () => {
    const about = ['**example\\.org**', '[Landing page](<https://example.org/>)'];
    check('see ⟦‸https://example.org/⟧ now', ...about);
    check('see ⟦https://example.org/‸⟧ now', ...about);
    checkNone('see‸ https://example.org/');
    checkNone('https://example.org/ ‸now');
    checkNone('‸');
    checkNone('`https://exam‸ple.org/` <!-- https://example.org/ -->');
  });

  it('finds the right one of many', () => {
    const text = Array.from({ length: 100 }, (_, i) => `https://example.org/${i}`).join('\n');
    const note = new Note('file:///note', text);
    for (const line of [0, 1, 50, 99]) {
      assert.deepEqual(hover(new Notes(), note, { line, character: 3 })?.range?.start, { line, character: 0 });
    }
  });

  it('lets no text of a note become Markdown', () => {
    const hostile = [
      'https://example.org/">)[x](command:evil)',
      'https://example.org/](command:evil)',
      'https://example.org/>)%0a[x](command:evil)',
      'https://example.org/\\>)[x](<command:evil>)',
      'https://[x](command:evil)@arxiv.org/abs/2107.03374',
      'https://arxiv.org.**evil**.com/`x`',
      'doi:10.1000/<img src=x>',
      'doi:10.1000/**x**_[y](z)_',
      'doi:10.1000/![x](https://evil.example/y)',
      'arXiv:<b>2107</b>.03374',
    ];
    for (const text of hostile) {
      const cited = new Note('file:///note', text).citations.length;
      if (cited > 0) assertInert(markdownOver(text), text);
    }
    assert.ok(hostile.filter((text) => new Note('file:///note', text).citations.length > 0).length > 6);
  });
});

function valueIn(found: Hover | null): string {
  assert.ok(found && typeof found.contents === 'object' && 'value' in found.contents);
  return found.contents.value;
}

function checkNone(source: string) {
  const { text, cursor } = marked(source);
  const note = new Note('file:///note', text);
  assert.equal(hover(new Notes(), note, note.tree.lines.position(cursor)), null);
}

/** Apart from the bold name and our own links, everything that could mean something to Markdown is escaped. */
function assertInert(markdown: string, text: string) {
  const rest = markdown
    .replace(/\[(?:Landing page|PDF)\]\(<https:\/\/[^<>\s\\]+>\)/g, '')
    .replace(/^\*\*(.*)\*\*/, '$1')
    .replace(/^Not a link to a paper:/, '')
    .replace(/\\[!-/:-@[-`{-~]/g, '');
  assert.doesNotMatch(rest, /[\\`*_{}[\]()<>#+!|~&:@]/, text);
}

describe('the hover on a reference', () => {
  /** The plain words over `‸`. */
  const words = (workspace: Workspace) => {
    const { service, uri, position, ranges } = asked(workspace);
    const found = service.hover(uri, position, false);
    assert.deepEqual(found?.range ? [shownPlace(uri, found.range)] : [], ranges);
    return found ? valueIn(found).split('\n\n') : [];
  };

  it('shows the statement that is meant, of this note or another', () => {
    assert.deepEqual(words({ a: 'claim #x (Ada): Words.\nrebuttal -> ⟦#‸x⟧: B' }), [
      'Claim by Ada (a, line 1)',
      'Words.',
      'Rebutted by the rebuttal (line 2), which nothing answers.',
      '1 rebuttal',
    ]);
    assert.deepEqual(words({ a: 'prose [[⟦b‸#x⟧]]', b: '\nquestion #x: Words?' }), ['Question (b, line 2)', 'Words?']);
  });

  it('is none where it leads nowhere, and is that of the statement on its own id', () => {
    assert.deepEqual(words({ a: 'prose [[#‸x]]' }), []);
    assert.deepEqual(words({ a: '⟦claim #x‸:⟧ A' }), ['Stands: nothing attacks it.']);
  });

  it('lets no text of a note become Markdown', () => {
    const { service, uri, position } = asked({
      a: 'claim #x (*Ada* [x]): <b>**bold**</b> ![x](https://evil.example)\nrebuttal -> #‸x: B',
    });
    const value = valueIn(service.hover(uri, position));
    assertInert(
      value.replace(
        /\(\[a, line 1\]\(<[^<>]*>\)\)|\[the rebuttal[^\]]*\]\(<[^<>]*>\)|^> |\*\*(?:Claim|Rebutted)\*\*/gm,
        '',
      ),
      value,
    );
  });
});

describe('the hover on a statement', () => {
  it('counts the replies and citations', () => {
    const { service, uri, position } = asked({
      a: 'cl‸aim #x: A, by arXiv:2107.03374\n  support: B\n  question: C\n  cite: a book',
      b: 'support -> a#x: D',
    });
    const value = valueIn(service.hover(uri, position, false));
    assert.match(value, /^Stands: .*\n\n2 supports · 1 question · 2 citations$/);
  });

  it('counts them for questions, too, which have no label', () => {
    const { service, uri, position } = asked({ a: 'quest‸ion: A\n  answer: B' });
    assert.deepEqual(service.hover(uri, position, false)?.contents, { kind: 'plaintext', value: '1 answer' });
  });
});

describe('the hover on a quotation', () => {
  const said = 'Nobody pays a judge for having been persuaded by the better speaker of the two';

  function checkHover(workspace: Workspace, markdown: boolean, ...expected: readonly string[]) {
    const { service, uri, position, ranges } = asked(workspace);
    const found = service.hover(uri, position, markdown);
    assert.deepEqual(found?.range ? [shownPlace(uri, found.range)] : [], ranges);
    assert.deepEqual(valueIn(found).split('\n\n'), expected);
  }

  it('says whose words it has, where they stand, and whether they stand', () => {
    checkHover(
      { a: `x\n\n> ⟦${said.slice(0, 9)}‸${said.slice(9)}⟧.`, b: `claim: y\n  rebuttal (Ada): ${said}, I think.` },
      true,
      '**Quotes** the rebuttal by Ada ([b, line 2](<file:///notes/b.debate#L2>)), word for word',
      `> ${said}, I think\\.`,
      '**Stands**: nothing attacks it\\.'.replace('\\', ''),
    );
    checkHover({ a: `${said}.\n\n“⟦${said}‸⟧”` }, false, 'Quotes a passage (a, line 1), word for word');
  });

  it('shows in what words it differs', () => {
    const wrong = 'Somebody pays one judge for having been persuaded by the speaker of the two';
    const workspace = { a: `Well, ${said}.\n\n> ⟦‸${wrong}⟧.` };
    checkHover(
      workspace,
      true,
      '**Quotes** a passage ([a, line 1](<file:///notes/a.debate#L1>)), 82 % alike',
      '> ~~Nobody~~ **Somebody** pays ~~a~~ **one** judge for having been persuaded by the ~~better~~ speaker of the two',
    );
    checkHover(
      workspace,
      false,
      'Quotes a passage (a, line 1), 82 % alike',
      '[-Nobody-] {+Somebody+} pays [-a-] {+one+} judge for having been persuaded by the [-better-] speaker of the two',
    );
  });

  it('shows of a long one what stands around the words that differ', () => {
    const long = Array.from({ length: 120 }, (_, i) => `word${i}`);
    const { service, uri, position } = asked({
      a: `${long.join(' ')}\n\n> ‸${long.map((word, i) => (i === 40 || i === 90 ? 'other' : word)).join('\n> ')}`,
    });
    const value = valueIn(service.hover(uri, position, false));
    assert.match(value, /\n\n….{80}\[-word40-\] \{\+other\+\}.{80}….{80}\[-word90-\] \{\+other\+\}.{80}…$/);
  });

  it('is that of a citation or a reference where one stands in it', () => {
    const text = `“${said} as [[#‸x]] says”`;
    const { service, uri, position } = asked({ a: `claim #x: ${said}.\n\n${text}` });
    assert.match(valueIn(service.hover(uri, position, false)), /^Claim \(a, line 1\)/);
  });

  it('lets no text of a note become Markdown', () => {
    const hostile = said.replace('judge', 'judge <b>**x**</b> ![x](https://evil.example)');
    const { service, uri, position } = asked({
      a: `claim (*Ada*): ${hostile}\n\n> ‸${hostile.replace('better', '~~*best*~~').replace('pays', '`pay`')}`,
    });
    const value = valueIn(service.hover(uri, position));
    assertInert(
      value
        .replace(/\(\[a, line 1\]\(<[^<>]*>\)\)|^> |^\*\*(?:Stands\*\*:|Quotes\*\*)/gm, '')
        .replace(/~~(?<taken>[^~*]*)~~|\*\*(?<put>[^*]*?)\*\*/g, '$<taken>$<put>'),
      value,
    );
  });
});
