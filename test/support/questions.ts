import type {
  CallHierarchyItem,
  CodeLens,
  CompletionItem,
  CompletionList,
  InlayHint,
  Position,
  SemanticTokens,
} from 'vscode-languageserver-types';
import { inUtf16, tokensInUtf16, type Written } from './inUtf16';
import { converted } from './unitsOfText';

/** Who is asked, of which notes. */
export interface Asked extends Written {
  request<T>(method: string, params: unknown): Promise<T>;
  /** False for one that is told of diagnostics, and need not ask. */
  readonly pulls?: boolean;
}

/** Answers by what was asked; refusals are answers too. Positions are in UTF-16. */
export type Answers = Record<string, unknown>;

/** Everything that is asked of a note as a whole, with what follows from the answers. */
export async function answersAbout(asked: Asked, uri: string): Promise<Answers> {
  const textDocument = { uri };
  const range = whole(asked, uri);
  const ask = asking(asked, uri);
  if (asked.pulls !== false) await ask('textDocument/diagnostic', { textDocument });
  await ask('textDocument/documentSymbol', { textDocument });
  await ask('textDocument/documentLink', { textDocument });
  await ask('textDocument/foldingRange', { textDocument });
  await ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
  await ask('textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } });
  await ask('textDocument/rangeFormatting', { textDocument, range, options: { tabSize: 4, insertSpaces: false } });
  await ask('debateNotes/argumentMap', { textDocument, withTied: true });
  const lenses = await ask<CodeLens[] | null>('textDocument/codeLens', { textDocument });
  for (const [index, lens] of (lenses ?? []).slice(0, 3).entries()) await ask('codeLens/resolve', lens, index);
  const hints = await ask<InlayHint[] | null>('textDocument/inlayHint', { textDocument, range });
  for (const [index, hint] of (hints ?? []).slice(0, 3).entries()) await ask('inlayHint/resolve', hint, index);
  const tokens = await asked.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  ask.answers['tokens'] = tokensInUtf16(tokens.data, uri, asked);
  return ask.answers;
}

/** Everything that is asked of a place in a note. @param position in UTF-16 */
export async function answersAt(asked: Asked, uri: string, position: Position): Promise<Answers> {
  const at = { textDocument: { uri }, position: theirs(asked, uri, position) };
  const ask = asking(asked, uri);
  await ask('textDocument/hover', at);
  await ask('textDocument/definition', at);
  await ask('textDocument/declaration', at);
  await ask('textDocument/references', { ...at, context: { includeDeclaration: true } });
  await ask('textDocument/documentHighlight', at);
  await ask('textDocument/prepareRename', at);
  await ask('textDocument/rename', { ...at, newName: 'neu-1' });
  await ask('textDocument/linkedEditingRange', at);
  await ask('textDocument/selectionRange', { textDocument: at.textDocument, positions: [at.position] });
  await ask('textDocument/onTypeFormatting', { ...at, ch: '\n', options: { tabSize: 2, insertSpaces: true } });
  const list = await ask<CompletionList | null>('textDocument/completion', at);
  for (const [index, item] of (list?.items ?? []).slice(0, 3).entries())
    await ask<CompletionItem>('completionItem/resolve', item, index);
  const items = await ask<CallHierarchyItem[] | null>('textDocument/prepareCallHierarchy', at);
  for (const item of items ?? []) {
    await ask('callHierarchy/incomingCalls', { item }, 0, item.uri);
    await ask('callHierarchy/outgoingCalls', { item }, 0, item.uri);
  }
  return ask.answers;
}

/** Everything that is asked of all notes together. */
export async function answersOfAll(asked: Asked, oldUri: string, newUri: string): Promise<Answers> {
  const ask = asking(asked, oldUri);
  await ask('workspace/symbol', { query: '' });
  await ask('workspace/symbol', { query: 'cl a' }, 1);
  await ask('workspace/willRenameFiles', { files: [{ oldUri, newUri }] });
  return ask.answers;
}

function asking(asked: Asked, uri: string) {
  const answers: Answers = {};
  const ask = async <T>(method: string, params: unknown, index = 0, about = uri): Promise<T | null> => {
    const key = index > 0 ? `${method} ${index}` : method;
    try {
      const answer = await asked.request<T>(method, params);
      answers[key] = inUtf16(answer, about, asked);
      return answer;
    } catch (error) {
      const { code, message } = error as { code?: unknown; message?: unknown };
      answers[key] = { refused: code, message };
      return null;
    }
  };
  return Object.assign(ask, { answers });
}

function whole(asked: Asked, uri: string) {
  const lines = (asked.textOf(uri) ?? '').split(/\r\n|\r|\n/);
  const end = { line: lines.length - 1, character: (lines.at(-1) ?? '').length };
  return { start: { line: 0, character: 0 }, end: theirs(asked, uri, end) };
}

function theirs({ unit, textOf }: Written, uri: string, position: Position): Position {
  return converted(position, textOf(uri) ?? '', 'utf-16', unit);
}
