import type { TextEdit as LspTextEdit, SnippetTextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Fix, TextEdit } from '../rules/rule';
import { isBlank } from '../syntax/columns';
import type { TextRange } from '../syntax/textRange';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { toLspRange } from './positions';

export interface EditOptions {
  /** Whether the client takes edits of one document version (`documentChanges`). */
  readonly versioned: boolean;
  /** Whether the client takes edits that are snippets (LSP 3.18) and so can place the cursor. */
  readonly snippets: boolean;
}

/** What a fix changes in a note and, for some fixes, in others, in LSP's form. */
export function workspaceEdit(
  notes: Notes,
  note: Note,
  { edits, elsewhere = [] }: Fix,
  options: EditOptions,
): WorkspaceEdit {
  const others = elsewhere.flatMap((other) => {
    const changed = notes.get(other.note);
    return changed ? [{ note: changed, edits: other.edits }] : [];
  });
  const all = [{ note, edits }, ...others];
  if (!options.versioned) {
    const plain = ({ note, edits }: (typeof all)[number]) =>
      edits.map(({ range, newText }) => ({ range: toLspRange(note, range), newText }));
    return { changes: Object.fromEntries(all.map((one) => [one.note.uri, plain(one)])) };
  }
  // A versioned edit is refused by the editor when the text has changed in the meantime.
  return {
    documentChanges: all.map(({ note, edits }) => ({
      textDocument: { uri: note.uri, version: note.version },
      edits: edits.map((edit) => toLspEdit(note, edit, options.snippets)),
    })),
  };
}

function toLspEdit(note: Note, { range, newText, cursor }: TextEdit, snippets: boolean): LspTextEdit | SnippetTextEdit {
  const lspRange = toLspRange(note, range);
  if (!snippets || cursor === undefined || startsInIndentedLine(note, range)) return { range: lspRange, newText };
  const value = `${escapeSnippet(newText.slice(0, cursor))}$0${escapeSnippet(newText.slice(cursor))}`;
  return { range: lspRange, snippet: { kind: 'snippet', value } };
}

/** VS Code indents what follows a line break in a snippet once more, by the indentation of the line it starts in. */
function startsInIndentedLine({ text, tree: { lines } }: Note, { start }: TextRange): boolean {
  const line = lines.start(lines.lineAt(start));
  return start > line && isBlank(text[line]);
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
