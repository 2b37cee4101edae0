import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Range } from 'vscode-languageserver-types';
import { modern, type Start, TestClient } from './languageClient';

/** An untitled note, and a text for it with one unsupported claim and one cited paper. */
export const NOTE = 'untitled:Untitled-1';
export const CLAIM = 'claim: Judges can be trained.\nSee https://arxiv.org/pdf/2212.09251v1.pdf there.\n';

/** A copy of the fixture workspace. */
export interface Workspace {
  /** Path and URI of its folder. */
  readonly folder: string;
  readonly uri: string;
  /** URI of a file in it. */
  readonly file: (name: string) => string;
}

/** Server processes and workspaces for the tests of one suite; after each test they are ended and removed. */
export function sessions() {
  const running: TestClient[] = [];
  const folders: string[] = [];

  afterEach(async () => {
    for (const client of running.splice(0)) assert.equal(await client.stop(), 0);
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  });

  return {
    async start(options: Start = { capabilities: modern }): Promise<TestClient> {
      const client = await TestClient.start(options);
      running.push(client);
      return client;
    },
    async workspace(): Promise<Workspace> {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'debate-notes-'));
      folders.push(folder);
      await cp(path.join('test', 'fixtures', 'workspace'), folder, { recursive: true });
      return { folder, uri: pathToFileURL(folder).href, file: (name) => pathToFileURL(path.join(folder, name)).href };
    },
  };
}

export function span(startLine: number, startCharacter: number, endLine: number, endCharacter: number): Range {
  return {
    start: { line: startLine, character: startCharacter },
    end: { line: endLine, character: endCharacter },
  };
}

/** Parameters of a request about a position. */
export function at(uri: string, line: number, character: number) {
  return { textDocument: { uri }, position: { line, character } };
}

/** Tells the server what a watcher saw: 1 created, 2 changed, 3 deleted. */
export function changed(client: TestClient, uri: string, type: number): Promise<void> {
  return client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
}
