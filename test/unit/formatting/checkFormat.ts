import assert from 'node:assert/strict';
import { formatUnchecked } from '../../../server/src/formatting/format';
import type { FormatOptions } from '../../../server/src/formatting/style';
import { parse } from '../../../server/src/syntax/parse';
import { edited, PLAIN } from '../../support/formatting';

/** Expects what comes of a note when it is formatted, and that this is not formatted any further. */
export function checkFormat(source: string, expected: string, options: Partial<FormatOptions> = {}) {
  const written = (text: string) => edited(text, formatUnchecked(parse(text), { ...PLAIN, ...options }));
  assert.equal(written(source), expected);
  assert.equal(written(expected), expected);
}
