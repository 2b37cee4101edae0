import { commands, Disposable, l10n } from 'vscode';
import type { ArgumentView } from '../views/argumentView';
import { askForFilter } from '../views/filterBox';
import type { ViewOptions } from '../views/viewState';
import { registerGoToStatement } from './goToStatement';

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
export function registerArgumentCommands(view: ArgumentView): Disposable {
  const register = (name: string, run: () => unknown) => commands.registerCommand(`debateNotes.argument.${name}`, run);
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
    registerGoToStatement((row) => view.details(row)),
  );
}
