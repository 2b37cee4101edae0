import assert from 'node:assert/strict';
import { bibtex, cslJson } from './shown';

const WHOLE = '@misc{a, title = {A}}\n@misc{b, title = {B}, eprint = {2107.03374}}\n@misc{c, title = {C}}\n';

describe('a bibliography that is being written', () => {
  /** The keys of a text that follows the whole one, and whether it is taken for half written. */
  function changedTo(text: string) {
    const bibliography = bibtex(text, bibtex(WHOLE));
    return { keys: bibliography.keys(), isHalfWritten: bibliography.isHalfWritten };
  }

  it('keeps what it had while it stops in the middle', () => {
    const keys = ['a', 'b', 'c'];
    assert.deepEqual(changedTo('@misc{a, title = {A}}\n@misc{b, ti'), { keys, isHalfWritten: true });
    assert.deepEqual(changedTo('@misc{a, title = {A}}\n@mi'), { keys, isHalfWritten: true });
    assert.deepEqual(changedTo('@misc{a, title = {A}}\n@string{x = {y'), { keys, isHalfWritten: true });
    assert.deepEqual(changedTo(''), { keys, isHalfWritten: true });
    assert.deepEqual(changedTo('PK\u0003\u0004\0\0@misc{d,}'), { keys, isHalfWritten: true });
  });

  it('has what is new in it, too', () => {
    const text = '@misc{a, title = {New A}}\n@misc{d, title = {D}}\n@misc{b, title = {B';
    const bibliography = bibtex(text, bibtex(WHOLE));
    assert.deepEqual(bibliography.keys(), ['a', 'd', 'b', 'c']);
    const title = (key: string) => bibliography.paper(key)?.title;
    assert.deepEqual(['a', 'b', 'c', 'd'].map(title), ['New A', 'B', 'C', 'D']);
    assert.equal(bibliography.paperCitedAs({ kind: 'arxiv', id: '2107.03374' })?.key, 'b');
    assert.equal(bibliography.summary('c')?.title, 'C');
    assert.deepEqual([bibliography.has('c'), bibliography.place('c')], [true, null]);
  });

  it('has nothing but its own once it is whole again', () => {
    assert.deepEqual(changedTo('@misc{a, title = {A}}\n'), { keys: ['a'], isHalfWritten: false });
    assert.deepEqual(changedTo('% all gone'), { keys: [], isHalfWritten: false });
    const [first, second] = ['@misc{a,', '@misc{a, title'].map((half) => half);
    const twice = bibtex(second ?? '', bibtex(first ?? '', bibtex(WHOLE)));
    assert.deepEqual(twice.keys(), ['a', 'b', 'c']);
    assert.deepEqual(bibtex('@misc{z,}', twice).keys(), ['z']);
  });

  it('is not half written because an entry in the middle is broken', () =>
    assert.deepEqual(changedTo('@misc{a, title = {A}\n@misc{b,}\n'), { keys: ['a', 'b'], isHalfWritten: false }));

  it('may be CSL-JSON', () => {
    const whole = cslJson('[{"id": "a", "title": "A"}, {"id": "b", "title": "B"}]');
    const half = cslJson('[{"id": "a", "title": "New A"}, {"id": "b", "ti', whole);
    assert.deepEqual(
      half.keys().map((key) => half.paper(key)?.title),
      ['New A', 'B'],
    );
    assert.deepEqual(cslJson('[]', half).keys(), []);
  });
});
