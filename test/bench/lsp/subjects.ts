import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { MessageConnection } from 'vscode-languageserver-protocol';
import { SERVER_FLAGS } from '../../../client/src/life/serverFlags';
import { installPeers } from '../installPeers';
import { dependencies } from '../lspPeers/package.json';
import { type Document, json, markdown, note } from './documents';
import type { Subject } from './serverProcess';

/** A server, and how its documents are made. */
export interface Compared extends Subject {
  readonly document: (lines: number) => Document;
}

/** As it is shipped: `dist` itself has what people debug. */
export const debateNotes: Compared = {
  name: 'Debate Notes',
  // As VS Code starts it.
  command: [...SERVER_FLAGS, path.join(__dirname, '..', '..', 'product', 'server.js'), '--stdio'],
  language: 'debate',
  ending: '.debate',
  document: note,
};

/** What is used of `markdown-it`, which is installed apart and so unknown to the compiler. */
type MarkdownIt = new (options: object) => { parse(text: string, environment: object): unknown };

/**
 * The servers that this one is measured beside, installed where they are not yet.
 * @returns the servers, or why there are none
 */
export async function loadPeers(): Promise<readonly Compared[] | string> {
  const { folder, problem } = installPeers('lspPeers');
  if (problem !== null) return problem;
  const packages = path.join(folder, 'node_modules');
  const entry = path.join(packages, 'markdown-it', 'index.mjs');
  const { default: Parser } = (await import(pathToFileURL(entry).href)) as { default: MarkdownIt };
  const parser = new Parser({ html: true });
  return [
    {
      name: `JSON ${dependencies['vscode-langservers-extracted']}`,
      command: [path.join(packages, 'vscode-langservers-extracted', 'bin', 'vscode-json-language-server'), '--stdio'],
      language: 'json',
      ending: '.json',
      initializationOptions: { provideFormatter: true },
      // Without it, 5,000 symbols are all that it sends.
      settings: { json: { validate: { enable: true }, resultLimit: 1_000_000 } },
      document: json,
    },
    {
      name: `Markdown ${dependencies['vscode-markdown-languageserver']}`,
      command: [path.join(packages, 'vscode-markdown-languageserver', 'dist', 'node', 'workerMain.js'), '--stdio'],
      language: 'markdown',
      ending: '.md',
      initializationOptions: { markdownFileExtensions: ['md'] },
      settings: { markdown: MARKDOWN_SETTINGS },
      serve: (connection, texts, workspace) =>
        serveMarkdown(connection, texts, workspace, (text) => parser.parse(text, {})),
      document: markdown,
    },
  ];
}

const MARKDOWN_SETTINGS = {
  validate: {
    enabled: true,
    referenceLinks: { enabled: 'warning' },
    fragmentLinks: { enabled: 'warning' },
    fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
    unusedLinkDefinitions: { enabled: 'hint' },
    duplicateLinkDefinitions: { enabled: 'warning' },
    ignoredLinks: [],
  },
  suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
  server: { log: 'off' },
};

/** Markdown's server has its client parse and read for it, which is not counted among its costs. */
function serveMarkdown(
  connection: MessageConnection,
  texts: ReadonlyMap<string, string>,
  folder: string,
  parse: (text: string) => unknown,
): void {
  const read = (uri: string) => texts.get(uri) ?? readFileSync(fileURLToPath(uri), 'utf8');
  connection.onRequest('markdown/parse', ({ uri, text }) => parse(text ?? read(uri)));
  connection.onRequest('markdown/fs/readFile', ({ uri }) => [...readFileSync(fileURLToPath(uri))]);
  connection.onRequest('markdown/fs/readDirectory', ({ uri }) =>
    readdirSync(fileURLToPath(uri), { withFileTypes: true }).map((entry) => [
      entry.name,
      { isDirectory: entry.isDirectory() },
    ]),
  );
  connection.onRequest('markdown/fs/stat', ({ uri }) => {
    const found = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
    return found ? { isDirectory: found.isDirectory() } : null;
  });
  connection.onRequest('markdown/fs/watcher/create', () => null);
  connection.onRequest('markdown/fs/watcher/delete', () => null);
  connection.onRequest('markdown/findMarkdownFilesInWorkspace', () =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => pathToFileURL(path.join(folder, name)).href),
  );
}
