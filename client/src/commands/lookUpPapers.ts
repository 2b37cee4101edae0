import { ConfigurationTarget, commands, type Disposable, l10n, window, workspace } from 'vscode';
import { type BaseLanguageClient, ExecuteCommandRequest } from 'vscode-languageclient';
import {
  ALL_NOTES,
  FORGET_PAPERS_COMMAND,
  LOOK_UP_COMMAND,
  type LookUpAnswer,
} from '../../../server/src/protocol/messages';
import { isNote } from '../noteSelector';
import { type PapersNode, paperOf } from '../views/paperNodes';

export const LOOK_UP_CITED_PAPERS = 'debateNotes.lookUpCitedPapers';

/**
 * *Look Up All Cited Papers* of the note in the active editor, those of the papers view or one of them, and *Clear Paper
 * Cache*.
 */
export function registerLookUps(client: BaseLanguageClient): Disposable[] {
  return [
    commands.registerCommand(LOOK_UP_CITED_PAPERS, () => lookUpCitedPapers(client)),
    commands.registerCommand('debateNotes.lookUpAllPapers', () => lookUp(client, ALL_NOTES)),
    commands.registerCommand('debateNotes.lookUpPaper', (node?: PapersNode) => {
      const paper = node && paperOf(node);
      return paper && lookUp(client, null, paper.key);
    }),
    commands.registerCommand('debateNotes.clearPaperCache', async () => {
      await run(client, FORGET_PAPERS_COMMAND);
      void window.showInformationMessage(l10n.t('The paper cache is empty now.'));
    }),
  ];
}

async function lookUpCitedPapers(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document && isNote(document)) return lookUp(client, client.code2ProtocolConverter.asUri(document.uri));
  void window.showInformationMessage(l10n.t('Open a debate note to look up the papers that it cites.'));
}

async function lookUp(client: BaseLanguageClient, ...args: unknown[]): Promise<void> {
  const answer = await run<LookUpAnswer>(client, LOOK_UP_COMMAND, ...args);
  if (answer.isOn) void window.showInformationMessage(answer.message);
  else if (await mayLookUp(answer.message)) await lookUp(client, ...args);
}

/** Asks the user to switch look-ups on; true when they did. */
async function mayLookUp(message: string): Promise<boolean> {
  const explained = l10n.t(
    'Once it is on, arXiv, Crossref, DataCite and OpenAlex are sent the identifiers of papers that you look at or look up, and nothing else.',
  );
  const switchOn = l10n.t('Switch On');
  if ((await window.showInformationMessage(`${message} ${explained}`, switchOn)) !== switchOn) return false;
  // For the user, never for a workspace: it is about what leaves this machine.
  await workspace.getConfiguration('debateNotes').update('lookup.enabled', true, ConfigurationTarget.Global);
  return true;
}

function run<T>(client: BaseLanguageClient, command: string, ...args: unknown[]): Promise<T> {
  return client.sendRequest(ExecuteCommandRequest.type, { command, arguments: args }) as Promise<T>;
}
