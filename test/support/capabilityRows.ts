import type {
  CallHierarchyItem,
  CodeLens,
  CompletionItem,
  InlayHint,
  ServerCapabilities,
} from 'vscode-languageserver-protocol';
import type { TestClient } from './languageClient';
import { at, span } from './sessions';

/** What a request is asked with, beside the note, and what must be in the answer so that it is a real one. */
export interface Row {
  /** Where the server says that it answers; the rest of the capability is named, too. */
  readonly announced: (server: ServerCapabilities) => unknown;
  readonly ask: (client: TestClient, uri: string) => Promise<unknown>;
  /** Stands in the answer, written as JSON. */
  readonly shows: RegExp;
}

const CLAIM = { line: 1, character: 8 };
const WHOLE = span(0, 0, 6, 0);
const OPTIONS = { tabSize: 2, insertSpaces: true };

/** Asks about the whole note, with some more parameters. */
const note =
  (method: string, more: object = {}) =>
  (client: TestClient, uri: string) =>
    client.request<unknown>(method, { textDocument: { uri }, ...more });

/** Asks, and then asks again about the first of the answers, by a function of the request. */
function resolved<T>(method: string, more: object, resolve: string, items = (answer: unknown) => answer as T[]) {
  return async (client: TestClient, uri: string) => {
    const [first] = items(await note(method, more)(client, uri));
    return client.request(resolve, first);
  };
}

async function calls(client: TestClient, uri: string, direction: string): Promise<unknown> {
  const items = await client.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', at(uri, 1, 8));
  return client.request(`callHierarchy/${direction}`, { item: items[0] });
}

async function tokensAfterEdit(client: TestClient, uri: string): Promise<unknown> {
  const textDocument = { uri };
  const { resultId } = await client.request<{ resultId: string }>('textDocument/semanticTokens/full', { textDocument });
  await client.edit(uri, 2, { range: span(0, 0, 0, 0), text: '\n' });
  const delta = await client.request('textDocument/semanticTokens/full/delta', {
    textDocument,
    previousResultId: resultId,
  });
  await client.edit(uri, 3, { range: span(0, 0, 1, 0), text: '' });
  return delta;
}

/** Every request that a client can find announced, by its method. */
export const ROWS: Readonly<Record<string, Row>> = {
  'textDocument/diagnostic': {
    announced: (server) => server.diagnosticProvider,
    ask: note('textDocument/diagnostic'),
    shows: /"code":"unsupported-claim".*"resultId"|"resultId".*"code":"unsupported-claim"/,
  },
  'textDocument/completion': {
    announced: (server) => server.completionProvider,
    ask: note('textDocument/completion', { position: { line: 3, character: 19 } }),
    shows: /"label":"#?scales"/,
  },
  'completionItem/resolve': {
    announced: (server) => server.completionProvider?.resolveProvider,
    ask: resolved<CompletionItem>(
      'textDocument/completion',
      { position: { line: 3, character: 19 } },
      'completionItem/resolve',
      (answer) => (answer as { items: CompletionItem[] }).items ?? answer,
    ),
    shows: /"documentation":.*Debate scales/,
  },
  'textDocument/hover': {
    announced: (server) => server.hoverProvider,
    ask: note('textDocument/hover', { position: CLAIM }),
    shows: /Rebutted/,
  },
  'textDocument/definition': {
    announced: (server) => server.definitionProvider,
    ask: note('textDocument/definition', { position: { line: 3, character: 20 } }),
    shows: /"line":1/,
  },
  'textDocument/declaration': {
    announced: (server) => server.declarationProvider,
    ask: note('textDocument/declaration', { position: { line: 3, character: 20 } }),
    shows: /"line":1/,
  },
  'textDocument/references': {
    announced: (server) => server.referencesProvider,
    ask: note('textDocument/references', { position: CLAIM, context: { includeDeclaration: false } }),
    shows: /other\.debate.*capable\.debate|capable\.debate.*other\.debate/,
  },
  'textDocument/documentHighlight': {
    announced: (server) => server.documentHighlightProvider,
    ask: note('textDocument/documentHighlight', { position: CLAIM }),
    shows: /"line":1.*"line":3/,
  },
  'textDocument/prepareRename': {
    announced: (server) => (server.renameProvider as { prepareProvider?: boolean } | undefined)?.prepareProvider,
    ask: note('textDocument/prepareRename', { position: CLAIM }),
    shows: /"line":1/,
  },
  'textDocument/rename': {
    announced: (server) => server.renameProvider,
    ask: note('textDocument/rename', { position: CLAIM, newName: 'weighs' }),
    shows: /other\.debate.*weighs/,
  },
  'workspace/willRenameFiles': {
    announced: (server) => server.workspace?.fileOperations?.willRename,
    ask: (client, uri) => client.request('workspace/willRenameFiles', { files: [renamed(uri)] }),
    shows: /other\.debate.*renamed/,
  },
  'textDocument/documentSymbol': {
    announced: (server) => server.documentSymbolProvider,
    ask: note('textDocument/documentSymbol'),
    shows: /Oversight.*Debate scales/,
  },
  'workspace/symbol': {
    announced: (server) => server.workspaceSymbolProvider,
    ask: (client) => client.request('workspace/symbol', { query: 'says deb' }),
    shows: /Debate scales/,
  },
  'textDocument/codeAction': {
    announced: (server) => server.codeActionProvider,
    ask: note('textDocument/codeAction', { range: span(4, 0, 4, 5), context: { diagnostics: [] } }),
    shows: /"kind":"quickfix"/,
  },
  'textDocument/codeLens': {
    announced: (server) => server.codeLensProvider,
    ask: note('textDocument/codeLens'),
    shows: /"line":1/,
  },
  'codeLens/resolve': {
    announced: (server) => server.codeLensProvider?.resolveProvider,
    ask: resolved<CodeLens>('textDocument/codeLens', {}, 'codeLens/resolve'),
    shows: /1 support · 2 rebuttals/,
  },
  'textDocument/inlayHint': {
    announced: (server) => server.inlayHintProvider,
    ask: note('textDocument/inlayHint', { range: WHOLE }),
    shows: /rebutted/,
  },
  'inlayHint/resolve': {
    announced: (server) => (server.inlayHintProvider as { resolveProvider?: boolean } | undefined)?.resolveProvider,
    ask: resolved<InlayHint>('textDocument/inlayHint', { range: WHOLE }, 'inlayHint/resolve'),
    shows: /"tooltip":/,
  },
  'textDocument/semanticTokens/full': {
    announced: (server) => server.semanticTokensProvider?.full,
    ask: note('textDocument/semanticTokens/full'),
    shows: /"data":\[\d+,\d+/,
  },
  'textDocument/semanticTokens/full/delta': {
    announced: (server) => (server.semanticTokensProvider?.full as { delta?: boolean } | undefined)?.delta,
    ask: tokensAfterEdit,
    shows: /"edits":\[\{"start":0,"deleteCount":5,"data":\[2,0,5,0,\d+\]\}\]/,
  },
  'textDocument/semanticTokens/range': {
    announced: (server) => server.semanticTokensProvider?.range,
    ask: note('textDocument/semanticTokens/range', { range: span(3, 0, 4, 0) }),
    shows: /"data":\[3,/,
  },
  'textDocument/foldingRange': {
    announced: (server) => server.foldingRangeProvider,
    ask: note('textDocument/foldingRange'),
    shows: /"startLine":1/,
  },
  'textDocument/selectionRange': {
    announced: (server) => server.selectionRangeProvider,
    ask: note('textDocument/selectionRange', { positions: [CLAIM] }),
    shows: /"parent":\{.*"parent":/,
  },
  'textDocument/documentLink': {
    announced: (server) => server.documentLinkProvider,
    ask: note('textDocument/documentLink'),
    shows: /arxiv\.org\/abs\/1805\.00899/,
  },
  'textDocument/linkedEditingRange': {
    announced: (server) => server.linkedEditingRangeProvider,
    ask: note('textDocument/linkedEditingRange', { position: CLAIM }),
    shows: /"line":1.*"line":3/,
  },
  'textDocument/formatting': {
    announced: (server) => server.documentFormattingProvider,
    ask: note('textDocument/formatting', { options: OPTIONS }),
    shows: /"line":4.*"newText":/,
  },
  'textDocument/rangeFormatting': {
    announced: (server) => server.documentRangeFormattingProvider,
    ask: note('textDocument/rangeFormatting', { range: span(4, 0, 5, 0), options: OPTIONS }),
    shows: /"line":4.*"newText":/,
  },
  'textDocument/onTypeFormatting': {
    announced: (server) => server.documentOnTypeFormattingProvider,
    ask: note('textDocument/onTypeFormatting', { position: { line: 4, character: 6 }, ch: ':', options: OPTIONS }),
    shows: /"newText":"c"|"newText":"claim/,
  },
  'textDocument/prepareCallHierarchy': {
    announced: (server) => server.callHierarchyProvider,
    ask: note('textDocument/prepareCallHierarchy', { position: CLAIM }),
    shows: /Debate scales/,
  },
  'callHierarchy/incomingCalls': {
    announced: (server) => server.callHierarchyProvider,
    ask: (client, uri) => calls(client, uri, 'incomingCalls'),
    shows: /It did in games.*Not in life/,
  },
  'callHierarchy/outgoingCalls': {
    announced: (server) => server.callHierarchyProvider,
    ask: (client, uri) => calls(client, uri, 'outgoingCalls'),
    shows: /^\[\]$/,
  },
  'workspace/executeCommand': {
    announced: (server) => server.executeCommandProvider,
    ask: (client, uri) =>
      client.request('workspace/executeCommand', { command: 'debateNotes.lookUp', arguments: [uri] }),
    shows: /Looking up papers online is off/,
  },
};

function renamed(uri: string) {
  return { oldUri: uri, newUri: uri.replace('capable.debate', 'renamed.debate') };
}
