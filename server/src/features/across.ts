import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  CompletionItem,
  CompletionList,
  DocumentHighlight,
  InlayHint,
  Location,
  LocationLink,
  Position,
  Range,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { finish, type Steps } from '../workspace/steps';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './callHierarchy';
import { type CitationOffer, citationOffers } from './citationOffers';
import { codeLenses, resolveCodeLens } from './codeLenses';
import { completion, resolveCompletion } from './completion/completion';
import type { CompletionOptions } from './completion/draft';
import { definition } from './definition';
import { type InlayHintOptions, inlayHints, resolveInlayHint } from './inlayHints';
import { linkedEditingRanges } from './linkedEditing';
import { documentHighlights, references } from './references';
import { prepareRename, type Refusal, rename } from './rename';
import { type FileRename, renameFiles } from './renameFiles';
import { workspaceSymbols } from './workspaceSymbols';

/**
 * The questions that lead from one place to others, in any note: where something comes from, where it is named, what
 * others say to it, what it is called from now on. A part of the language service, which has one.
 */
export class AcrossNotes {
  constructor(private readonly notes: Notes) {}

  definition(uri: string, position: Position): LocationLink[] {
    return this.ask(uri, (note) => definition(this.notes, note, position)) ?? [];
  }

  references(uri: string, position: Position, includeDeclaration: boolean): Location[] {
    return this.ask(uri, (note) => references(this.notes, note, position, includeDeclaration)) ?? [];
  }

  documentHighlights(uri: string, position: Position): DocumentHighlight[] {
    return this.ask(uri, (note) => documentHighlights(this.notes, note, position)) ?? [];
  }

  /** Null for a note that is not in. */
  prepareRename(
    uri: string,
    position: Position,
  ): { readonly range: Range; readonly placeholder: string } | Refusal | null {
    return this.ask(uri, (note) => prepareRename(this.notes, note, position));
  }

  /** @param versioned whether the client takes edits for a document version */
  rename(uri: string, position: Position, newName: string, versioned: boolean): WorkspaceEdit | Refusal | null {
    return this.ask(uri, (note) => rename(this.notes, note, position, newName, versioned));
  }

  linkedEditingRanges(uri: string, position: Position): ReturnType<typeof linkedEditingRanges> {
    return this.ask(uri, (note) => linkedEditingRanges(this.notes, note, position));
  }

  /** Edits to make before files and folders are renamed or moved. */
  renameFiles(renames: readonly FileRename[], versioned: boolean): WorkspaceEdit {
    return renameFiles(this.notes, renames, versioned);
  }

  workspaceSymbols(query: string): WorkspaceSymbol[] {
    return finish(this.findWorkspaceSymbols(query));
  }

  /** The same in steps, of which each looks at one note. */
  findWorkspaceSymbols(query: string): Steps<WorkspaceSymbol[]> {
    return workspaceSymbols(this.notes, query);
  }

  prepareCallHierarchy(uri: string, position: Position): CallHierarchyItem[] {
    return this.ask(uri, (note) => prepareCallHierarchy(this.notes, note, position)) ?? [];
  }

  incomingCalls(item: CallHierarchyItem): CallHierarchyIncomingCall[] {
    return incomingCalls(this.notes, item);
  }

  outgoingCalls(item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
    return outgoingCalls(this.notes, item);
  }

  codeLenses(uri: string): CodeLens[] {
    return this.ask(uri, (note) => codeLenses(this.notes, note)) ?? [];
  }

  /** @param showReferences the client's command that shows places; null where it has none */
  resolveCodeLens(lens: CodeLens, showReferences: string | null): CodeLens {
    return resolveCodeLens(this.notes, lens, showReferences);
  }

  inlayHints(uri: string, range: Range, options: InlayHintOptions): InlayHint[] {
    return this.ask(uri, (note) => inlayHints(this.notes, note, range, options)) ?? [];
  }

  /** @param markdown whether the client renders Markdown; plain text otherwise */
  resolveInlayHint(hint: InlayHint, markdown: boolean): InlayHint {
    return resolveInlayHint(this.notes, hint, markdown);
  }

  completion(uri: string, position: Position, options: CompletionOptions): CompletionList | null {
    return this.ask(uri, (note) => completion(this.notes, note, position, options));
  }

  /** The papers that can be cited in place of a range, and how; see `citationOffers`. */
  citationOffers(uri: string, range: Range, query: string, most: number): CitationOffer[] {
    return this.ask(uri, (note) => citationOffers(this.notes, note, range, query, most)) ?? [];
  }

  /** @param markdown whether the client renders Markdown; plain text otherwise */
  resolveCompletion(item: CompletionItem, markdown: boolean): CompletionItem {
    return resolveCompletion(this.notes, item, markdown);
  }

  private ask<T>(uri: string, answer: (note: Note) => T): T | null {
    const note = this.notes.get(uri);
    return note ? answer(note) : null;
  }
}
