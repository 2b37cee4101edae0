import assert from 'node:assert/strict';
import type { CompletionItem, Range } from 'vscode-languageserver-types';
import { citing, type Files } from './citing';
import type { Workspace } from './notes';

const OPTIONS = { snippets: false, insertReplace: false, labelDetails: true, suggest: null, today: '2026-11-25' };

/** How a client completes; what is not said is as old clients have it. */
export type ClientOptions = Partial<Omit<typeof OPTIONS, 'suggest'>> & { readonly suggest?: string };

/** What is offered at `‸`, as the client gets it. @param files bibliographies beside the notes */
export function completions(workspace: Workspace, options: ClientOptions = {}, files: Files = {}): CompletionItem[] {
  const { service, uri, position } = citing(workspace, files);
  const list = service.across.completion(uri, position, { ...OPTIONS, ...options });
  const items = list?.items ?? [];
  // Clients sort; the order of the answer is not theirs.
  const sorted = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  assert.deepEqual(sorted, items);
  return items;
}

/** The labels of what is offered. */
export function labels(workspace: Workspace, options?: ClientOptions, files?: Files): string[] {
  return completions(workspace, options, files).map(({ label }) => label);
}

/** The note with the cursor after one of the items has been taken; where a snippet is, `‸` is its last place. */
export function taken(workspace: Workspace, label: string, options: ClientOptions = {}, files: Files = {}): string {
  const { service, uri } = citing(workspace, files);
  const item = completions(workspace, options, files).find((one) => one.label === label);
  assert.ok(item?.textEdit, `${label} is not offered`);
  const { newText } = item.textEdit;
  const range: Range = 'range' in item.textEdit ? item.textEdit.range : item.textEdit.replace;
  const note = service.note(uri);
  assert.ok(note);
  const [start, end] = [note.tree.lines.offset(range.start), note.tree.lines.offset(range.end)];
  return note.text.slice(0, start) + newText + note.text.slice(end);
}
