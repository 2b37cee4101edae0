import type {
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  FormattingOptions,
  Hover,
  Position,
  Range,
  SelectionRange,
  TextEdit,
} from 'vscode-languageserver-types';
import type { Bibliography } from './bibliography/bibliography';
import type { Paper } from './bibliography/paper';
import { identify } from './citations/identify';
import { AcrossNotes } from './features/across';
import { ArgumentActions } from './features/argumentActions';
import { type ArgumentMap, argumentMap } from './features/argumentMap';
import { ArgumentTrees } from './features/argumentTree/argumentTrees';

export { ACTION_KINDS } from './features/codeActions';
export { MOST_PROBLEMS } from './features/diagnostics';

import { CitedPapers } from './features/citedPapers';
import { directiveHover } from './features/directiveHover';
import { documentLinks } from './features/documentLinks';
import { documentSymbols } from './features/documentSymbols';
import { foldingRanges } from './features/foldingRanges';
import { type Bullets, formatting, onTypeFormatting, rangeFormatting } from './features/formatting';
import { hover } from './features/hover';
import { JsonText } from './features/jsonText';
import { Linter } from './features/linter';
import { selectionRanges } from './features/selectionRanges';
import { semanticTokens } from './features/semanticTokens';
import { SymbolTexts } from './features/symbolTexts';
import type { Lookup } from './lookup/lookup';
import { ZOTERO_LIBRARY } from './workspace/bibliographyPath';
import type { FileSystem } from './workspace/fileSystem';
import { loadBibliographies } from './workspace/loadBibliographies';
import type { Note } from './workspace/note';
import { Notes } from './workspace/notes';
import { type Outline, outlineOf } from './workspace/outline';
import { wantedNotes } from './workspace/wantedNotes';

export { authorYear, reference } from './bibliography/authorYear';
export type { Bibliography } from './bibliography/bibliography';
export type { Paper } from './bibliography/paper';
export { isBibliographyFile } from './bibliography/registry';
export { PAPER_FORMATS, type PaperFormat, writePapers } from './bibliography/writing/registry';
export { BASELINE_NAME, type Recorded, readBaseline, writtenBaseline } from './config/baseline';
export { readRules } from './config/ruleSettings';
export { SORTS } from './features/argumentTree/arrange';
export { GROUPINGS, type TreeOptions } from './features/argumentTree/buildTree';
export type { PaperPlace } from './features/citedPapers';
export { COMPLETION_TRIGGERS } from './features/completion/completion';
export type { RuleFinding } from './features/findings';
export { type Bullets, FORMATTING_TRIGGERS } from './features/formatting';
export type { InlayHintOptions } from './features/inlayHints';
export { JsonText } from './features/jsonText';
export type { ListedBroken, ListedCitation, ListedPaper, ListedPapers, ListedSide } from './features/papers';
export { isRefusal, type Refusal } from './features/rename';
export { semanticTokensDelta, semanticTokensLegend } from './features/semanticTokens';
export { Lookup, type LookupSettings } from './lookup/lookup';
export { messageOf } from './lookup/summary';
export type { ZoteroReading } from './lookup/zotero';
export { RULES } from './rules/registry';
export { type RuleMeta, type RuleSettings, SEVERITIES } from './rules/rule';
export { KEYWORDS } from './syntax/tree';
export { type NamedFile, type SettingsPlace, sharedBibliographyFile } from './workspace/bibliographyPath';
export type { Outline, OutlineCitation, OutlineStatement } from './workspace/outline';

/**
 * The language service: everything that is known of debate notes, without Node, protocol or editor. Notes are put in
 * and taken out; questions are answered from what is in. Questions about a note that is not in are answered with
 * nothing. Positions are LSP's: lines and UTF-16 characters from 0.
 */
export class LanguageService {
  private readonly notes = new Notes();
  /** Questions that lead from one place to others, in any note. */
  readonly across = new AcrossNotes(this.notes);
  /** What the rules say of notes, and what users have set of them. */
  readonly linter = new Linter(this.notes);
  /** What is done to statements as a whole: move, add, copy. */
  readonly argumentActions = new ArgumentActions(this.notes);
  /** What the argument view shows. */
  readonly argumentTrees = new ArgumentTrees(this.notes, this.linter);

  /** The papers that notes cite. */
  readonly papers: CitedPapers;
  private readonly symbolTexts = new SymbolTexts();

  /** @param lookup looks papers up where the user wants that; null where nothing can be looked up */
  constructor(readonly lookup: Lookup | null = null) {
    this.notes.papers.lookedUp = lookup;
    this.papers = new CitedPapers(this.notes, lookup);
  }

  /** Grows with every change of any note or bibliography. */
  get revision(): number {
    return this.notes.revision;
  }

  /** Adds a note or gives it another text. */
  setNote(uri: string, text: string, version: number | null = null): void {
    this.notes.set(uri, text, version);
  }

  /**
   * Does now what the next question about any note would have to do for this one, which nobody may ask about itself: no
   * more is kept of it then than its text and what other notes are compared with.
   */
  prepare(uri: string): void {
    this.notes.prepare(uri);
    this.notes.rest(uri);
  }

  /** Lets go of what is known of a note, but for what that follows from; nothing happens to one that an editor has open. */
  rest(uri: string): void {
    if (this.notes.get(uri)?.version !== null) return;
    this.linter.rest(uri);
    this.notes.rest(uri);
  }

  deleteNote(uri: string): void {
    this.notes.delete(uri);
    this.linter.forget(uri);
    this.symbolTexts.forget(uri);
  }

  /** Adds a bibliography or gives it another text. While a file is half written, what it had before still counts. */
  setBibliography(uri: string, text: string): void {
    this.notes.bibliographies.set(uri, text);
  }

  /** Says why a bibliography that is named somewhere cannot be read: the reason completes “It cannot be read: …”. */
  setUnreadableBibliography(uri: string, reason: string): void {
    this.notes.bibliographies.setUnreadable(uri, reason);
  }

  deleteBibliography(uri: string): void {
    this.notes.bibliographies.delete(uri);
  }

  /** Sets the bibliographies that belong to every note, whatever its front matter names. */
  setSharedBibliographies(uris: readonly string[]): void {
    this.notes.bibliographies.setShared(uris);
  }

  /**
   * Adds the library of Zotero to every note, asked last; null takes it away.
   * @param text in CSL-JSON; empty as long as nobody has read it
   */
  setZoteroLibrary(text: string | null): void {
    const { bibliographies } = this.notes;
    bibliographies.setLibrary(text === null ? null : ZOTERO_LIBRARY);
    if (text) bibliographies.set(ZOTERO_LIBRARY, text);
  }

  /** URIs that notes may have which a note refers to by their names, and which are not in. Cost: its references. */
  wantedNotes(uri: string): string[] {
    const note = this.notes.get(uri);
    return note ? wantedNotes(this.notes, note) : [];
  }

  /** URIs of bibliographies that notes or settings name and that nobody has read yet. */
  wantedBibliographies(): string[] {
    return this.notes.bibliographies.wanted(this.notes.all());
  }

  /** Reads the bibliographies that a note or the settings name, as far as nobody has. Cost: nothing where all are known. */
  async loadBibliographies(uri: string, files: Pick<FileSystem, 'readFile'>): Promise<void> {
    const note = this.notes.get(uri);
    if (note) await loadBibliographies(this.notes.bibliographies, [note], files);
  }

  /** Reads the bibliographies that the settings name, as far as nobody has. */
  loadSharedBibliographies(files: Pick<FileSystem, 'readFile'>): Promise<void> {
    return loadBibliographies(this.notes.bibliographies, [], files);
  }

  /** What has been read of a bibliography; while its text is the same it is the same object. */
  bibliography(uri: string): Bibliography | undefined {
    return this.notes.bibliographies.get(uri);
  }

  /** Whether a file is one of those that belong to every note. */
  isSharedBibliography(uri: string): boolean {
    return this.notes.bibliographies.isShared(uri);
  }

  /** Why a bibliography cannot be read, to complete “It cannot be read: …”; null where nothing is known to be wrong. */
  whyUnreadable(uri: string): string | null {
    return this.notes.bibliographies.failureOf(uri);
  }

  /** URIs of all notes, as they were given. */
  noteUris(): string[] {
    return this.notes.all().map(({ uri }) => uri);
  }

  note(uri: string): Note | undefined {
    return this.notes.get(uri);
  }

  /** @param markdown whether the client renders Markdown; plain text otherwise */
  hover(uri: string, position: Position, markdown = true): Hover | null {
    const note = this.notes.get(uri);
    if (!note) return null;
    const { rulePages } = this.linter;
    const severityOf = (rule: string) => this.linter.severityOf(uri, rule);
    return (
      directiveHover(note, position, markdown, severityOf, rulePages) ?? hover(this.notes, note, position, markdown)
    );
  }

  documentLinks(uri: string): DocumentLink[] {
    const note = this.notes.get(uri);
    return note ? documentLinks(this.notes, note) : [];
  }

  /** Kept as text, too, because editors ask for it after every edit. */
  documentSymbols(uri: string): JsonText<DocumentSymbol[]> {
    const note = this.notes.get(uri);
    return new JsonText(
      () => (note ? this.symbolTexts.of(note) : null),
      () => (note ? documentSymbols(note) : []),
    );
  }

  /** @param limit how many ranges the client takes */
  foldingRanges(uri: string, limit?: number): FoldingRange[] {
    const note = this.notes.get(uri);
    return note ? foldingRanges(note, limit) : [];
  }

  selectionRanges(uri: string, positions: readonly Position[]): SelectionRange[] {
    const note = this.notes.get(uri);
    return note ? selectionRanges(note, positions) : [];
  }

  /** In LSP's encoding; the names behind the numbers are in `semanticTokensLegend`. */
  semanticTokens(uri: string, range?: Range): number[] {
    const note = this.notes.get(uri);
    if (!note) return [];
    const standing = this.notes.standing(note);
    return semanticTokens(note, range, (index) => standing.label(note, index));
  }

  /** Stands for the labels of a note and of all it is tied to: another object once any of them may have changed. */
  labels(uri: string): object | null {
    const note = this.notes.get(uri);
    return note ? this.notes.standing(note) : null;
  }

  /** Edits that format a whole note, or the lines of a range. */
  formatting(uri: string, options: FormattingOptions, bullets: Bullets, range?: Range): TextEdit[] {
    const note = this.notes.get(uri);
    if (!note) return [];
    return range ? rangeFormatting(note, range, options, bullets) : formatting(note, options, bullets);
  }

  /** Edits that set right what has just been typed: one of `FORMATTING_TRIGGERS`, right in front of a position. */
  onTypeFormatting(uri: string, position: Position, typed: string): TextEdit[] {
    const note = this.notes.get(uri);
    return note ? onTypeFormatting(note, position, typed) : [];
  }

  /**
   * The argument as the map shows it; null for a note that is not in.
   * @param withTied whether notes that refer to each other are shown together
   */
  argumentMap(uri: string, withTied: boolean): ArgumentMap | null {
    const note = this.notes.get(uri);
    return note ? argumentMap(this.notes, note, withTied) : null;
  }

  /** The argument tree with everything known of each statement; null for a note that is not in. */
  outline(uri: string): Outline | null {
    const note = this.notes.get(uri);
    return note ? outlineOf(this.notes, note) : null;
  }

  /** What a reference that somebody typed on its own refers to. */
  identify(input: string): ReturnType<typeof identify> {
    return identify(input);
  }

  /**
   * What public indexes have said of a paper; null while nothing is known. Never asks them, and answers at once:
   * `lookup.onMetadata` tells when more is known.
   * @param key as `paperKey` gives it
   */
  metadataOf(key: string): Paper | null {
    return this.lookup?.metadataOf(key) ?? null;
  }
}
