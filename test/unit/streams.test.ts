import assert from 'node:assert/strict';
import { PassThrough, Writable } from 'node:stream';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { JsonText } from '../../server/src/service';
import { TextWriter, withValue } from '../../server/src/streams';

/** What is read of some messages that are written. */
async function throughStream(...messages: readonly object[]): Promise<object[]> {
  const stream = new PassThrough();
  const read: object[] = [];
  const reader = new StreamMessageReader(stream);
  const done = new Promise<void>((resolve) => {
    reader.listen((message) => {
      read.push(message);
      if (read.length === messages.length) resolve();
    });
  });
  const writer = new TextWriter(stream);
  await Promise.all(messages.map((message) => writer.write(message as Message)));
  await done;
  return read;
}

const ENCODER = new TextEncoder();
const texts = (...pieces: string[]) => pieces.map((piece) => ENCODER.encode(piece));

describe('the writer of messages', () => {
  it('writes what a reader of the base protocol reads, in the order in which it was told', async () => {
    const messages = ['é', '😀', '\ud800', ''].map((result, id) => ({ jsonrpc: '2.0', id, result }));
    assert.deepEqual(await throughStream(...messages), messages);
  });

  it('gives another thread the value of such an answer, which can be copied', () => {
    const known = new JsonText(
      () => assert.fail('nobody needs the text'),
      () => [1],
    );
    const message = { jsonrpc: '2.0', id: 1, result: known };
    assert.deepEqual(structuredClone(withValue(message)), { ...message, result: [1] });
    assert.deepEqual(withValue({ jsonrpc: '2.0' }), { jsonrpc: '2.0' });
  });

  it('writes an answer that is text as it is', async () => {
    const result = new JsonText(
      () => texts('[{"name":"é"', '}', ']'),
      () => assert.fail('nobody needs the value'),
    );
    const [read] = await throughStream({ jsonrpc: '2.0', id: 1, result });
    assert.deepEqual(read, { jsonrpc: '2.0', id: 1, result: [{ name: 'é' }] });
  });

  it('writes the value of an answer that has no text', async () => {
    const result = new JsonText(
      () => null,
      () => ['x'],
    );
    assert.deepEqual(await throughStream({ jsonrpc: '2.0', id: 1, result }), [
      { jsonrpc: '2.0', id: 1, result: ['x'] },
    ]);
  });

  it('writes the pieces of a message at once', async () => {
    const batches: number[] = [];
    const stream = new Writable({
      writev: (chunks, done) => {
        batches.push(chunks.length);
        done();
      },
    });
    const result = new JsonText(
      () => texts('[', '1', ']'),
      () => [1],
    );
    await new TextWriter(stream).write({ jsonrpc: '2.0', id: 1, result } as Message);
    assert.deepEqual(batches, [6]);
  });

  it('tells of a stream that takes nothing any more', async () => {
    const stream = new Writable({ write: (_chunk, _encoding, done) => done(new Error('gone')) });
    const writer = new TextWriter(stream);
    const told: (number | undefined)[] = [];
    writer.onError(([, , count]) => told.push(count));
    let hasClosed = false;
    writer.onClose(() => {
      hasClosed = true;
    });
    await assert.rejects(writer.write({ jsonrpc: '2.0' }), /gone/);
    await new Promise((resolve) => setImmediate(resolve));
    assert.ok(told.includes(1), String(told));
    assert.ok(hasClosed);
  });
});
