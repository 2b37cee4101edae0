import assert from 'node:assert/strict';
import { readConfigFile } from '../../../server/src/config/configFile';
import { marked, withMarks } from '../../support/marks';

/** Expects the faults of a configuration file, `⟦…⟧` around each, and what they say. */
function checkFaults(source: string, ...messages: string[]) {
  const { text } = marked(source);
  const { faults } = readConfigFile(text);
  assert.equal(
    withMarks(
      text,
      faults.map(({ range }) => range),
    ),
    source,
  );
  assert.deepEqual(
    faults.map(({ message }) => message),
    messages,
  );
}

describe('a configuration file', () => {
  it('is JSON with comments and trailing commas', () => {
    const text = `// for everybody
{
  "$schema": "x",
  "extends": ["./a.json", "b.json",],
  "ignore": "archive/**", /* old */
  "rules": { "own-side": "off", "self-attack": { "severity": "hint" } },
  "overrides": [{ "files": "drafts/**", "rules": { "own-side": "error" } }],
}`;
    const { faults, extends: bases, ...rest } = readConfigFile(text);
    assert.deepEqual(faults, []);
    assert.deepEqual(
      bases.map(({ text: path, range }) => [path, text.slice(range.start, range.end)]),
      [
        ['./a.json', '"./a.json"'],
        ['b.json', '"b.json"'],
      ],
    );
    assert.deepEqual(rest, {
      ignore: ['archive/**'],
      rules: { 'own-side': { severity: 'off' }, 'self-attack': { severity: 'hint', options: {} } },
      overrides: [{ files: ['drafts/**'], rules: { 'own-side': { severity: 'error' } } }],
    });
  });

  it('may be empty', () => {
    for (const source of ['', ' \n', '{}', '// nothing']) checkFaults(source);
  });

  it('sets nothing while it is no JSON', () => {
    checkFaults(
      '{ "rules": { "own-side": "off" ⟦}⟧',
      'This is not valid JSON (close brace expected), so nothing in this file holds.',
    );
    assert.deepEqual(readConfigFile('{ "rules": { "own-side": "off" }').rules, {});
    checkFaults(`⟦[⟧${'['.repeat(100_000)}`, 'This is nested too deeply, so nothing in this file holds.');
  });

  it('says where a key or a value is wrong, and keeps the rest', () => {
    checkFaults('⟦[]⟧', 'A configuration is an object: { "rules": … }.');
    checkFaults('{ ⟦"ruels"⟧: {} }', "There is no setting 'ruels'. 'rules'?");
    checkFaults(
      '{ "rules": { ⟦"own-sied"⟧: "off", "self-attack": ⟦3⟧, "own-side": "off" } }',
      "There is no rule 'own-sied'. 'own-side'?",
      "'self-attack' can be 'error', 'warning', 'information', 'hint' or 'off', or an object with 'severity' and options.",
    );
    checkFaults('{ "rules": { "own-side": { ⟦"x"⟧: 1 } } }', "There is no option of 'own-side' 'x'.");
    checkFaults('{ "rules": ⟦[]⟧ }', 'An object is wanted here, with a rule for each key.');
    checkFaults('{ "extends": ⟦1⟧ }', 'A path to another configuration file is wanted here, or a list of them.');
    checkFaults(
      '{ "ignore": ["a", ⟦{}⟧, ⟦""⟧] }',
      ...Array.from({ length: 2 }, () => "A glob pattern is wanted here, such as 'archive/**', or a list of them."),
    );
    checkFaults('{ "overrides": ⟦{}⟧ }', 'A list of { "files": [ … ], "rules": { … } } is wanted here.');
    checkFaults(
      '{ "overrides": [⟦{ "rules": {} }⟧, ⟦1⟧] }',
      ...Array.from({ length: 2 }, () => '{ "files": [ … ], "rules": { … } } is wanted here.'),
    );
    checkFaults(
      '{ "overrides": [{ "files": "a", ⟦"rule"⟧: {} }] }',
      "There is no setting of an override 'rule'. 'rules'?",
    );
  });

  it('takes no harm from the names that every object has', () =>
    checkFaults(
      '{ ⟦"__proto__"⟧: { "rules": {} }, "rules": { ⟦"__proto__"⟧: "off" } }',
      "There is no setting '__proto__'.",
      "There is no rule '__proto__'.",
    ));
});
