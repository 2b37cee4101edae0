import assert from 'node:assert/strict';
import { writtenBaseline } from '../../../server/src/config/baseline';
import { LanguageService } from '../../../server/src/service';

const NOTE = 'file:///notes/sub/a.debate';

/** A service with one note, and files above it by path below `file:///notes/`. */
async function serviceOver(text: string, files: Readonly<Record<string, string>>): Promise<LanguageService> {
  const service = new LanguageService();
  service.setNote(NOTE, text);
  await service.linter.configuration.load(NOTE, {
    readFile: async (uri) => {
      const file = files[uri.replace('file:///notes/', '')];
      return file === undefined ? null : new TextEncoder().encode(file);
    },
  });
  return service;
}

/** A baseline that has what is found in a text now. */
async function baselineOf(text: string): Promise<Record<string, string>> {
  const service = await serviceOver(text, {});
  const findings = service.linter
    .findings(NOTE)
    .map((finding) => ({ rule: finding.rule, fingerprint: service.linter.fingerprint(NOTE, finding) }));
  return { '.debatenotes-baseline.json': writtenBaseline(new Map([['sub/a.debate', findings]])) };
}

/** Expects what is found after an edit, each as `severity words`, and how many entries of the baseline fit nothing more. */
async function check(before: string, after: string, expected: readonly string[], stale = 0) {
  const service = await serviceOver(after, await baselineOf(before));
  const found = service.linter.findings(NOTE).map(({ severity, range, isBaselined = false }) => {
    assert.equal(isBaselined, severity === 'hint');
    return `${severity} ${after.slice(range.start, after.indexOf('\n', range.start))}`;
  });
  assert.deepEqual(found, expected);
  const [problems = []] = service.linter.configProblems([NOTE]).values();
  assert.equal(problems.length, stale);
}

describe('findings that a baseline has', () => {
  it('are hints, and new ones are not', () =>
    check('claim: x\n', 'claim: x\nclaim: y\n', ['hint claim: x', 'warning claim: y']));
  it('are the same wherever they have moved to', () =>
    check('claim: x\nclaim: y\n', 'prose\n\nclaim: y\n\n# H\n  claim: x\n', ['hint claim: y', 'hint claim: x']));
  it('are as many as were there', () =>
    check('claim: x\nclaim: x\n', 'claim: x\nclaim: x\nclaim: x\n', [
      'hint claim: x',
      'hint claim: x',
      'warning claim: x',
    ]));
  it('are missed where they are gone', () => check('claim: x\nclaim: y\n', 'claim: x\n', ['hint claim: x'], 1));
  it('are new once their words have changed', () => check('claim: x\n', 'claim: z\n', ['warning claim: z'], 1));
});

describe('configuration files', () => {
  const severities = async (config: object) => {
    const service = await serviceOver('claim: x\n', { '.debatenotes.json': JSON.stringify(config) });
    return service.linter.findings(NOTE).map(({ severity }) => severity);
  };
  it('say how severe rules are', async () =>
    assert.deepEqual(await severities({ rules: { 'unsupported-claim': 'error' } }), ['error']));
  it('leave notes out', async () => assert.deepEqual(await severities({ ignore: 'sub' }), []));
});
