import * as fc from 'fast-check';

/**
 * Runs a property on generated values: 60, or as many as the environment variable PROPERTY_RUNS says (for a long
 * run by hand). A failure prints the smallest counterexample that was found and the seed that brings it back.
 * @param check throws when the property does not hold
 * @param share part of the runs, for values that are whole workspaces
 */
export function holds<T>(values: fc.Arbitrary<T>, check: (value: T) => void, share = 1): void {
  const runs = Number(process.env['PROPERTY_RUNS'] ?? 60);
  fc.assert(fc.property(values, check), { numRuns: Math.ceil(runs * share) });
}
