import * as fc from 'fast-check';

const RUNS = process.env['PROPERTY_RUNS'];

/** Where the generated values begin; the same seed gives the same values. */
const SEED = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);

if (RUNS) {
  before('the seed of all properties', () => {
    console.log(`  ${RUNS} runs of each property; PROPERTY_SEED=${SEED} repeats them.`);
  });
}

/**
 * Runs a property on generated values: 60, or as many as the environment variable PROPERTY_RUNS says. A failure prints
 * the smallest counterexample that was found and the seed that brings it back.
 * @param check throws when the property does not hold
 * @param share part of the runs, for values that are whole workspaces
 */
export function holds<T>(values: fc.Arbitrary<T>, check: (value: T) => void, share = 1): void {
  fc.assert(fc.property(values, check), { numRuns: Math.ceil(Number(RUNS ?? 60) * share), seed: SEED });
}
