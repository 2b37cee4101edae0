import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SameNames } from '../../../../server/src/workspace/literature/sameNames';
import { holds } from '../../../support/property';

const someNames = fc.array(fc.integer({ min: 0, max: 15 }).map(String), { minLength: 1, maxLength: 4 });

/** The plain way: what is joined is one set, and sets that share a name are one. */
function joined(groups: readonly (readonly string[])[]): Set<string>[] {
  let sets: Set<string>[] = [];
  for (const group of groups) {
    const touched = sets.filter((set) => group.some((name) => set.has(name)));
    sets = [
      ...sets.filter((set) => !touched.includes(set)),
      new Set([...group, ...touched.flatMap((set) => [...set])]),
    ];
  }
  return sets;
}

describe('names that mean the same', () => {
  it('have the first of them all in common, whatever the order in which they were joined', () =>
    holds(fc.array(someNames), (groups) => {
      const names = new SameNames();
      for (const group of groups) names.join(group);
      for (const set of joined(groups)) for (const name of set) assert.equal(names.first(name), [...set].sort()[0]);
    }));

  it('are alone until they are joined', () => assert.equal(new SameNames().first('a'), 'a'));
});
