import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PLAIN } from '../../../../server/src/cli/paint';
import { REPORTERS, type ReportFormat } from '../../../../server/src/cli/reporters/registry';
import type { Problem } from '../../../../server/src/cli/reporters/reporter';

const at = (line: number, column: number) => ({ line, column });

const PROBLEM: Problem = {
  file: 'notes/a, b.debate',
  rule: 'duplicate-id',
  severity: 'error',
  message: "'#a|b' is the id of 100% others:\nchange it.",
  range: { start: at(2, 7), end: at(2, 9) },
  related: [{ file: 'c.debate', range: { start: at(1, 7), end: at(1, 9) }, message: 'The first.' }],
  fixes: ["Change to '#a-2'"],
  isFixable: true,
  fingerprint: '0123456789abcdef',
};
const HINT: Problem = {
  ...PROBLEM,
  severity: 'hint',
  rule: 'own-side',
  range: { start: at(3, 1), end: at(4, 2) },
  related: [],
  isFixable: false,
};

const REPORT = { notes: 2, ignored: 0, fixed: 0, baselined: 0, hidden: [] };

/** Expects the lines of a report on two notes. */
async function check(format: ReportFormat, problems: readonly Problem[], ...lines: string[]) {
  const report = await REPORTERS[format]({ ...REPORT, problems }, PLAIN);
  assert.equal(report, lines.map((line) => `${line}\n`).join(''));
}

describe('a report', () => {
  it('for people has a problem a line, and counts them', async () => {
    await check(
      'text',
      [PROBLEM],
      "notes/a, b.debate:2:7: error: '#a|b' is the id of 100% others:\\x0achange it. [duplicate-id]",
      '    c.debate:1:7: The first.',
      '2 notes checked, 1 problem (1 error). `--fix` can mend 1.',
    );
    await check('text', [], '2 notes checked, no problems.');
    await check(
      'text',
      [HINT, HINT].map((hint) => ({ ...hint, message: 'x' })),
      ...[
        'notes/a, b.debate:3:1: hint: x [own-side]',
        'notes/a, b.debate:3:1: hint: x [own-side]',
        '2 notes checked, 2 problems (2 hints).',
      ],
    );
  });
  it('for scripts has the names that were promised', () => {
    const { isFixable, fingerprint, ...promised } = PROBLEM;
    return check('json', [PROBLEM], JSON.stringify({ notes: 2, problems: [promised] }));
  });
  it('for GitHub is workflow commands that nothing in a note can end', () =>
    check(
      'github',
      [PROBLEM, HINT],
      "::error file=notes/a%2C b.debate,line=2,endLine=2,col=7,endColumn=9,title=duplicate-id::'#a|b' is the id of 100%25 others:%0Achange it.",
      "::notice file=notes/a%2C b.debate,line=3,endLine=4,title=own-side::'#a|b' is the id of 100%25 others:%0Achange it.",
      '2 notes checked, 2 problems (1 error, 1 hint).',
    ));
  it('lets nothing in a note steer the log or the page it is shown in', async () => {
    const steering = { ...PROBLEM, file: 'a\x1b[1m.debate', message: 'red \x1b[31m\x07', fixes: [], related: [] };
    for (const format of ['text', 'github', 'markdown'] as const) {
      const report = await REPORTERS[format]({ ...REPORT, problems: [steering] }, PLAIN);
      assert.doesNotMatch(report, /(?!\n)\p{Cc}/u, format);
      assert.match(report, /red \\+x1b/, format);
    }
  });
  it('in Markdown is a table for each note, whose cells nothing in a note can part', () =>
    check(
      'markdown',
      [PROBLEM, HINT],
      '2 notes checked, 2 problems (1 error, 1 hint).',
      '',
      '**notes/a, b.debate**',
      '',
      '| line | severity | rule | |',
      '| --- | --- | --- | --- |',
      "| 2 | error | duplicate-id | '\\#a\\|b' is the id of 100% others: change it. |",
      "| 3 | hint | own-side | '\\#a\\|b' is the id of 100% others: change it. |",
    ));
  it('counts what nobody has asked to see', async () => {
    for (const format of ['text', 'github', 'markdown'] as const) {
      const report = await REPORTERS[format]({ ...REPORT, hidden: [HINT, HINT], problems: [] }, PLAIN);
      assert.equal(report, '2 notes checked, no errors, 2 problems (2 hints) not shown.\n');
    }
  });
  it('has every format in the reference of the command', () => {
    const page = readFileSync('docs/cli.md', 'utf8');
    assert.ok(page.includes(`--format ${Object.keys(REPORTERS).join('|')}`));
  });
});
