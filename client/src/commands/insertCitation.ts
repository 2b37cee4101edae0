import { commands, type Disposable, l10n, type QuickPickItem, Selection, type TextEditor, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CITATION_OFFERS_REQUEST,
  type CitationOfferItem,
  type CitationOffersParams,
} from '../../../server/src/protocol/messages';
import { isNote } from '../noteSelector';

/** *Insert Citation*: any known paper, found by its key, authors, year or title, is cited where the cursor is. */
export function registerInsertCitation(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('debateNotes.insertCitation', async (query?: unknown) => {
    const editor = window.activeTextEditor;
    if (!editor || !isNote(editor.document)) {
      void window.showInformationMessage(l10n.t('Open a debate note to cite a paper in it.'));
      return;
    }
    const { document, selection } = editor;
    const { version } = document;
    const offer = await pickPaper(client, editor, typeof query === 'string' ? query : '');
    // What was worked out for another text would land in the wrong place.
    if (!offer || document.version !== version) return;
    const isInserted = await editor.edit((edit) => edit.replace(selection, offer.newText));
    const end = selection.start.translate(0, offer.newText.length);
    if (isInserted) editor.selection = new Selection(end, end);
  });
}

interface PaperItem extends QuickPickItem {
  readonly offer: CitationOfferItem;
}

/** Undefined when the user wants none after all. */
function pickPaper(
  client: BaseLanguageClient,
  editor: TextEditor,
  query: string,
): Promise<CitationOfferItem | undefined> {
  const pick = window.createQuickPick<PaperItem>();
  pick.title = l10n.t('Insert Citation');
  pick.placeholder = l10n.t('Key, author, year or words of the title');
  pick.value = query;
  const follow = async () => {
    const asked = pick.value;
    pick.busy = true;
    const items = (await ask(client, editor, asked)).map(item);
    // By now something else may have been typed.
    if (pick.value !== asked) return;
    pick.items = items;
    pick.busy = false;
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue(() => void follow());
    pick.onDidAccept(() => {
      const [picked] = pick.selectedItems;
      // Enter before there is anything to choose from.
      if (!picked) return;
      resolve(picked.offer);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    void follow();
  });
}

/** The server has searched already, by more than what is shown. */
function item(offer: CitationOfferItem): PaperItem {
  return { label: offer.name, description: offer.who, detail: offer.title, alwaysShow: true, offer };
}

async function ask(client: BaseLanguageClient, { document, selection }: TextEditor, query: string) {
  const params: CitationOffersParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: client.code2ProtocolConverter.asRange(selection),
    query,
  };
  try {
    return await client.sendRequest<CitationOfferItem[]>(CITATION_OFFERS_REQUEST, params);
  } catch {
    return [];
  }
}
