import assert from 'node:assert/strict';
import { type Filter, findAll, speakersOf } from '../../../client/src/map/drawing/filter';
import { foldable, foldedAtFirst, forestOf, unfoldedTo } from '../../../client/src/map/drawing/forest';
import { debates, keyOf, mapContent, wordsOf } from '../../support/maps';
import { holds } from '../../support/property';

const NOTE = `claim (Ada): a
  support (Bo): b
    cite: c
  rebuttal (Bo): d
    rebuttal (Ada): e
      question: f
claim (Ada): g`;

/** Words of what is shown, indented; `+n` says how many are folded away, parentheses that one is only on the way. */
function check(text: string, folds: string, filter: Partial<Filter>, ...expected: string[]) {
  const content = mapContent(text);
  const folded = new Set([...folds].map((words) => keyOf(content, words)));
  const { trees } = forestOf(content, folded, { speaker: null, label: null, ...filter });
  const shown = [...trees.values()].map(({ statement, level, hidden, isOnTheWay }) => {
    const words = isOnTheWay ? `(${statement.text})` : statement.text;
    return `${'  '.repeat(level - 1)}${words}${hidden > 0 ? ` +${hidden}` : ''}`;
  });
  assert.deepEqual(shown, expected);
}

describe('what is shown of a map', () => {
  it('is every statement under what it hangs under', () => {
    check(NOTE, '', {}, 'a', '  b', '    c', '  d', '    e', '      f', 'g');
    check('', '', {});
  });

  it('leaves out what is folded away, and says how much that is', () => {
    check(NOTE, 'd', {}, 'a', '  b', '    c', '  d +2', 'g');
    check(NOTE, 'ade', {}, 'a +5', 'g');
  });

  it('leaves out what does not pass the filter and leads to nothing that does', () => {
    check(NOTE, '', { speaker: 'Bo' }, '(a)', '  b', '  d');
    check(NOTE, '', { speaker: '@ada' }, 'a', '  (d)', '    e', 'g');
    check(NOTE, '', { speaker: '' }, '(a)', '  (b)', '    c', '  (d)', '    (e)', '      f');
    check(NOTE, '', { label: 'rebutted' }, '(a)', '  d');
    check(NOTE, '', { speaker: 'Bo', label: 'stands' }, '(a)', '  b');
    check(NOTE, '', { speaker: 'Cy' });
  });

  it('folds away what the filter has left', () => {
    check(NOTE, 'd', { speaker: 'Ada' }, 'a', '  (d) +1', 'g');
  });

  it('places statements among those beside them', () => {
    const content = mapContent(NOTE);
    const { trees } = forestOf(content, new Set(), { speaker: null, label: null });
    const places = [...trees.values()].map(({ place, siblings }) => `${place}/${siblings}`);
    assert.deepEqual(places, ['1/2', '1/2', '1/1', '2/2', '1/1', '1/1', '2/2']);
  });

  it('knows the box that stands for a statement that is folded away', () => {
    const content = mapContent(NOTE);
    const forest = forestOf(content, new Set([keyOf(content, 'd')]), { speaker: null, label: null });
    const standsFor = (words: string) => wordsOf(content, forest.shownFor(keyOf(content, words)));
    assert.deepEqual(['a', 'd', 'e', 'f'].map(standsFor), ['a', 'd', 'd', 'd']);
    assert.equal(forest.shownFor('nobody'), null);
  });

  it('shows or hides each statement, whatever is folded', () => {
    holds(debates, (text) => {
      const content = mapContent(text);
      const folded = new Set([...foldable(content.statements)].filter((_, i) => i % 2 === 0));
      const { trees, hidden } = forestOf(content, folded, { speaker: null, label: null });
      assert.equal(trees.size + hidden.length, content.statements.length);
      const sum = [...trees.values()].reduce((count, tree) => count + tree.hidden, 0);
      assert.equal(sum, hidden.length);
    });
  });

  it('starts folded where it is large', () => {
    const folded = (text: string) => {
      const content = mapContent(text);
      return forestOf(content, foldedAtFirst(content.statements), { speaker: null, label: null }).trees.size;
    };
    const thread = 'claim: a\n  rebuttal: b\n    rebuttal: c\n';
    assert.equal(folded(thread.repeat(40)), 120);
    assert.equal(folded(thread.repeat(41)), 82);
    assert.equal(folded(thread.repeat(100)), 100);
  });

  it('is opened as far as a statement needs to be seen', () => {
    const content = mapContent(NOTE);
    const all = foldable(content.statements);
    const opened = unfoldedTo(keyOf(content, 'e'), content, all);
    assert.deepEqual([...opened].map((key) => wordsOf(content, key)).sort(), ['b', 'e']);
    assert.equal(unfoldedTo(keyOf(content, 'g'), content, all), all);
  });
});

describe('the search of the map', () => {
  const content = mapContent(
    'claim #first (Zoë): Débâcle of the judge\nrebuttal (ada): A judge, she says\nclaim (Ada): none',
  );
  const found = (query: string) => findAll(content.statements, query).map((key) => wordsOf(content, key));

  it('finds all words in texts, speakers and ids, whatever their capitals and marks', () => {
    assert.deepEqual(found('JUDGE'), ['Débâcle of the judge', 'A judge, she says']);
    assert.deepEqual(found('judge debacle'), ['Débâcle of the judge']);
    assert.deepEqual(found('zoe'), ['Débâcle of the judge']);
    assert.deepEqual(found('#first'), ['Débâcle of the judge']);
    assert.deepEqual(found('judge nobody'), []);
    assert.deepEqual(found(' '), []);
  });

  it('offers each speaker once', () => {
    assert.deepEqual(speakersOf(content.statements), ['ada', 'Zoë']);
  });
});
