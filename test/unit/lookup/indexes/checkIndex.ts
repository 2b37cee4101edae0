import assert from 'node:assert/strict';
import type { Paper } from '../../../../server/src/bibliography/paper';
import type { PaperIndex } from '../../../../server/src/lookup/indexes/paperIndex';

/** The papers in an answer, by id; fails where the answer is not understood. */
export function papersIn(index: PaperIndex, text: string, ...ids: string[]): Record<string, Paper> {
  const read = index.read(text, ids);
  if ('kind' in read) assert.fail(JSON.stringify(read));
  return Object.fromEntries(read);
}

/** Expects fields of the only paper in an answer. */
export function checkPaper(index: PaperIndex, text: string, id: string, expected: Partial<Paper>) {
  const paper = papersIn(index, text, id)[id];
  assert.ok(paper);
  const names = Object.keys(expected) as (keyof Paper)[];
  assert.deepEqual(Object.fromEntries(names.map((name) => [name, paper[name]])), expected);
}

/** Expects an answer not to be understood, and why. */
export function checkMisread(index: PaperIndex, text: string, id: string, why: string) {
  assert.deepEqual(index.read(text, [id]), { kind: 'not-understood', why }, text.slice(0, 100));
}

/** The authors as `Family, Given`. */
export function namesOf({ authors }: Paper): string[] {
  return authors.map(({ family, given }) => (given === '' ? family : `${family}, ${given}`));
}
