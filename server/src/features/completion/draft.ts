import {
  type Command,
  type CompletionItem,
  type CompletionItemKind,
  InsertTextFormat,
  type MarkupContent,
} from 'vscode-languageserver-types';
import type { Note } from '../../workspace/note';
import { toLspRange } from '../positions';

/** What a client takes, and what is the same for all items of one answer. */
export interface CompletionOptions {
  /** Whether the client fills in snippets. */
  readonly snippets: boolean;
  /** Whether it takes a range for inserting and one for replacing. */
  readonly insertReplace: boolean;
  /** Whether it shows a description beside a label. */
  readonly labelDetails: boolean;
  /** The client's command that asks for completions; null where it has none. */
  readonly suggest: string | null;
  /** As front matter has it: `2026-11-25`. */
  readonly today: string;
}

/** The word that is being typed: from `start` to the cursor; it may go on behind, up to `end`. */
export interface Token {
  readonly start: number;
  readonly cursor: number;
  readonly end: number;
}

/** Something to be offered. */
export interface Draft {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What takes the place of the word. */
  readonly newText: string;
  /** The same with places to fill in. */
  readonly snippet?: string;
  /** What the word that is being typed is compared with; the label where not given. */
  readonly filterText?: string;
  /** A few words beside the label. */
  readonly description?: string;
  readonly documentation?: MarkupContent;
  /** For what is worked out when the item is looked at. */
  readonly data?: CompletionData;
  /** Whether more is to be offered once this is inserted. */
  readonly goesOn?: boolean;
}

/** What an item is about: a note, a statement of it, or a paper that it can cite. */
export interface CompletionData {
  readonly uri: string;
  readonly id?: string;
  /** A citation key, as bibliographies of the note have it. */
  readonly key?: string;
}

/** Items in the order of the drafts, whatever the client sorts by. */
export function itemsOf(
  note: Note,
  token: Token,
  drafts: readonly Draft[],
  options: CompletionOptions,
): CompletionItem[] {
  const { start, cursor, end } = token;
  const replace = toLspRange(note, { start, end });
  const insert = toLspRange(note, { start, end: cursor });
  return drafts.map((draft, order): CompletionItem => {
    const { label, kind, filterText = label, description, documentation, data } = draft;
    const isSnippet = options.snippets && draft.snippet !== undefined;
    const newText = isSnippet ? (draft.snippet as string) : draft.newText;
    const command: Command | null =
      draft.goesOn && options.suggest ? { title: 'Suggest', command: options.suggest } : null;
    return {
      label,
      kind,
      ...(description && (options.labelDetails ? { labelDetails: { description } } : { detail: description })),
      ...(documentation && { documentation }),
      filterText,
      sortText: String(order).padStart(4, '0'),
      insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: options.insertReplace ? { newText, insert, replace } : { newText, range: replace },
      ...(command && { command }),
      ...(data && { data }),
    };
  });
}

/** A text as a snippet that inserts it. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A place to fill in, with some texts to choose from, in LSP's syntax of snippets. */
export function choice(place: number, texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  if (others.length === 0) return `\${${place}:${escapeSnippet(first)}}`;
  return `\${${place}|${texts.map((text) => text.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
}
