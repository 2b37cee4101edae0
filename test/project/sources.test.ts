import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const MOST_LINES = 300;

/** Files that call a `fetch` that they are given. */
const HANDED_IN = ['server/src/lookup/ask.ts'];

describe('every source file', () => {
  const files = ['client/src', 'server/src', 'test'].flatMap(sourcesBelow);

  it(`has at most ${MOST_LINES} lines`, () => {
    const long = files.map((file) => [file, linesOf(file)] as const).filter(([, lines]) => lines > MOST_LINES);
    assert.deepEqual(long, []);
  });

  it('that ships leaves the network to network.ts', () => {
    const ways =
      /\bfetch\s*\(|\bglobalThis\.fetch\b|XMLHttpRequest|WebSocket|EventSource|sendBeacon|(?:from|import|require)[\s(]*['"](?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?['"]/;
    const used = files.filter((file) => !file.startsWith('test/') && ways.test(fs.readFileSync(file, 'utf8')));
    assert.deepEqual(
      used.filter((file) => !HANDED_IN.includes(file)),
      ['server/src/network.ts'],
    );
  });

  it('of the server stands in a room that has tests', () => {
    const rooms = new Set(
      sourcesBelow('server/src').flatMap((file) => /^server\/src\/([^/]+)\//.exec(file)?.[1] ?? []),
    );
    const tested = (room: string) => ['unit', 'protocol'].some((suite) => hasTests(path.join('test', suite), room));
    assert.deepEqual(
      [...rooms].filter((room) => !tested(room)),
      [],
    );
  });
});

function sourcesBelow(folder: string): string[] {
  const entries = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries.filter((name) => name.endsWith('.ts')).map((name) => path.posix.join(folder, name));
}

function linesOf(file: string): number {
  return fs.readFileSync(file, 'utf8').split('\n').length - 1;
}

/** Whether some test of a suite imports from a room. */
function hasTests(suite: string, room: string): boolean {
  return sourcesBelow(suite).some((file) => fs.readFileSync(file, 'utf8').includes(`/server/src/${room}/`));
}
