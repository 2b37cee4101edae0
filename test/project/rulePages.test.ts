import assert from 'node:assert/strict';
import fs from 'node:fs';
import { RULES } from '../../server/src/rules/registry';
import { LanguageService, type RuleFinding, type RuleSettings } from '../../server/src/service';
import { addBibliographies } from '../support/notes';
import { fixtureOf } from '../support/ruleFixtures';
import { isProblem } from '../support/rules';

/** What every page has, in this order. */
const SECTIONS = [
  /^# `[a-z-]+`$/,
  /^Severity: [a-z]+\.$/,
  /^\*\*Fires on\*\*/,
  /^\*\*Why it matters\.\*\*/,
  /^## Example$/,
  /^Bad:$/,
  /^Good:$/,
  /^## Quick fixes$/,
  /^## Options$/,
  /^## How to switch it off$/,
];

/** The bibliography that pages speak of. */
const EXAMPLE = '@misc{perez2022, title = {A}}\n@misc{chen2021, title = {B}}\n@misc{chen2021, title = {C}}\n';

function pageOf(rule: string): string {
  return fs.readFileSync(`docs/rules/${rule}.md`, 'utf8');
}

describe('the page of', () => {
  for (const { meta } of RULES) {
    describe(meta.id, () => {
      const page = () => pageOf(meta.id);
      const examples = () => [...page().matchAll(/```debate\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
      const finds = (text: string, settings?: RuleSettings) =>
        findingsOf(text, settings).some(({ rule }) => rule === meta.id);

      it('has its name, its severity and every section, once and in order', () => {
        const lines = page().split('\n');
        const places = SECTIONS.map((section) => lines.flatMap((line, index) => (section.test(line) ? index : [])));
        assert.deepEqual(
          places.map(({ length }) => length),
          SECTIONS.map(() => 1),
        );
        assert.deepEqual(
          places,
          [...places].sort(([a = 0], [b = 0]) => a - b),
        );
        assert.equal(lines[0], `# \`${meta.id}\``);
        assert.ok(lines.includes(`Severity: ${meta.severity}.`));
      });

      it('has two examples, which hold', () => {
        const [bad = '', good = '', ...others] = examples();
        assert.deepEqual(others, []);
        assert.ok(finds(bad), 'the bad example fires');
        const left = findingsOf(good).filter((finding) => isProblem(finding) || finding.rule === meta.id);
        assert.deepEqual(left, [], 'the good example is clean');
        assert.notEqual(good, '');
      });

      it('says how to switch it off, and that holds', () => {
        const [bad = ''] = examples();
        assert.ok(page().includes(`\`"${meta.id}": "off"\``));
        assert.ok(!finds(bad, { [meta.id]: { severity: 'off' } }));
        const directive = `<!-- debate-disable-file ${meta.id} -->`;
        assert.ok(page().includes(`\`${directive}\``));
        // A comment in front of front matter would leave none.
        assert.ok(!finds(`${bad}\n\n${directive}\n`));
      });

      it('names every quick fix', () => {
        const [, section = ''] = page().split(/^## (?:Quick fixes|Options)$/m);
        const titles = new Set(fixtureOf(meta.id).flatMap(({ fixes }) => fixes.map(({ title }) => title)));
        for (const title of titles) {
          const [beginning = ''] = /^[A-Z]\w*(?: [a-z]+)?/.exec(title) ?? [];
          assert.ok(section.includes(`*${beginning}`), `“${title}”`);
        }
        assert.equal(/^None/m.test(section), titles.size === 0);
      });
    });
  }

  it('no rule that there is none of', () => {
    const pages = RULES.map(({ meta }) => `${meta.id}.md`);
    assert.deepEqual(fs.readdirSync('docs/rules').sort(), ['README.md', ...pages].sort());
  });
});

function findingsOf(text: string, settings: RuleSettings = {}): readonly RuleFinding[] {
  const service = new LanguageService();
  service.setRules(settings);
  service.setNote('file:///notes/example.debate', text);
  addBibliographies(service, { 'refs.bib': EXAMPLE });
  return service.findings('file:///notes/example.debate');
}
