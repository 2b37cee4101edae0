import { SymbolKind } from 'vscode-languageserver-types';
import type { Keyword } from '../syntax/tree';

/** The icons that tell kinds of statements apart; LSP has no kinds for arguments. */
export const SYMBOL_KINDS: Record<Keyword, SymbolKind> = {
  claim: SymbolKind.Class,
  answer: SymbolKind.Class,
  support: SymbolKind.Property,
  rebuttal: SymbolKind.Event,
  undercut: SymbolKind.Operator,
  question: SymbolKind.Interface,
  concession: SymbolKind.Boolean,
  cite: SymbolKind.File,
};
