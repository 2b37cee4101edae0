import assert from 'node:assert/strict';
import { run } from '../../support/terminal';

const CHEN = {
  kind: 'arxiv',
  id: '2107.03374',
  version: null,
  url: 'https://arxiv.org/abs/2107.03374',
  pdf: 'https://arxiv.org/pdf/2107.03374',
};
const PAGE = { kind: 'url', id: 'https://example.org/', version: null, url: 'https://example.org/', pdf: null };

/** Every line of the answer is one object, its names in this order. */
async function check(args: readonly string[], input: string, ...expected: object[]) {
  const outcome = await run(['cite', ...args], input);
  assert.deepEqual(outcome, {
    exitCode: 0,
    out: expected.map((line) => `${JSON.stringify(line)}\n`).join(''),
    err: '',
  });
}

describe('debate-notes cite', () => {
  it('answers every argument', async () => {
    await check(
      ['arXiv:2107.03374', 'https://example.org'],
      'never read',
      { input: 'arXiv:2107.03374', ...CHEN },
      {
        input: 'https://example.org',
        ...PAGE,
      },
    );
    await check(['10.1000/182v2', '--format', 'json'], '', {
      input: '10.1000/182v2',
      kind: 'doi',
      id: '10.1000/182v2',
      version: null,
      url: 'https://doi.org/10.1000/182v2',
      pdf: null,
    });
  });

  it('answers every line of standard input when there is no argument', async () => {
    await check(
      [],
      '2107.03374\n\n  \r\nhttps://example.org\r\n',
      { input: '2107.03374', ...CHEN },
      {
        input: 'https://example.org',
        ...PAGE,
      },
    );
    await check([], '');
  });

  it('gives the input back as it is', async () => {
    const input = '  see [it](https://arxiv.org/abs/2107.03374) "🙂"\\ ';
    await check([input], '', { input, ...CHEN });
    await check([], `${input}\n`, { input, ...CHEN });
  });

  it('takes nothing but the line break from a line', async () => {
    const rejected = 'no reference recognised';
    await check(
      [],
      ' a\t\r\n\rb\rc\n\u2028d\r\r\ne\r',
      { input: ' a\t', rejected },
      { input: '\rb\rc', rejected },
      { input: '\u2028d\r', rejected },
      { input: 'e\r', rejected },
    );
  });

  it('spells out control characters in text, never in JSON', async () => {
    const input = '\x1b]0;pwn\x07\x9b31m';
    const { out } = await run(['cite', '--format', 'text', input]);
    assert.equal(out, '\\x1b]0;pwn\\x07\\x9b31m: rejected: no reference recognised\n');
    const turned = await run(['cite', '--format', 'text', '\u202egro.vixra\u2066']);
    assert.equal(turned.out, '\\u202egro.vixra\\u2066: rejected: no reference recognised\n');
    await check([input], '', { input, rejected: 'no reference recognised' });
  });

  it('answers an input with several references in several lines', async () => {
    const input = 'arXiv:2107.03374; https://example.org';
    await check([input], '', { input, ...CHEN }, { input, ...PAGE });
  });

  it('says why it rejects a reference, which is an answer too', async () => {
    await check([''], '', { input: '', rejected: 'no reference recognised' });
    await check(
      ['arXiv:2113.03374', 'a book'],
      '',
      { input: 'arXiv:2113.03374', rejected: 'month 13 does not exist' },
      {
        input: 'a book',
        rejected: 'no reference recognised',
      },
    );
  });

  it('says what was probably meant', async () => {
    const input = 'arXiv:2107.3374';
    const rejected = 'since 2015 the number after the dot has 5 digits, not 4';
    await check([input], '', { input, rejected, meant: 'arXiv:2107.03374' });
    const { out } = await run(['cite', '--format', 'text', input]);
    assert.equal(out, `${input}: rejected: ${rejected} (perhaps arXiv:2107.03374)\n`);
  });

  it('prints text on request', async () => {
    const { out } = await run(['cite', '--format', 'text', 'arXiv:2107.03374v2', 'https://example.org', 'a book']);
    assert.deepEqual(out.split('\n'), [
      'arXiv:2107.03374v2: arxiv 2107.03374v2  https://arxiv.org/abs/2107.03374v2  https://arxiv.org/pdf/2107.03374v2',
      'https://example.org: url https://example.org/  https://example.org/',
      'a book: rejected: no reference recognised',
      '',
    ]);
  });
});
