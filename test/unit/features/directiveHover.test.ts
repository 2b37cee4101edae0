import assert from 'node:assert/strict';
import type { RuleSettings } from '../../../server/src/rules/rule';
import { marked } from '../../support/marks';
import { serviceWith, uriOf } from '../../support/notes';

/** Expects what a plain-text hover says at the cursor; null for nothing. */
function check(source: string, expected: string | null, settings: RuleSettings = {}) {
  const { text, cursor } = marked(source);
  const service = serviceWith([[uriOf('note'), text]]);
  service.linter.setRules(settings);
  const position = service.note(uriOf('note'))?.tree.lines.position(cursor);
  assert.ok(position);
  const hover = service.hover(uriOf('note'), position, false);
  assert.equal(hover && (hover.contents as { value: string }).value, expected);
}

describe('the hover on a directive', () => {
  const RULE = 'empty-statement (warning)\nA statement has no words, no quotation and no statement under it.';
  it('says what the rule is', () => {
    check('<!-- debate-disable-file ‸empty-statement -->', RULE);
    check('<!-- debate-disable-file self-attack, empty-state‸ment -- why -->', RULE);
  });
  it('says how severe it is in this note', () => {
    check('<!-- debate-disable-file ‸empty-statement -->', RULE.replace('warning', 'hint'), {
      'empty-statement': { severity: 'hint' },
    });
    check('<!-- debate-disable-file ‸empty-statement -->', RULE.replace('warning', 'off'), {
      'empty-statement': { severity: 'off' },
    });
  });
  it('says nothing of what is no rule', () => {
    check('<!-- debate-disable-f‸ile empty-statement -->', null);
    check('<!-- debate-disable-file noth‸ing -->', null);
    check('<!-- debate-disable-file -- empty-‸statement -->', null);
  });
});
