import { commands, Disposable, l10n } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ArgumentMaps } from '../map/argumentMaps';
import type { Row } from '../views/argumentRows';
import type { ArgumentView } from '../views/argumentView';
import { askForFilter } from '../views/filterBox';
import { registerRowDecorations } from '../views/rowDecorations';
import { StatementPlaces } from '../views/statementPlaces';
import type { ViewOptions } from '../views/viewState';
import { registerGoToStatement } from './goToStatement';
import { registerMoveBranch } from './moveBranch';
import { registerStatementActions } from './statementActions';

/** Commands that show the argument in another way. */
const CHOICES: Readonly<Record<string, Partial<ViewOptions>>> = {
  showNote: { scope: 'note', grouping: 'argument' },
  showAllNotes: { scope: 'all', grouping: 'argument' },
  groupBySpeaker: { grouping: 'speaker' },
  showOpenPoints: { grouping: 'open' },
  sortByPosition: { sort: 'position' },
  sortByLabel: { sort: 'label' },
  sortUnansweredFirst: { sort: 'unanswered' },
  followCursor: { follows: true },
  doNotFollowCursor: { follows: false },
};

/** What the title of the argument view and the palette offer: how the view shows what it shows. */
export function registerArgumentCommands(
  client: BaseLanguageClient,
  view: ArgumentView,
  maps: ArgumentMaps,
): Disposable {
  const register = (name: string, run: (row: Row) => unknown) =>
    commands.registerCommand(`debateNotes.argument.${name}`, run);
  const places = new StatementPlaces(client, view);
  return Disposable.from(
    ...Object.entries(CHOICES).map(([name, options]) => register(name, () => view.choose(options))),
    register('filter', () =>
      askForFilter(
        view,
        l10n.t('Filter the Argument'),
        l10n.t('Words of a statement, a speaker, #id, a kind or a label'),
      ),
    ),
    register('clearFilter', () => view.filterBy('')),
    register('expandAll', () => view.expandAll()),
    register('revealCurrent', () => view.revealCurrent()),
    register('revealLinked', (row: Row) => view.revealLinked(row)),
    registerRowDecorations(),
    registerGoToStatement((row) => view.details(row)),
    registerStatementActions(client, places, maps),
    registerMoveBranch(client, view, places),
  );
}
