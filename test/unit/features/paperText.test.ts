import assert from 'node:assert/strict';
import { hover } from '../../../server/src/features/hover';
import { Note } from '../../../server/src/workspace/note';
import { Notes } from '../../../server/src/workspace/notes';
import type { LookedUp } from '../../../server/src/workspace/paperKnowledge';
import { type Files, lookedUp, paper } from '../../support/citing';
import { markedNotes, uriOf, type Workspace } from '../../support/notes';

const PEREZ =
  '@misc{chen2021,\n  title = {Evaluating {Large} Language Models}}\n\n@inproceedings{perez2022,\n' +
  '  author = {Perez, Ethan and Ringer, Sam},\n  title = {Discovering Behaviors},\n  booktitle = {Findings of ACL},\n' +
  '  year = 2022,\n  eprint = {2212.09251},\n  abstract = {As models scale, they develop many novel behaviors.}\n}\n';
const LINKS = 'Landing page: https://arxiv.org/abs/2212.09251\nPDF: https://arxiv.org/pdf/2212.09251';
const PAPER = [
  'Discovering Behaviors\nEthan Perez and Sam Ringer · 2022 · Findings of ACL',
  LINKS,
  'As models scale, they develop many novel behaviors.',
];
const ENTRY = '@perez2022 in refs.bib, line 4';

/** What is shown over `‸`, a paragraph each; the hovered range is between `⟦…⟧`. */
function shown(workspace: Workspace, files: Files, indexes: LookedUp | null = null, markdown = false): string[] {
  const notes = new Notes();
  notes.papers.lookedUp = indexes;
  const { texts, ranges } = markedNotes(
    Object.fromEntries(Object.entries(workspace).map(([name, text]) => [name, text.replace('‸', '')])),
  );
  for (const [uri, text] of texts) notes.set(uri, text);
  for (const [name, text] of Object.entries(files)) notes.bibliographies.set(`file:///notes/${name}`, text);
  const [name = '', source = ''] = Object.entries(workspace).find(([, text]) => text.includes('‸')) ?? [];
  const note = notes.get(uriOf(name));
  assert.ok(note);
  const cursor = source.replace(/[⟦⟧]/g, '').indexOf('‸');
  const found = hover(notes, note, note.tree.lines.position(cursor), markdown);
  assert.deepEqual(found?.range, ranges[0] && note.tree.lines.positions(ranges[0].range));
  return found && typeof found.contents === 'object' && 'value' in found.contents
    ? found.contents.value.split('\n\n')
    : [];
}

function check(workspace: Workspace, files: Files, ...expected: string[]) {
  assert.deepEqual(shown(workspace, files), expected);
}

describe('the hover on a citation key', () => {
  it('tells what its entry says, and where the entry stands', () => {
    check({ a: 'claim: A\n  cite: ⟦@per‸ez2022⟧' }, { 'refs.bib': PEREZ }, ...PAPER, ENTRY);
    check({ a: 'cite: ⟦@{perez2022}‸⟧ — shows it' }, { 'refs.bib': PEREZ }, ...PAPER, ENTRY);
  });

  it('is that of each key of a group, over lines too', () => {
    check({ a: 'see [e.g. @chen2021, p. 3;\n-⟦@pe‸rez2022⟧; @x] here' }, { 'refs.bib': PEREZ }, ...PAPER, ENTRY);
    check(
      { a: 'claim: A [⟦@chen‸2021⟧;\n  @perez2022]' },
      { 'refs.bib': PEREZ },
      'Evaluating Large Language Models',
      '@chen2021 in refs.bib, line 1',
    );
  });

  it('says that no bibliography has it, and which keys are near', () => {
    check(
      { a: 'cite: ⟦@perez‸2023⟧' },
      { 'refs.bib': PEREZ },
      '@perez2023',
      'No bibliography of this note has this key. Near to it: @perez2022.',
    );
    check({ a: 'cite: ⟦@perez‸2023⟧' }, {}, '@perez2023', 'This note has no bibliography.');
  });

  it('is none on the name of somebody who takes part', () => {
    check({ a: '---\nparticipants: [perez2022]\n---\nprose [@perez‸2022]' }, { 'refs.bib': PEREZ });
  });
});

describe('the hover on an identifier', () => {
  it('tells what a bibliography says of the paper, with the pages of the version that is cited', () => {
    check(
      { a: 'claim: A\n  cite: ⟦arXiv:2212.0‸9251v2⟧' },
      { 'refs.bib': PEREZ },
      PAPER[0] as string,
      LINKS.replaceAll('09251', '09251v2'),
      PAPER[2] as string,
      `arXiv 2212.09251 v2 · ${ENTRY}`,
    );
  });

  it('finds it by ids that stand in other fields', () => {
    const entry = (field: string) => `@misc{x, title = {T}, year = 2021, ${field}}`;
    for (const field of ['journal = {arXiv preprint arXiv:2107.03374}', 'note = {arXiv:2107.03374v1 [cs]}']) {
      const [name] = shown({ a: 'see ⟦https://arxiv.org/pdf/2107.0‸3374⟧' }, { 'refs.bib': entry(field) });
      assert.match(name ?? '', /^T\n2021/, field);
    }
    const [name] = shown({ a: 'see ⟦https://doi.org/10.1000/1‸82⟧' }, { 'refs.bib': entry('doi = {10.1000/182}') });
    assert.equal(name, 'T\n2021');
  });
});

describe('the hover on a paper that was looked up', () => {
  const known = {
    'arxiv:2107.03374': paper({ title: 'Looked up', authors: [{ family: 'Chen', given: 'M' }], year: 2021 }),
  };

  it('tells what the index said', () => {
    assert.deepEqual(shown({ a: 'cite: ⟦arXiv:2107.033‸74⟧' }, {}, lookedUp(known)).slice(0, 1), [
      'Looked up\nM Chen · 2021',
    ]);
  });

  it('tells what the index said of what the entry of a key calls it, where the entry is silent', () => {
    const files = { 'refs.bib': '@misc{x, year = 1999, eprint = {2107.03374}}' };
    assert.deepEqual(shown({ a: 'cite: ⟦@‸x⟧' }, files, lookedUp(known)).slice(0, 1), ['Looked up\nM Chen · 1999']);
  });

  it('says why nothing is known, and how to switch look-ups on', () => {
    const why = (indexes: LookedUp, cited: string) => shown({ a: `cite: ⟦‸${cited}⟧` }, {}, indexes).at(-1);
    assert.equal(why(lookedUp({}), 'doi:10.1000/182'), 'It is being looked up.');
    assert.equal(why(lookedUp({}), 'doi:10.1000/gone'), 'It is gone.');
    assert.match(why(lookedUp({}, false), 'doi:10.1000/182') ?? '', /is off\. The command Debate Notes: Look Up All/);
    assert.doesNotMatch(why(lookedUp({}, false), 'https://example.org/') ?? '', /off/);
  });

  it('looks up what is not known of what is looked at, and nothing else', () => {
    const files = { 'refs.bib': `${PEREZ}@misc{x, title = {T}, doi = {10.1000/182}}` };
    const noticed = (cited: string) => {
      const indexes = lookedUp({});
      shown({ a: `cite: ⟦‸${cited}⟧; arXiv:2002.00001` }, files, indexes);
      return indexes.noticed;
    };
    assert.deepEqual(noticed('arXiv:2107.03374'), ['arxiv:2107.03374']);
    assert.deepEqual(noticed('@x'), ['doi:10.1000/182']);
    assert.deepEqual(noticed('@perez2022'), []);
    assert.deepEqual(noticed('https://example.org/'), []);
  });
});

describe('the hover on a paper that is cited elsewhere', () => {
  it('names the other places, whatever they call it', () => {
    const workspace = {
      a: 'claim: A\n  cite: ⟦@perez‸2022⟧; @chen2021\n\nSee [@perez2022].',
      b: '\nclaim: B\n  cite: arXiv:2212.09251v3\n> https://arxiv.org/pdf/2212.09251',
      c: 'arXiv:2107.03374',
    };
    assert.equal(shown(workspace, { 'refs.bib': PEREZ }).at(-1), 'Also cited in line 4, b, line 3, b, line 4');
  });

  it('names a line once, however often it cites the paper', () => {
    const workspace = {
      a: 'cite: ⟦arXiv:2107.033‸74⟧\n',
      b: '\narXiv:2107.03374, arXiv:2107.03374v2\narXiv:2107.03374',
    };
    assert.equal(shown(workspace, {}).at(-1), 'Also cited in b, line 2, b, line 3');
  });

  it('counts those that are too many', () => {
    const workspace = { a: 'cite: ⟦arXiv:2107.033‸74⟧\n', b: 'arXiv:2107.03374\n'.repeat(7) };
    assert.match(shown(workspace, {}).at(-1) ?? '', /^Also cited in b, line 1, .*, b, line 5 and 2 more places$/);
  });
});

describe('what is shown of a paper', () => {
  const HOSTILE = '[x](command:evil) <img src=x> **b** `c` $(zap) &lt; \u202e\u0000 | http://evil.example # @a';

  it('is text, whatever the bibliography and the index say', () => {
    const files = {
      'a b[1](x).json': JSON.stringify([
        {
          id: 'x',
          title: HOSTILE,
          abstract: `${HOSTILE}\n\n# head\n- list`,
          author: [{ literal: HOSTILE }],
          'container-title': HOSTILE,
          DOI: '10.1000/182',
        },
      ]),
    };
    const indexes = lookedUp({ 'arxiv:2107.03374': paper({ title: HOSTILE, abstract: HOSTILE, venue: HOSTILE }) });
    const note = "---\nbibliography: 'a b[1](x).json'\n---\ncite: ";
    for (const cited of ['⟦@‸x⟧', '⟦doi:10.1000/‸182⟧', '⟦arXiv:2107.‸03374⟧']) {
      const text = shown({ a: note + cited }, files, indexes, true).join('\n\n');
      const rest = text
        .replace(/\[(?:Landing page|PDF)\]\(<https:\/\/[^<>\s\\]+>\)/g, '')
        .replace(/\[(?:\\.|[^\\[\]()])*\]\(<file:[^<>\s\\]*>\)/g, '')
        .replace(/\\[!-/:-@[-`{-~]/g, '')
        .replace(/^\*\*|(?<=^|· )\*(?=\S)|\*{1,2}(?= *$)/gm, '');
      assert.match(text, /command/);
      assert.doesNotMatch(rest, /[\\`*_{}[\]()<>#+!|~&:@$\u0000\u202e]/u, text);
    }
  });

  it('is cut where it is long', () => {
    const files = { 'refs.bib': `@misc{x, title = {${'word '.repeat(200)}}, abstract = {${'word '.repeat(2000)}}}` };
    const [title = '', abstract = ''] = shown({ a: 'cite: ⟦@‸x⟧' }, files);
    assert.ok(title.endsWith('word…') && title.length <= 301, title);
    assert.ok(abstract.endsWith('word…') && abstract.length <= 701);
  });

  it('is a note alone, too', () => {
    const note = new Note('file:///note', 'cite: arXiv:2107.03374');
    assert.ok(hover(new Notes(), note, { line: 0, character: 8 }));
  });
});
