import assert from 'node:assert/strict';
import fs from 'node:fs';
import { RULES } from '../../server/src/rules/registry';
import { LanguageService, type RuleFinding } from '../../server/src/service';
import { isProblem } from '../support/rules';

describe('the page of a rule', () => {
  for (const { meta } of RULES) {
    it(`${meta.id} says its severity, and its examples hold`, () => {
      const page = fs.readFileSync(`docs/rules/${meta.id}.md`, 'utf8');
      assert.ok(page.startsWith(`# \`${meta.id}\`\n`));
      assert.ok(page.includes(`Severity: ${meta.severity}.`));
      const [bad, good] = [...page.matchAll(/```debate\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
      assert.ok(
        findingsOf(bad ?? '').some(({ rule }) => rule === meta.id),
        'the bad example fires',
      );
      const left = findingsOf(good ?? 'claim: missing').filter(
        (finding) => isProblem(finding) || finding.rule === meta.id,
      );
      assert.deepEqual(left, [], 'the good example is clean');
    });
  }
});

function findingsOf(text: string): readonly RuleFinding[] {
  const service = new LanguageService();
  service.setNote('file:///example.debate', text);
  return service.findings('file:///example.debate');
}
