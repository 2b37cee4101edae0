import assert from 'node:assert/strict';
import type { TreeOptions } from '../../../server/src/features/argumentTree/buildTree';
import { openPointsOf } from '../../../server/src/features/argumentTree/openPoints';
import { LanguageService } from '../../../server/src/service';
import { rowsOf, shownRows } from '../../support/argumentTree';
import { uriOf, type Workspace } from '../../support/notes';

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
  it('are the findings of four rules that are not in the baseline', () => {
    const service = new LanguageService();
    service.setNote(uriOf('note'), 'question: x\nsupport:\nclaim: y\n');
    const note = service.note(uriOf('note'));
    const findings = service.linter.findings(uriOf('note'));
    assert.ok(note);
    assert.deepEqual(
      openPointsOf(note, findings).map(({ rule, index }) => [rule, index]),
      [
        ['open-question', 0],
        ['unsupported-claim', 2],
      ],
    );
    const recorded = findings.map((finding) => ({ ...finding, isBaselined: finding.rule === 'open-question' }));
    assert.deepEqual(
      openPointsOf(note, recorded).map(({ rule }) => rule),
      ['unsupported-claim'],
    );
  });

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
