import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { ArgumentRows, type Row } from '../../../client/src/views/argumentRows';
import type { TreeOptions } from '../../../server/src/features/argumentTree/buildTree';
import type { ArgumentAnswer } from '../../../server/src/protocol/messages';
import { LanguageService } from '../../../server/src/service';
import { noteText } from '../../support/arbitraries';
import { uriOf } from '../../support/notes';
import { holds } from '../../support/property';

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

  it('tell a label that has become another by what stands further down', () => {
    const service = new LanguageService();
    const text = 'claim: one\n  cite: A book\n  rebuttal (Bo): two\n';
    service.setNote(A, text, 1);
    const first = service.argumentTrees.answer(OPTIONS, null);
    service.setNote(A, `${text}    rebuttal: three\n`, 2);
    const next = service.argumentTrees.answer(OPTIONS, first?.state ?? null);
    assert.deepEqual(
      next?.nodes.map((node) => `${node.text} ${node.label}`),
      ['one stands', 'two rebutted', 'three stands'],
    );
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
