import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PLAIN } from '../../../../server/src/cli/paint';
import type { Problem } from '../../../../server/src/cli/reporters/reporter';
import { sarif } from '../../../../server/src/cli/reporters/sarif';
import { RULES } from '../../../../server/src/service';

const PROBLEM: Problem = {
  file: 'notes/a.debate',
  rule: 'own-side',
  severity: 'hint',
  message: 'Words.',
  range: { start: { line: 2, column: 7 }, end: { line: 3, column: 9 } },
  related: [],
  fixes: [],
  isFixable: false,
  fingerprint: '0123456789abcdef',
};

async function runOf(...problems: readonly Partial<Problem>[]) {
  const all = problems.map((problem) => ({ ...PROBLEM, ...problem }));
  const log = JSON.parse(
    await sarif({ notes: 2, ignored: 0, fixed: 0, baselined: 0, hidden: [], problems: all }, PLAIN),
  );
  assert.equal(log.version, '2.1.0');
  return log.runs[0];
}

/** Expects the address that a file has in a report. */
async function checkAddress(file: string, expected: object) {
  const { results } = await runOf({ file });
  assert.deepEqual(results[0].locations[0].physicalLocation.artifactLocation, expected);
}

describe('a report in SARIF', () => {
  it('has every rule with its page, and what is said of files', async () => {
    const { rules } = (await runOf()).tool.driver;
    assert.deepEqual(
      rules.map(({ id }: { id: string }) => id),
      [...RULES.map(({ meta }) => meta.id), 'invalid-encoding', 'invalid-configuration', 'stale-baseline-entry'],
    );
    const { meta } = RULES[0] ?? assert.fail();
    const { help, fullDescription, ...rest } = rules[0];
    assert.deepEqual(rest, {
      id: meta.id,
      name: 'UnsupportedClaim',
      shortDescription: { text: meta.description },
      defaultConfiguration: { level: 'warning' },
      properties: { tags: meta.tags },
    });
    assert.match(fullDescription.text, /^Fires on a `claim` or an `answer` that nobody has given a reason for/);
    assert.match(help.markdown, /^# `unsupported-claim`\n\nSeverity: warning\.\n\n\*\*Fires on\*\* a `claim`/);
    assert.ok(!help.markdown.includes('.md)'), 'no link that leads nowhere');
  });

  it('says of a problem where it is, what it is and how to tell it again', async () => {
    const [result] = (await runOf({ related: [{ file: 'b.debate', range: PROBLEM.range, message: 'There.' }] }))
      .results;
    const region = { startLine: 2, startColumn: 7, endLine: 3, endColumn: 9 };
    const locationIn = (uri: string) => ({ artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, region });
    assert.deepEqual(result, {
      ruleId: 'own-side',
      ruleIndex: RULES.findIndex(({ meta }) => meta.id === 'own-side'),
      level: 'note',
      message: { text: 'Words.' },
      locations: [{ physicalLocation: locationIn('notes/a.debate') }],
      relatedLocations: [{ id: 0, physicalLocation: locationIn('b.debate'), message: { text: 'There.' } }],
      partialFingerprints: { 'contentFingerprint/v1': '0123456789abcdef' },
    });
  });

  it('has a level for every severity, and an index for every rule', async () => {
    const severities = ['error', 'warning', 'information', 'hint'];
    const { results } = await runOf(...severities.map((severity) => ({ severity, rule: 'invalid-encoding' })));
    assert.deepEqual(
      results.map(({ level, ruleIndex }: { level: string; ruleIndex: number }) => [level, ruleIndex]),
      ['error', 'warning', 'note', 'note'].map((level) => [level, RULES.length]),
    );
  });

  it('addresses files from the folder it runs in, and others as a whole', async () => {
    const inFolder = (uri: string) => ({ uri, uriBaseId: '%SRCROOT%' });
    await checkAddress('a b%#?ü.debate', inFolder('a%20b%25%23%3F%C3%BC.debate'));
    await checkAddress('./x/../a.debate', inFolder('a.debate'));
    await checkAddress(path.resolve('notes/a.debate'), inFolder('notes/a.debate'));
    if (path.sep === '/') await checkAddress('c:a.debate', inFolder('c%3Aa.debate'));
    const outside = path.resolve('..', 'a.debate');
    await checkAddress('../a.debate', { uri: pathToFileURL(outside).href });
    // A folder whose name only begins like ours is not ours.
    await checkAddress(`${path.resolve('.')}x/a.debate`, { uri: pathToFileURL(`${path.resolve('.')}x/a.debate`).href });
  });

  it('makes no links of the words of a note', async () => {
    const { results } = await runOf({ message: 'see [this](1)' }, { message: 'the [[#id]] there' });
    assert.deepEqual(
      results.map(({ message }: { message: { text: string } }) => message.text),
      ['see \\[this\\](1)', 'the [[#id]] there'],
    );
  });

  it('makes no placeholders of the words of a note', async () => {
    const { results } = await runOf({ message: 'at {0}, {x}' });
    assert.equal(results[0].message.text, 'at {{0}}, {{x}}');
  });
});
