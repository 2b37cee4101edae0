import { commands, type Disposable, Uri, window } from 'vscode';
import type { CitationOverview } from '../../../server/src/protocol/messages';
import { toRange } from '../views/argumentTree';
import { isCitation, type PapersNode } from '../views/paperNodes';

/**
 * Shows a citation of the papers view in its note, selected; of something that is cited, the first.
 * @param citations where something is cited, by its key
 */
export function registerGoToCitation(citations: (key: string) => Promise<readonly CitationOverview[]>): Disposable {
  return commands.registerCommand('debateNotes.goToCitation', async (node: PapersNode) => {
    const [citation] = isCitation(node) ? [node.citation] : await citations(node.cited.key);
    if (!citation) return;
    await window.showTextDocument(Uri.parse(citation.uri, true), { selection: toRange(citation.range) });
  });
}
