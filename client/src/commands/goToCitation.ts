import { commands, type Disposable, Uri, window } from 'vscode';
import { toRange } from '../views/argumentTree';
import type { CitationNode } from '../views/paperNodes';

/** Shows a citation of the papers view in its note, selected. */
export function registerGoToCitation(): Disposable {
  return commands.registerCommand('debateNotes.goToCitation', async ({ citation }: CitationNode) => {
    await window.showTextDocument(Uri.parse(citation.uri, true), { selection: toRange(citation.range) });
  });
}
