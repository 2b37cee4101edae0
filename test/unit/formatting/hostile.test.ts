import { formatUnchecked } from '../../../server/src/formatting/format';
import { parse } from '../../../server/src/syntax/parse';

/** Formats a text, which in quadratic time takes longer than a test may. */
function check(text: string) {
  formatUnchecked(parse(text), { bullets: 'add', indent: 4, tabs: true, separate: true });
}

describe('hostile notes are formatted in one go', () => {
  for (const unit of [
    ...['- claim: A\n\n\n', '    claim: A\nsupport: B\n', 'claim: A\n> B\n', '  <!--\n-->\n', 'claim:          \n'],
    ...['question: A\nclaim: B\nanswer: C\n', '      undercut: A\n   support: B\n rebuttal: C\nanswer: D\n'],
  ]) {
    it(`${JSON.stringify(unit)}, over and over`, () => check(unit.repeat(10_000 / unit.length)));
  }

  it('one statement with thousands of lines', () => check(`claim: A\n${'    B\n\n'.repeat(3000)}`));
  it('one claim with thousands of replies, one question with answers between topics', () => {
    check(`claim: A\n${'  support: B\n'.repeat(3000)}`);
    check(`question: A\n${'claim: B\nanswer: C\n'.repeat(3000)}`);
  });
  it('thousands of topics, each of which is in the way of the next', () =>
    check(Array.from({ length: 200 }, (_, i) => `${' '.repeat(400 - 2 * i)}claim: A\n`).join('')));
  it('statements nested a thousand deep', () =>
    check(Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}rebuttal: A`).join('\n')));
});
