import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import {
  createMessageConnection,
  type DocumentDiagnosticReport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { CLAIM, NOTE } from '../support/sessions';

/** The command as it ships, bundled. */
const COMMAND = path.join(__dirname, '..', 'cli.js');

interface Served {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
}

/** Each way of talking to `debate-notes serve`, by its option. */
const transports: Readonly<Record<string, () => Promise<Served>>> = {
  '--stdio': async () => {
    const served = spawn(process.execPath, [COMMAND, 'serve', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const streams = [new StreamMessageReader(served.stdout), new StreamMessageWriter(served.stdin)] as const;
    return { process: served, connection: createMessageConnection(...streams) };
  },
  '--socket': async () => {
    const listening = net.createServer().listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const { port } = listening.address() as net.AddressInfo;
    const served = spawn(process.execPath, [COMMAND, 'serve', '--socket', String(port)], { stdio: 'inherit' });
    const [socket] = (await once(listening, 'connection')) as [net.Socket];
    listening.close();
    const streams = [new StreamMessageReader(socket), new StreamMessageWriter(socket)] as const;
    return { process: served, connection: createMessageConnection(...streams) };
  },
  '--node-ipc': async () => {
    const served = fork(COMMAND, ['serve', '--node-ipc'], { execArgv: [] });
    const streams = [new IPCMessageReader(served), new IPCMessageWriter(served)] as const;
    return { process: served, connection: createMessageConnection(...streams) };
  },
};

/** Opens a note as a client does that has nothing to say of itself; returns the rules of what is found in it. */
async function findings(connection: MessageConnection): Promise<unknown[]> {
  connection.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  await connection.sendNotification('initialized', {});
  const textDocument = { uri: NOTE, languageId: 'debate', version: 1, text: CLAIM };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
  return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
}

describe('debate-notes serve', () => {
  for (const [option, start] of Object.entries(transports)) {
    it(`serves with ${option}, and exits with 0 once it was shut down`, async () => {
      const { process: served, connection } = await start();
      assert.deepEqual(await findings(connection), ['unsupported-claim']);
      const ended = once(served, 'exit');
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      assert.deepEqual(await ended, [0, null]);
      connection.dispose();
    });
  }

  it('ends when its client goes without a word, and says by the exit code that it was not told to', async () => {
    for (const option of ['--stdio', '--socket', '--node-ipc']) {
      const { process: served, connection } = (await transports[option]?.()) ?? assert.fail();
      await findings(connection);
      const ended = once(served, 'exit');
      connection.end();
      connection.dispose();
      if (option === '--node-ipc') served.disconnect();
      served.stdin?.end();
      assert.deepEqual(await ended, [1, null], option);
    }
  });

  it('says what it is for on a command line that names no client', async () => {
    const cases = [
      [['serve'], /an editor starts the language server, with '--stdio', '--socket PORT' or '--node-ipc'/],
      [['serve', '--node-ipc'], /'--node-ipc' is for programs that fork this one/],
    ] as const;
    for (const [args, expected] of cases) {
      const command = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
      const [[exitCode], out, err] = await Promise.all([
        once(command, 'exit'),
        text(command.stdout),
        text(command.stderr),
      ]);
      assert.deepEqual([exitCode, out], [2, '']);
      assert.match(err, expected);
    }
  });
});
