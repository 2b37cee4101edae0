import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, workspace } from 'vscode';
import type { ArgumentNode, StatementKind } from '../../../server/src/protocol/messages';
import type { Row } from './argumentRows';
import { markOf } from './rowDecorations';
import { groupName, kindName, labelName, stateOf } from './rowText';
import type { ViewOptions } from './viewState';

/** Told apart by shape first: colour alone would leave some readers out. The colours are those of the map. */
const ICONS: Record<StatementKind, readonly [icon: string, colour: string]> = {
  claim: ['comment', 'charts.blue'],
  answer: ['comment-discussion', 'charts.blue'],
  support: ['add', 'charts.green'],
  rebuttal: ['close', 'charts.red'],
  undercut: ['debug-disconnect', 'symbolIcon.eventForeground'],
  question: ['question', 'charts.yellow'],
  concession: ['check', 'charts.purple'],
  cite: ['book', 'charts.foreground'],
};

const GROUP_ICONS: Record<NonNullable<ArgumentNode['open']>, readonly [icon: string, colour: string]> = {
  'unsupported-claim': ['comment-unresolved', 'charts.blue'],
  'open-question': ['question', 'charts.yellow'],
  'unanswered-rebuttal': ['close', 'charts.red'],
  'duplicate-passage': ['files', 'charts.foreground'],
};

/** Longer texts are cut in the row, so that what stands behind them has a chance to be seen; the hover has all. */
const LONGEST_LABEL = 120;

/** Of a repeated passage it matters where it stands first. */
const LONGEST_PASSAGE = 36;

/** How the rows are shown. */
export interface Look extends ViewOptions {
  /** Told in front of every id: rows of another look are others to the editor, which then forgets what was open. */
  readonly space: string;
  isExpanded(row: Row): boolean;
}

/** A row as an item of the tree. The tooltip comes when it is asked for. */
export function rowItem(row: Row, look: Look): TreeItem {
  const { node } = row;
  const item = new TreeItem(labelOf(node, look));
  item.id = `${look.space}/${node.key}`;
  item.collapsibleState =
    row.children.length === 0
      ? TreeItemCollapsibleState.None
      : look.isExpanded(row)
        ? TreeItemCollapsibleState.Expanded
        : TreeItemCollapsibleState.Collapsed;
  item.iconPath = iconOf(node);
  item.description = descriptionOf(node, look);
  const mark = markOf(node, look.grouping !== 'open');
  if (mark) item.resourceUri = mark;
  item.contextValue = node.kind === null ? node.type : `${node.type}.${node.kind}`;
  item.accessibilityInformation = { label: spoken(node, look), role: 'treeitem' };
  if (LEADS.has(node.type)) {
    item.command = { command: 'debateNotes.goToStatement', title: l10n.t('Go to Statement'), arguments: [row] };
  }
  return item;
}

/** A click on a group opens it; all else leads to a line. */
const LEADS: ReadonlySet<ArgumentNode['type']> = new Set(['section', 'statement', 'link', 'passage']);

function labelOf(node: ArgumentNode, { grouping }: Look): string {
  switch (node.type) {
    case 'points':
      return node.open === null ? '' : groupName(node.open);
    case 'speaker':
      return node.text || l10n.t('Nobody named');
    default: {
      const said =
        shortened(node.text, node.type === 'passage' ? LONGEST_PASSAGE : LONGEST_LABEL) ||
        (node.kind === null ? '' : l10n.t('{0}: nothing yet', kindName(node.kind)));
      // In front, where a narrow sidebar still shows it: the description may be out of sight.
      return node.speaker !== null && grouping !== 'speaker' ? `${node.speaker}: ${said}` : said;
    }
  }
}

function descriptionOf(node: ArgumentNode, look: Look): string {
  const parts: string[] = [];
  if (node.type === 'note') parts.push(folderOf(node));
  if (node.kind !== null) parts.push(...stateOf(node, look.grouping !== 'open'));
  else if (node.type === 'passage') parts.push(firstPlace(node));
  else parts.push(String(node.size));
  if (node.repliesTo !== null && node.type !== 'passage') parts.push(`→ ${node.repliesTo}`);
  if (isApartFromItsNote(node, look)) parts.push(noteName(node));
  return parts.filter((part) => part !== '').join(' · ');
}

/** Whether a row does not stand under its note, though several notes are shown. */
function isApartFromItsNote({ type, note }: ArgumentNode, { scope, grouping }: Look): boolean {
  return scope === 'all' && grouping !== 'argument' && note !== null && type !== 'note';
}

function firstPlace({ repliesTo, line }: ArgumentNode): string {
  if (line === null) return '';
  return repliesTo === null ? l10n.t('first in line {0}', line) : l10n.t('first in {0}, line {1}', repliesTo, line);
}

/** The folder of a note in its workspace; with the name of the workspace folder where there are several. */
function folderOf({ note }: ArgumentNode): string {
  const path = workspace.asRelativePath(Uri.parse(note ?? ''));
  const end = path.lastIndexOf('/');
  return end < 0 || path.startsWith('/') ? '' : path.slice(0, end);
}

function noteName({ note }: ArgumentNode): string {
  const { path } = Uri.parse(note ?? '');
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.debate)?\.md$|\.debate$/i, '');
}

function iconOf(node: ArgumentNode): ThemeIcon {
  switch (node.type) {
    case 'note':
      return new ThemeIcon('note');
    case 'section':
      return new ThemeIcon('bookmark');
    case 'speaker':
      return new ThemeIcon('account');
    case 'passage':
      return new ThemeIcon('quote');
    case 'points':
      return icon(...GROUP_ICONS[node.open ?? 'duplicate-passage']);
    default: {
      const [shape, colour] = ICONS[node.kind ?? 'claim'];
      return icon(node.type === 'link' ? 'references' : shape, colourOf(node) ?? colour);
    }
  }
}

/** What does not stand recedes, and what is not settled is lit; what it is its shape tells. */
function colourOf({ label }: ArgumentNode): string | null {
  if (label === 'rebutted' || label === 'unfounded') return 'disabledForeground';
  return label === 'contested' ? 'list.warningForeground' : null;
}

function icon(shape: string, colour: string): ThemeIcon {
  return new ThemeIcon(shape, new ThemeColor(colour));
}

/** What a screen reader says: everything that the row shows, also by its icon. */
function spoken(node: ArgumentNode, look: Look): string {
  if (node.kind === null) return [labelOf(node, look), descriptionOf(node, look)].filter((part) => part).join(', ');
  const name = kindName(node.kind);
  const said = shortened(node.text, LONGEST_LABEL) || l10n.t('nothing yet');
  const who = node.speaker === null ? name : l10n.t('{0} by {1}', name, node.speaker);
  const what = node.type === 'link' ? l10n.t('{0}, shown elsewhere', who) : who;
  const state = stateOf(node, true);
  if (node.label === 'stands') state.unshift(labelName('stands'));
  const details = [...state, ...(node.repliesTo === null ? [] : [l10n.t('replies to {0}', node.repliesTo)])];
  return [[what, node.id === null ? '' : `#${node.id}`, said].filter((part) => part).join(': '), ...details].join(', ');
}

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Cut between characters, not inside a surrogate pair.
  return `${[...text.slice(0, longest + 1)].slice(0, -1).join('')}…`;
}
