import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NO_GRAM } from '../../../server/src/passages/grams';
import { GramTable, type WithGrams } from '../../../server/src/passages/gramTable';
import { holds } from '../../support/property';

function placesIn(table: GramTable<WithGrams>, gram: number): Map<WithGrams, number[]> {
  const found = new Map<WithGrams, number[]>();
  table.visit(gram, (stretch, word) =>
    found.set(
      stretch,
      [...(found.get(stretch) ?? []), word].sort((a, b) => a - b),
    ),
  );
  return found;
}

/** By a look at every word. */
function placesOf(all: ReadonlySet<WithGrams>, gram: number): Map<WithGrams, number[]> {
  const found = new Map<WithGrams, number[]>();
  for (const stretch of all) {
    const words = [...stretch.grams.keys()].filter((word) => stretch.grams[word] === gram);
    if (words.length > 0) found.set(stretch, words);
  }
  return found;
}

const some = fc.array(fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constant(NO_GRAM)), { maxLength: 400 });

describe('the table of grams', () => {
  it('knows all places of what is in it, whatever has come and gone', () =>
    holds(fc.array(fc.tuple(some, fc.nat()), { maxLength: 30 }), (steps) => {
      const table = new GramTable<WithGrams>();
      const all = new Set<WithGrams>();
      for (const [grams, gone] of steps) {
        const stretch = { grams: Int32Array.from(grams) };
        table.add(stretch);
        all.add(stretch);
        const out = [...all][gone % (2 * all.size)];
        if (out) table.remove(out);
        if (out) all.delete(out);
      }
      for (let gram = -3; gram <= 12; gram++) {
        if (gram !== NO_GRAM) assert.deepEqual(placesIn(table, gram), placesOf(all, gram));
      }
    }));

  it('takes no more room, however often a stretch is replaced', () => {
    const table = new GramTable<WithGrams>();
    let last: WithGrams | undefined;
    for (let i = 0; i < 3000; i++) {
      if (last) table.remove(last);
      last = { grams: Int32Array.from({ length: 300 }, (_, word) => word + i) };
      table.add(last);
    }
    const held = JSON.stringify(table, (_, value) => (ArrayBuffer.isView(value) ? { bytes: value.byteLength } : value));
    const bytes = [...held.matchAll(/"bytes":(\d+)/g)].reduce((sum, [, size]) => sum + Number(size), 0);
    assert.ok(bytes < 40_000, `${bytes}`);
    assert.deepEqual(placesIn(table, 3000), new Map([[last, [1]]]));
  });
});
