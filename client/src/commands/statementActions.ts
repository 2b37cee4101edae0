import {
  type CodeAction,
  commands,
  Disposable,
  env,
  l10n,
  Position,
  Range,
  Selection,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ADD_REPLY_REQUEST,
  type AddedReply,
  type AddReplyParams,
  BRANCH_MARKDOWN_REQUEST,
  REFERENCE_REQUEST,
  REPLIES_REQUEST,
  type Refused,
  type StatementKind,
  type StatementPlace,
  type StatementReference,
} from '../../../server/src/protocol/messages';
import type { ArgumentMaps } from '../map/argumentMaps';
import { showPlace } from '../showPlace';
import { kindName } from '../views/rowText';
import { type StatementPlaces, uriOf } from '../views/statementPlaces';
import { applyServerEdit, isRefused } from './applyServerEdit';

/** What is done to statements, from the argument view, its keys, or where the cursor is in a note. */
export function registerStatementActions(
  client: BaseLanguageClient,
  places: StatementPlaces,
  maps: ArgumentMaps,
): Disposable {
  const actions = new StatementActions(client, maps);
  const register = (name: string, act: (those: readonly StatementPlace[]) => Promise<void>) =>
    commands.registerCommand(`debateNotes.argument.${name}`, async (given: unknown, all: unknown) => {
      const those = await places.of(given, all);
      if (those.length > 0) await act(those);
    });
  // A button on a row is about that row, also where it is selected with others.
  const registerForOne = (name: string, act: (place: StatementPlace) => Promise<void>) =>
    commands.registerCommand(`debateNotes.argument.${name}`, async (given: unknown) => {
      const [place] = await places.of(given);
      if (place) await act(place);
    });
  return Disposable.from(
    registerForOne('addSupport', (place) => actions.add(place, 'support')),
    registerForOne('addRebuttal', (place) => actions.add(place, 'rebuttal')),
    registerForOne('addAnswer', (place) => actions.add(place, 'answer')),
    registerForOne('addReply', (place) => actions.addAny(place)),
    registerForOne('changeKind', (place) => actions.changeKind(place)),
    register('copyMarkdown', (those) => actions.copyMarkdown(those)),
    register('copyReference', (those) => actions.copyReferences(those)),
    registerForOne('findReferences', (place) => actions.findReferences(place)),
    registerForOne('showInMap', (place) => actions.showInMap(place)),
  );
}

class StatementActions {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly maps: ArgumentMaps,
  ) {}

  /** Puts in a line for a reply, and the cursor where it is written. */
  async add(place: StatementPlace, kind: StatementKind): Promise<void> {
    const params: AddReplyParams = { place, kind };
    const answer = await this.client.sendRequest<AddedReply | Refused>(ADD_REPLY_REQUEST, params);
    if (isRefused(answer) || !(await applyServerEdit(this.client, answer.edit))) return;
    await show({ uri: answer.uri, position: answer.position });
  }

  async addAny(place: StatementPlace): Promise<void> {
    const kinds = await this.client.sendRequest<StatementKind[]>(REPLIES_REQUEST, place);
    const items = kinds.map((kind) => ({ label: kindName(kind), reply: kind }));
    const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('Add a reply') });
    if (chosen) await this.add(place, chosen.reply);
  }

  /** Offers what the light bulb does at the statement. */
  async changeKind({ uri, position }: StatementPlace): Promise<void> {
    if (!position) return;
    const document = await workspace.openTextDocument(uriOf({ uri }));
    const at = new Position(position.line, position.character);
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new Selection(at, at),
      'refactor.rewrite.mark',
    );
    const items = actions.flatMap((action) => (action.edit ? [{ label: action.title, edit: action.edit }] : []));
    if (items.length === 0) {
      void window.showInformationMessage(l10n.t('As anything else it would reply to another statement.'));
      return;
    }
    const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('Change the kind') });
    if (chosen) await workspace.applyEdit(chosen.edit);
  }

  async copyMarkdown(statements: readonly StatementPlace[]): Promise<void> {
    const text = await this.client.sendRequest<string>(BRANCH_MARKDOWN_REQUEST, { statements });
    if (text !== '') await env.clipboard.writeText(text);
  }

  /** Statements without an id get one. */
  async copyReferences(statements: readonly StatementPlace[]): Promise<void> {
    const references: string[] = [];
    for (const place of statements) {
      const answer = await this.client.sendRequest<StatementReference | Refused>(REFERENCE_REQUEST, place);
      if (isRefused(answer) || (answer.edit && !(await applyServerEdit(this.client, answer.edit)))) return;
      references.push(answer.reference);
    }
    await env.clipboard.writeText(references.join(', '));
  }

  async findReferences(place: StatementPlace): Promise<void> {
    await show(place);
    await commands.executeCommand('editor.action.referenceSearch.trigger');
  }

  /** The cursor goes there as well: the map lights what it is in. */
  async showInMap(place: StatementPlace): Promise<void> {
    await show(place);
    this.maps.show(uriOf(place), positionOf(place));
  }
}

async function show(place: StatementPlace): Promise<void> {
  const at = positionOf(place);
  await showPlace(uriOf(place), new Range(at, at), new Range(at, at));
}

/** Of a note as a whole, its beginning. */
function positionOf({ position }: StatementPlace): Position {
  return position ? new Position(position.line, position.character) : new Position(0, 0);
}
