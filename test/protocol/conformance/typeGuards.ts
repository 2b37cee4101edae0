import * as types from 'vscode-languageserver-types';
import type { Misfit } from './metaModel';

type Guard = (value: unknown) => boolean;

const listOf =
  (...guards: Guard[]): Guard =>
  (value) =>
    value === null || (Array.isArray(value) && value.every((item) => guards.some((guard) => guard(item))));

const orNull =
  (...guards: Guard[]): Guard =>
  (value) =>
    value === null || guards.some((guard) => guard(value));

/** What each request is answered with, by the type guards of `vscode-languageserver-types`, as far as they go. */
const RESULTS: Readonly<Record<string, Guard>> = {
  'textDocument/hover': orNull(types.Hover.is as Guard),
  'textDocument/definition': listOf(types.LocationLink.is as Guard, types.Location.is as Guard),
  'textDocument/declaration': listOf(types.LocationLink.is as Guard, types.Location.is as Guard),
  'textDocument/references': listOf(types.Location.is as Guard),
  'textDocument/documentSymbol': listOf(types.DocumentSymbol.is as Guard),
  'textDocument/documentLink': listOf(types.DocumentLink.is as Guard),
  'textDocument/foldingRange': listOf(types.FoldingRange.is as Guard),
  'textDocument/codeAction': listOf(types.CodeAction.is as Guard, types.Command.is as Guard),
  'textDocument/codeLens': listOf(types.CodeLens.is as Guard),
  'codeLens/resolve': types.CodeLens.is as Guard,
  'textDocument/inlayHint': listOf(types.InlayHint.is as Guard),
  'inlayHint/resolve': types.InlayHint.is as Guard,
  'textDocument/formatting': listOf(types.TextEdit.is as Guard),
  'textDocument/rangeFormatting': listOf(types.TextEdit.is as Guard),
  'textDocument/onTypeFormatting': listOf(types.TextEdit.is as Guard),
  'textDocument/rename': orNull(types.WorkspaceEdit.is as Guard),
  'workspace/willRenameFiles': orNull(types.WorkspaceEdit.is as Guard),
  'textDocument/selectionRange': listOf(types.SelectionRange.is as Guard),
  'textDocument/semanticTokens/full': orNull(types.SemanticTokens.is as Guard),
};

/** What stands in for the meta model where that is not there: it knows fewer types, and no methods. */
export class TypeGuards {
  request(): Misfit {
    return null;
  }

  notification(method: string, params: unknown): Misfit {
    if (method !== 'textDocument/publishDiagnostics') return null;
    const { diagnostics } = params as { diagnostics: unknown };
    return listOf(types.Diagnostic.is as Guard)(diagnostics) ? null : 'params.diagnostics: no list of diagnostics';
  }

  result(method: string, result: unknown): Misfit {
    const guard = RESULTS[method];
    return !guard || guard(result) ? null : `result: ${JSON.stringify(result).slice(0, 200)} does not fit`;
  }

  partialResult(): Misfit {
    return null;
  }

  errorData(): Misfit {
    return null;
  }

  type(): Misfit {
    return null;
  }
}
