import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { isColoured } from '../../../server/src/cli/paint';
import { inFolder } from '../../support/folders';
import { type Circumstances, run } from '../../support/terminal';

const TERMINAL = { isTerminal: { out: true, err: true } };

/** Whether a report has colours under some circumstances. */
async function check(expected: boolean, args: readonly string[], circumstances: Circumstances) {
  const plain = await run(['check', '--stdin'], 'claim: x\ncite:');
  const { out } = await run(['check', '--stdin', ...args], 'claim: x\ncite:', circumstances);
  assert.equal(out !== plain.out, expected);
  assert.equal(stripVTControlCharacters(out), plain.out, 'the same words');
}

describe('colour', () => {
  it('is for terminals that know it', async () => {
    await check(true, [], TERMINAL);
    await check(false, [], { isTerminal: { out: false, err: true } });
    await check(false, [], { ...TERMINAL, environment: { TERM: 'dumb' } });
  });

  it('is had or not as the option says, then FORCE_COLOR, then NO_COLOR', async () => {
    await check(true, ['--color'], { environment: { NO_COLOR: '1', FORCE_COLOR: '0' } });
    await check(false, ['--no-color'], { ...TERMINAL, environment: { FORCE_COLOR: '1' } });
    await check(true, [], { environment: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    await check(true, [], { environment: { FORCE_COLOR: '' } });
    for (const off of ['0', 'false']) await check(false, [], { ...TERMINAL, environment: { FORCE_COLOR: off } });
    await check(false, [], { ...TERMINAL, environment: { NO_COLOR: '1' } });
    await check(true, [], { ...TERMINAL, environment: { NO_COLOR: '' } });
  });

  it('may be said before the command, too', async () => {
    const { out } = await run(['--color', 'check', '--stdin'], 'claim: x');
    assert.match(out, /\x1b\[33mwarning/);
  });

  it('is in no report but the one for people', async () => {
    for (const format of ['json', 'sarif', 'github', 'markdown']) {
      const { out } = await run(['check', '--stdin', '--format', format, '--color'], 'claim: x');
      assert.ok(!out.includes('\x1b'), format);
    }
  });

  it('never comes out of a note or its name', async () => {
    await inFolder({ '\x1b[2J.debate': 'claim: x' }, async (folder) => {
      const { out } = await run(['check', folder, '--color']);
      assert.ok(out.includes('\\x1b[2J.debate'));
      assert.ok(!out.includes('\x1b[2J'));
    });
  });

  it('is decided on in one place', () => {
    assert.equal(isColoured(undefined, { isTerminal: { out: true, err: false }, environment: {} }), true);
  });
});
