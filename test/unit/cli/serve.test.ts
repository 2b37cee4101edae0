import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { run } from '../../support/terminal';

describe('debate-notes serve', () => {
  it('starts the server on the transport that is named', async () => {
    assert.deepEqual(await run(['serve', '--stdio']), { exitCode: 0, out: '', err: '', started: [null] });
    const listening = net.createServer((socket) => socket.end()).listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const { port } = listening.address() as net.AddressInfo;
    assert.deepEqual((await run(['serve', '--socket', String(port)])).started, [port]);
    listening.close();
    await once(listening, 'close');
    const { exitCode, err, started } = await run(['serve', '--socket', String(port)]);
    assert.deepEqual([exitCode, started], [2, undefined]);
    assert.match(err, new RegExp(`^debate-notes: Nobody listens on port ${port} of this machine: .+\n$`));
  });

  it('tells people at a terminal what it waits for, and waits', async () => {
    const { out, err, started } = await run(['serve', '--stdio'], '', { isTyped: true });
    assert.deepEqual([out, started], ['', [null]]);
    assert.match(err, /This is a language server, and waits for an editor/);
  });

  it('takes one transport, and a port for a socket', async () => {
    const wrong = [
      ['--stdio', '--socket', '4000'],
      ['--node-ipc', '--stdio'],
      ['--socket'],
      ['--socket', '0'],
      ['--socket', '65536'],
      ['--socket', '4e3'],
      ['--stdio', 'notes'],
    ];
    for (const args of wrong) {
      const { exitCode, out, err, started } = await run(['serve', ...args]);
      assert.deepEqual([exitCode, out, started], [2, '', undefined], args.join(' '));
      assert.notEqual(err, '', args.join(' '));
    }
  });
});
