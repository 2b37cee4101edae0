import type { Position, Range } from 'vscode-languageserver-types';

/** What a client asks about: a place, and a range that begins there, in its unit. */
export interface Place {
  readonly uri: string;
  readonly position: Position;
  readonly range: Range;
}

/** @param token a number that no other question has */
type Question = (place: Place, token: number) => [method: string, params: object];

const options = { tabSize: 2, insertSpaces: true };

/** Asks by a place. */
const at =
  (method: string, more: object = {}): Question =>
  ({ uri, position }) => [method, { textDocument: { uri }, position, ...more }];

/** Asks about a note. */
const about =
  (method: string, more: object = {}): Question =>
  ({ uri }) => [method, { textDocument: { uri }, ...more }];

/** Asks about a range. */
const within =
  (method: string, more: object = {}): Question =>
  ({ uri, range }) => [method, { textDocument: { uri }, range, ...more }];

/** Everything that a client asks in the middle of a session. */
export const QUESTIONS: readonly Question[] = [
  at('textDocument/hover'),
  at('textDocument/completion'),
  at('textDocument/definition'),
  at('textDocument/declaration'),
  at('textDocument/references', { context: { includeDeclaration: false } }),
  at('textDocument/documentHighlight'),
  at('textDocument/prepareRename'),
  at('textDocument/rename', { newName: 'neu' }),
  at('textDocument/linkedEditingRange'),
  at('textDocument/prepareCallHierarchy'),
  at('textDocument/onTypeFormatting', { ch: '\n', options }),
  ({ uri, position }) => ['textDocument/selectionRange', { textDocument: { uri }, positions: [position, position] }],
  about('textDocument/documentSymbol'),
  about('textDocument/documentLink'),
  about('textDocument/foldingRange'),
  about('textDocument/codeLens'),
  about('textDocument/formatting', { options }),
  about('textDocument/semanticTokens/full'),
  about('textDocument/semanticTokens/full/delta', { previousResultId: '1' }),
  about('debateNotes/argument'),
  about('debateNotes/argumentMap', { withTied: true }),
  within('textDocument/codeAction', { context: { diagnostics: [] } }),
  within('textDocument/rangeFormatting', { options }),
  within('textDocument/inlayHint'),
  within('textDocument/semanticTokens/range'),
  () => ['workspace/symbol', { query: 'a' }],
];

/** What a client asks that pulls diagnostics. */
export const PULLS: readonly Question[] = [
  about('textDocument/diagnostic'),
  (_, token) => [
    'workspace/diagnostic',
    { previousResultIds: [], partialResultToken: `partial ${token}`, workDoneToken: `checking ${token}` },
  ],
];
