import { ConfigurationTarget, commands, type Disposable, l10n, window, workspace } from 'vscode';
import { type BaseLanguageClient, ExecuteCommandRequest } from 'vscode-languageclient';
import { FORGET_PAPERS_COMMAND, LOOK_UP_COMMAND, type LookUpAnswer } from '../../../server/src/protocol/messages';
import { isNote } from '../noteSelector';

/** *Look Up All Cited Papers* of the note in the active editor, and *Clear Paper Cache*. */
export function registerPaperCommands(client: BaseLanguageClient): Disposable[] {
  return [
    commands.registerCommand('debateNotes.lookUpCitedPapers', () => lookUpCitedPapers(client)),
    commands.registerCommand('debateNotes.clearPaperCache', async () => {
      await run(client, FORGET_PAPERS_COMMAND);
      void window.showInformationMessage(l10n.t('The paper cache is empty now.'));
    }),
  ];
}

async function lookUpCitedPapers(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document || !isNote(document)) {
    void window.showInformationMessage(l10n.t('Open a debate note to look up the papers that it cites.'));
    return;
  }
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const answer = await run<LookUpAnswer>(client, LOOK_UP_COMMAND, uri);
  if (answer.isOn) void window.showInformationMessage(answer.message);
  else if (await mayLookUp(answer.message)) await lookUpCitedPapers(client);
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
