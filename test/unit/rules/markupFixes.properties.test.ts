import assert from 'node:assert/strict';
import { applyFix } from '../../support/applyFix';
import { noteText } from '../../support/arbitraries';
import { serviceWith, uriOf } from '../../support/notes';
import { holds } from '../../support/property';

const RULES = new Set([
  'unresolved-reference',
  'duplicate-id',
  'dangling-reply',
  'misplaced-undercut',
  'misplaced-target',
  'malformed-header',
  'unknown-keyword',
  'unclosed-enclosure',
]);

/** How often a rule finds something on a line; its findings come in the order of the text. */
function count(text: string, rule: string, line: number): number {
  return findings(text).filter((found) => found.rule === rule && found.line === line).length;
}

function findings(text: string) {
  const service = serviceWith([[uriOf('note'), text]]);
  const lines = service.note(uriOf('note'))?.tree.lines;
  return service.findings(uriOf('note')).map((finding) => ({ ...finding, line: lines?.lineAt(finding.range.start) }));
}

describe('the quick fixes for the markup', () => {
  it('leave fewer findings on the line, whatever the note', () => {
    holds(noteText, (text) => {
      for (const { rule, line = -1, fixes } of findings(text)) {
        if (!RULES.has(rule)) continue;
        for (const fix of fixes()) {
          // Usually one: but a comment that is closed may hold the openers behind it.
          const after = applyFix(text, fix);
          assert.ok(count(after, rule, line) < count(text, rule, line), `${rule}: ${fix.title}: ${after}`);
        }
      }
    });
  });
});
