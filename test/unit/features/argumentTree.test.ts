import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { ArgumentRows, type Row } from '../../../client/src/views/argumentRows';
import type { TreeOptions } from '../../../server/src/features/argumentTree/buildTree';
import type { ArgumentAnswer } from '../../../server/src/protocol/messages';
import { LanguageService } from '../../../server/src/service';
import { noteText } from '../../support/arbitraries';
import { rowsOf, shownRows } from '../../support/argumentTree';
import { uriOf, type Workspace } from '../../support/notes';
import { holds } from '../../support/property';

function check(workspace: Workspace | string, expected: readonly string[], options: Partial<TreeOptions> = {}): void {
  const notes = typeof workspace === 'string' ? { note: workspace } : workspace;
  assert.deepEqual(shownRows(rowsOf(notes, options)), expected);
}

describe('the argument view of one note', () => {
  it('has statements under what they reply to, and says which are open', () => {
    check('', []);
    check('prose', []);
    check('claim #a (Ada): one\n  rebuttal (Bo): two\n  support: three\n\nquestion (Bo): four', [
      'claim #a (Ada) [rebutted] “one”',
      '  rebuttal (Bo) [unanswered-rebuttal] “two”',
      '  support (Ada) “three”',
      '  question (Bo) [open-question] “four”',
    ]);
  });

  it('has headings as sections, in each other, where statements stand under them', () => {
    check(
      'claim: a [[x#y]]\n# One\nclaim: b\n## Deep\nclaim: c\n# Empty\n## None\n# Two\nclaim: d\n# (Ada)\nclaim: e',
      [
        'claim [unsupported-claim] “a [[x#y]]”',
        'section ×2 “One”',
        '  claim [unsupported-claim] “b”',
        '  section ×1 “Deep”',
        '    claim [unsupported-claim] “c”',
        'section ×2 “Two”',
        '  claim [unsupported-claim] “d”',
        '  claim (Ada) [unsupported-claim] “e”',
      ],
    );
  });

  it('leaves out a heading that everything stands under', () =>
    check('# Title\nquestion: a\n\n## One\nquestion: b', [
      'question [open-question] “a”',
      'section ×1 “One”',
      '  question [open-question] “b”',
    ]));

  it('links replies that hang elsewhere: to a second target, and from other notes', () =>
    check(
      {
        note: 'question #a: one\nquestion #b: two\nanswer (Ada) -> #a, #b: three\n  cite: A book',
        other: 'rebuttal (Bo) -> note#a: four',
      },
      [
        'question #a “one”',
        '  answer (Ada) “three”',
        '    cite “A book”',
        '  link rebuttal (Bo) “four”',
        'question #b “two”',
        '  link answer (Ada) “three”',
      ],
    ));

  it('says what a statement replies to that is in another note', () =>
    check({ note: 'rebuttal -> other#a, other#a: x\nsupport -> nowhere#z: y', other: 'claim #a: one' }, [
      'rebuttal [unanswered-rebuttal] “x” → other#a',
      'support “y”',
    ]));

  it('never goes round in a ring', () => {
    check('rebuttal #a -> #b: one\nrebuttal #b -> #a: two', [
      'rebuttal #a [contested] “one” → #b',
      '  rebuttal #b [contested] “two”',
      '    link rebuttal #a [contested] “one”',
    ]);
    check('rebuttal #a -> #a: one', ['rebuttal #a [contested] “one” → #a', '  link rebuttal #a [contested] “one”']);
  });

  it('leaves alone what users have silenced', () =>
    check('<!-- debate-disable-file open-question -->\n\nquestion: four', ['question “four”']));
});

describe('the argument view of all notes', () => {
  const NOTES = { b: '# Bees\nquestion: x', a: 'question: y\nquestion: z', none: 'prose' };

  it('has those with statements, by title or name, in the order of notes', () =>
    check(
      NOTES,
      [
        'note ×2 “a”',
        '  question [open-question] “y”',
        '  question [open-question] “z”',
        'note ×1 “Bees”',
        '  question [open-question] “x”',
      ],
      { isAll: true },
    ));

  it('counts the open points of the notes shown', () => {
    assert.equal(rowsOf(NOTES).openPoints, 1);
    assert.equal(rowsOf(NOTES, { isAll: true }).openPoints, 3);
    assert.equal(rowsOf(NOTES, { isAll: true, filter: 'x', grouping: 'speaker' }).openPoints, 3);
  });

  it('needs no note to be open', () => {
    assert.equal(rowsOf(NOTES, { isAll: true, note: null }).count, 3);
    assert.equal(rowsOf(NOTES, { note: null }).count, 0);
  });
});

describe('the argument view by speaker', () => {
  it('has what each says, however the name is written, and nobody last', () =>
    check(
      {
        note: 'claim: one\n# (Ada)\nclaim #a: two\nrebuttal (@ada): three\nsupport (Bo) -> #a: four',
        b: 'claim (Bo): five',
      },
      [
        'speaker ×2 “Bo”',
        '  claim (Bo) [unsupported-claim] “five”',
        '  support (Bo) “four” → #a',
        'speaker ×2 “Ada”',
        '  claim #a (Ada) [rebutted] “two”',
        '  rebuttal (@ada) [unanswered-rebuttal] “three” → #a',
        'speaker ×1',
        '  claim [unsupported-claim] “one”',
      ],
      { grouping: 'speaker', isAll: true },
    ));
});

describe('the open points', () => {
  const PASSAGE = 'It is easier to check one step than to plan a hundred of them';

  it('are grouped by kind, repeated passages with where they stand first', () =>
    check(
      { z: `claim: ${PASSAGE}.\n  rebuttal (Bo): no\nquestion: why?`, a: `# Title\n\n${PASSAGE}.` },
      [
        'points [unsupported-claim] ×1',
        `  claim [rebutted, unsupported-claim] “${PASSAGE}.”`,
        'points [open-question] ×1',
        '  question [open-question] “why?” → It is easier to check one step than to p…',
        'points [unanswered-rebuttal] ×1',
        '  rebuttal (Bo) [unanswered-rebuttal] “no” → It is easier to check one step than to p…',
        'points [duplicate-passage] ×1',
        `  passage [duplicate-passage] “${PASSAGE}” → a line 3`,
      ],
      { grouping: 'open' },
    ));
});

describe('filter and order of the argument view', () => {
  const NOTE =
    'claim #a (Ada): Debate helps\n  support (Bo): Bécause\n    undercut (Cy): of nothing\nclaim (Ada): It is dear\n  cite: A book';

  it('keeps rows with all the words, and what is above them', () => {
    const filtered = (filter: string) =>
      shownRows(rowsOf({ note: NOTE }, { filter })).map((line) => line.split(' “')[0]);
    assert.deepEqual(filtered('because'), ['claim #a (Ada) [unfounded, unsupported-claim]', '  support (Bo)']);
    assert.deepEqual(filtered('  CY   nothing '), [
      'claim #a (Ada) [unfounded, unsupported-claim]',
      '  support (Bo)',
      '    undercut (Cy)',
    ]);
    assert.deepEqual(filtered('#a'), ['claim #a (Ada) [unfounded, unsupported-claim]']);
    assert.deepEqual(filtered('unfounded claim'), ['claim #a (Ada) [unfounded, unsupported-claim]']);
    assert.deepEqual(filtered('zebra'), []);
  });

  it('counts what passes the filter, without what is above it and without links', () => {
    const { found, count } = rowsOf(
      { note: `${NOTE}\nrebuttal -> #a, #b: because\nclaim #b: x` },
      { filter: 'because' },
    );
    assert.deepEqual([found, count], [2, 7]);
  });

  it('sorts siblings by label: what is not settled first', () =>
    check(
      'claim: a\n  cite: b\nclaim: c\n  rebuttal: d\nrebuttal #e -> #f: e\nrebuttal #f -> #e: f\nquestion: g?',
      [
        'rebuttal #e [contested] “e” → #f',
        '  rebuttal #f [contested] “f”',
        '    link rebuttal #e [contested] “e”',
        'claim [rebutted, unsupported-claim] “c”',
        '  rebuttal [unanswered-rebuttal] “d”',
        '  question [open-question] “g?”',
        'claim “a”',
        '  cite “b”',
      ],
      { sort: 'label' },
    ));

  it('sorts what is open first, then what has something open under it', () =>
    check(
      'claim: a\n  cite: b\nclaim: c\n  support: d\n    question: e?\nclaim: f',
      [
        'claim [unsupported-claim] “f”',
        'claim “c”',
        '  support “d”',
        '    question [open-question] “e?”',
        'claim “a”',
        '  cite “b”',
      ],
      { sort: 'unanswered' },
    ));
});

describe('answers about the argument view', () => {
  const A = uriOf('a');
  const OPTIONS: TreeOptions = { note: A, isAll: false, grouping: 'argument', sort: 'position', filter: '' };

  it('tell only what is other', () => {
    const service = new LanguageService();
    service.setNote(A, 'question: one\nquestion: two\n  answer: three\n', 1);
    const trees = service.argumentTrees;
    const first = trees.answer(OPTIONS, null);
    assert.equal(first?.isWhole, true);
    assert.equal(first.nodes.length, 3);
    const same = trees.answer(OPTIONS, first.state);
    assert.deepEqual([same?.isWhole, same?.nodes, same?.children, same?.gone], [false, [], [], []]);
    service.setNote(A, 'prose\n\nquestion: one\nquestion: two!\n', 2);
    const next = trees.answer(OPTIONS, same?.state ?? null);
    assert.deepEqual(
      next?.nodes.map(({ text }) => text),
      ['two!'],
    );
    assert.deepEqual(next?.gone, [first.nodes[2]?.key]);
    assert.deepEqual(next?.children, [{ of: first.nodes[1]?.key, keys: [] }]);
    assert.equal(trees.answer(OPTIONS, 1)?.isWhole, true, 'a client that has missed something is told everything');
  });

  it('lead to statements as they stand now', () => {
    const service = new LanguageService();
    service.setNote(A, 'claim #a: one\n  cite: arXiv:2402.06782\n', 1);
    const trees = service.argumentTrees;
    trees.answer(OPTIONS, null);
    const key = trees.rowAt(A, { line: 0, character: 3 }) ?? '';
    service.setNote(A, 'prose\n\nclaim #a: one\n  more\n  cite: arXiv:2402.06782\n', 2);
    const details = trees.details(key);
    assert.deepEqual(details?.range, { start: { line: 2, character: 0 }, end: { line: 3, character: 6 } });
    assert.deepEqual(details.selectionRange, { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } });
    assert.match(details.about, /\*\*Claim\*\*.*a, line 3/);
    assert.match(details.about, /\*\*Stands\*\*: /);
    assert.match(details.about, /arXiv 2402\\\.06782\]\(<https:\/\/arxiv\.org\/abs\/2402\.06782>\)/);
    assert.equal(trees.rowAt(A, { line: 3, character: 2 }), key);
    assert.equal(trees.rowAt(A, { line: 1, character: 0 }), null);
    assert.equal(trees.details('gone'), null);
  });

  it('are built up to what a whole answer says, whatever is edited and asked for', () => {
    const options = fc.record({
      note: fc.constantFrom(A, uriOf('b')),
      isAll: fc.boolean(),
      grouping: fc.constantFrom('argument' as const, 'speaker' as const, 'open' as const),
      sort: fc.constantFrom('position' as const, 'label' as const, 'unanswered' as const),
      filter: fc.constantFrom('', '', 'a', 'ada'),
    });
    const steps = fc.array(fc.tuple(fc.constantFrom(A, uriOf('b')), noteText, options), { minLength: 2, maxLength: 4 });
    holds(steps, (those) => {
      const service = new LanguageService();
      for (const uri of [A, uriOf('b')]) service.setNote(uri, '', 1);
      const known = new ArgumentRows();
      let state: number | null = null;
      those.forEach(([uri, text, asked], i) => {
        service.setNote(uri, text, i + 2);
        const answer = service.argumentTrees.answer(asked, state);
        assert.ok(answer);
        known.apply(answer);
        state = answer.state;
        const whole = new LanguageService();
        for (const one of [A, uriOf('b')]) whole.setNote(one, service.note(one)?.text ?? '', 1);
        const fresh = new ArgumentRows();
        const all = whole.argumentTrees.answer(asked, null);
        assert.ok(all);
        fresh.apply(all);
        assert.deepEqual(shape(known), shape(fresh));
      });
    });
  });
});

/** What rows show, without the names that depend on what was edited when. */
function shape({ roots }: ArgumentRows): unknown[] {
  const of = ({ node, parent, children }: Row): unknown => {
    const under = parent && !parent.children.some(({ key }) => key === node.key) ? 'elsewhere' : 'there';
    return [{ ...node, key: '', linked: '' }, under, children.map(of)];
  };
  return roots.map(of);
}

describe('the names of rows', () => {
  const A = uriOf('a');
  const OPTIONS: TreeOptions = { note: A, isAll: false, grouping: 'argument', sort: 'position', filter: '' };

  /** Which statements keep their rows over edits of a note, one after the other: by their words, in the end. */
  const kept = (...texts: string[]): string[] => {
    const service = new LanguageService();
    const rows = new ArgumentRows();
    let names = new Map<string, string>();
    let before = new Map<string, string>();
    texts.forEach((text, version) => {
      service.setNote(A, text, version);
      rows.apply(service.argumentTrees.answer(OPTIONS, version === 0 ? null : version) as ArgumentAnswer);
      before = names;
      names = new Map([...rows.all()].map(({ key, node }) => [key, node.text]));
      assert.equal(names.size, new Set(names.keys()).size);
    });
    return [...names].flatMap(([key, text]) => (before.has(key) ? `${before.get(key)}>${text}` : [])).sort();
  };
  const NOTE = 'claim: a\n  support: b\nclaim: c\n  support: d\n';

  it('stay while others come and go above', () => {
    assert.deepEqual(kept(NOTE, `claim: new\n  support: newer\n${NOTE}`), ['a>a', 'b>b', 'c>c', 'd>d']);
    assert.deepEqual(kept(NOTE, NOTE.slice('claim: a\n  support: b\n'.length)), ['c>c', 'd>d']);
    assert.deepEqual(kept(NOTE, NOTE.replace('  support: b', '  rebuttal: x\n  support: b')), [
      'a>a',
      'b>b',
      'c>c',
      'd>d',
    ]);
  });

  it('stay while somebody types, or changes the kind', () => {
    assert.deepEqual(kept(NOTE, NOTE.replace(': c', ': cx')), ['a>a', 'b>b', 'c>cx', 'd>d']);
    assert.deepEqual(kept(NOTE, NOTE.replace('claim: c', 'question: c')), ['a>a', 'b>b', 'c>c', 'd>d']);
  });

  it('stay where a branch is moved', () =>
    assert.deepEqual(kept(NOTE, 'claim: c\n  support: d\n  claim: a\n    support: b\n'), ['a>a', 'b>b', 'c>c', 'd>d']));

  it('tell little after a line above everything', () => {
    const service = new LanguageService();
    service.setNote(A, NOTE, 1);
    const first = service.argumentTrees.answer(OPTIONS, null);
    service.setNote(A, `claim: new\n${NOTE}`, 2);
    const next = service.argumentTrees.answer(OPTIONS, first?.state ?? null);
    assert.deepEqual([next?.nodes.length, next?.children.length, next?.gone.length], [1, 1, 0]);
  });
});
