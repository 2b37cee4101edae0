import { commands, type Disposable, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import {
  MOVE_BRANCHES_REQUEST,
  MOVE_DESTINATIONS_REQUEST,
  type MoveBranchesParams,
  type MoveDestination,
  type Refused,
  type StatementPlace,
} from '../../../server/src/protocol/messages';
import type { ArgumentView } from '../views/argumentView';
import type { Drop } from '../views/branchDrag';
import { kindName } from '../views/rowText';
import type { StatementPlaces } from '../views/statementPlaces';
import { applyServerEdit, isRefused } from './applyServerEdit';

/** *Move Branch…*, and the same by drag and drop in the argument view. */
export function registerMoveBranch(
  client: BaseLanguageClient,
  view: ArgumentView,
  places: StatementPlaces,
): Disposable {
  const mover = new Mover(client, view, places);
  view.drag.onDrop((drop) => mover.drop(drop));
  return commands.registerCommand('debateNotes.argument.moveBranch', async (given: unknown, all: unknown) => {
    const statements = (await places.of(given, all)).filter(({ position }) => position !== null);
    if (statements.length > 0) await mover.ask(statements);
  });
}

class Mover {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly view: ArgumentView,
    private readonly places: StatementPlaces,
  ) {}

  /** Asks where to, for those who do not drag. */
  async ask(statements: readonly StatementPlace[]): Promise<void> {
    const { uri } = statements[0] as StatementPlace;
    const all = await this.client.sendRequest<MoveDestination[] | null>(MOVE_DESTINATIONS_REQUEST, { uri });
    const chosen = await window.showQuickPick(itemsFor(all ?? []), {
      placeHolder: l10n.t('Move the branch under a statement, or to the end of a section or a note'),
      matchOnDescription: true,
    });
    if (chosen?.place) await this.move(statements, chosen.place);
  }

  async drop({ keys, target }: Drop): Promise<void> {
    const rows = keys.flatMap((key) => this.view.tree.rows.get(key) ?? []);
    const statements = (await Promise.all(rows.map((row) => this.places.ofRow(row)))).flatMap((place) => place ?? []);
    const to = target ? await this.places.ofRow(target) : this.wholeNote();
    if (statements.length === 0) return;
    if (to) await this.move(statements, to);
    else void window.showInformationMessage(l10n.t('Drop it on a statement, a section or a note.'));
  }

  private async move(statements: readonly StatementPlace[], to: StatementPlace): Promise<void> {
    const params: MoveBranchesParams = { statements, to };
    const answer = await this.client.sendRequest<WorkspaceEdit | Refused>(MOVE_BRANCHES_REQUEST, params);
    if (!isRefused(answer)) await applyServerEdit(this.client, answer);
  }

  /** Below all rows is the end of the note, where one is shown. */
  private wholeNote(): StatementPlace | null {
    const { shownNote } = this.view;
    return shownNote ? { uri: this.client.code2ProtocolConverter.asUri(shownNote), position: null } : null;
  }
}

interface DestinationItem extends QuickPickItem {
  readonly place?: StatementPlace;
}

function itemsFor(destinations: readonly MoveDestination[]): DestinationItem[] {
  const items: DestinationItem[] = [];
  let note: string | undefined;
  for (const { uri, position, noteName, kind, id, speaker, text } of destinations) {
    if (uri !== note) items.push({ label: noteName, kind: QuickPickItemKind.Separator });
    note = uri;
    const place = { uri, position };
    if (position === null) items.push({ label: `$(note) ${l10n.t('End of {0}', noteName)}`, place });
    else if (kind === null) items.push({ label: `$(bookmark) ${text}`, description: l10n.t('section'), place });
    else {
      const by = speaker === null ? kindName(kind) : l10n.t('{0} by {1}', kindName(kind), speaker);
      items.push({ label: text || by, description: [by, id && `#${id}`].filter((part) => part).join(' '), place });
    }
  }
  return items;
}
