import { commands, type Disposable, env, l10n, Uri, window } from 'vscode';
import { type BaseLanguageClient, ExecuteCommandRequest } from 'vscode-languageclient';
import { WRITE_PAPER_COMMAND, type WrittenPaper } from '../../../server/src/protocol/messages';
import { isNote } from '../noteSelector';
import { type PapersNode, paperOf } from '../views/paperNodes';

const COPIES: Readonly<Record<string, string>> = {
  'debateNotes.copyAsBibtex': 'bibtex',
  'debateNotes.copyAsCslJson': 'csl-json',
  'debateNotes.copyAsReference': 'reference',
};

/**
 * *Copy as BibTeX*, *CSL-JSON* and *reference*, and *Open Landing Page*: of a paper in the papers view, or of the one
 * that is cited at the cursor.
 */
export function registerPaperCopies(client: BaseLanguageClient): Disposable[] {
  const copies = Object.entries(COPIES).map(([command, format]) =>
    commands.registerCommand(command, async (node?: PapersNode) => {
      const paper = await write(client, node, format);
      if (!paper) return;
      await env.clipboard.writeText(paper.text);
      window.setStatusBarMessage(l10n.t('The paper is in the clipboard.'), SHOWN_FOR);
    }),
  );
  const open = commands.registerCommand('debateNotes.openLandingPage', async (node?: PapersNode) => {
    const paper = await write(client, node, 'reference');
    if (paper?.url) await env.openExternal(Uri.parse(paper.url, true));
    else if (paper) void window.showInformationMessage(l10n.t('No page of this paper is known.'));
  });
  return [...copies, open];
}

/** Milliseconds. */
const SHOWN_FOR = 3000;

/** Says so where there is no paper. */
async function write(
  client: BaseLanguageClient,
  node: PapersNode | undefined,
  format: string,
): Promise<WrittenPaper | null> {
  const place = node ? { key: paperOf(node)?.key } : placeOfCursor(client);
  const params = { command: WRITE_PAPER_COMMAND, arguments: [place, format] };
  const paper: WrittenPaper | null = place ? await client.sendRequest(ExecuteCommandRequest.type, params) : null;
  if (!paper) void window.showInformationMessage(l10n.t('There is no cited paper here.'));
  return paper;
}

function placeOfCursor({ code2ProtocolConverter }: BaseLanguageClient): object | null {
  const editor = window.activeTextEditor;
  if (!editor || !isNote(editor.document)) return null;
  const { document, selection } = editor;
  return {
    uri: code2ProtocolConverter.asUri(document.uri),
    position: code2ProtocolConverter.asPosition(selection.active),
  };
}
