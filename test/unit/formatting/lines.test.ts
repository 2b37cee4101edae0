import assert from 'node:assert/strict';
import { formatLines } from '../../../server/src/formatting/format';
import type { FormatOptions } from '../../../server/src/formatting/style';
import { parse } from '../../../server/src/syntax/parse';
import { edited, PLAIN } from '../../support/formatting';
import { marked } from '../../support/marks';

/** Expects what comes of a note when the lines of the marked range are formatted. */
function check(source: string, expected: string, options: Partial<FormatOptions> = {}) {
  const { text, ranges } = marked(source);
  const tree = parse(text);
  const [{ start, end } = { start: 0, end: 0 }] = ranges;
  const range = { first: tree.lines.lineAt(start), last: tree.lines.lineAt(end) };
  assert.equal(edited(text, formatLines(tree, range, { ...PLAIN, ...options })), expected);
}

describe('formatting some lines', () => {
  it('indents branches that stand in them as a whole', () =>
    check('Claim:A\n⟦Claim:B\n    support:C⟧\nClaim:D', 'Claim:A\nclaim: B\n  support: C\nClaim:D'));
  it('tidies only the headers of others', () => {
    check('claim:A\n⟦    Support:B\n        text⟧\n    cite:C', 'claim:A\n    support: B\n        text\n    cite:C');
    check('⟦Claim:A⟧\n    support:B', 'claim: A\n    support:B');
  });
  it('adds bullets to whole branches', () => {
    check('⟦claim: A\nsupport: B⟧\nclaim: C', '- claim: A\n  - support: B\nclaim: C', { bullets: 'add' });
    check('claim: A\n⟦support: B⟧', 'claim: A\nsupport: B', { bullets: 'add' });
  });
  it('leaves a branch where it is when it would come under one that stays', () =>
    check('  claim: A\n⟦question:  B⟧', '  claim: A\nquestion: B'));
  it('puts blank lines between them', () =>
    check('claim: A\n⟦claim: B\nclaim: C⟧\nclaim: D', 'claim: A\nclaim: B\n\nclaim: C\nclaim: D', { separate: true }));
});
