import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { ArgumentStatement } from '../../../server/src/protocol/messages';
import type { StatementNode } from './argumentTree';

type Kind = ArgumentStatement['kind'];

/** Told apart by shape first: colour alone would leave some readers out. */
const ICONS: Record<Kind, ThemeIcon> = {
  claim: new ThemeIcon('comment', new ThemeColor('charts.blue')),
  answer: new ThemeIcon('comment-discussion', new ThemeColor('charts.blue')),
  support: new ThemeIcon('add', new ThemeColor('charts.green')),
  rebuttal: new ThemeIcon('close', new ThemeColor('charts.red')),
  undercut: new ThemeIcon('debug-disconnect', new ThemeColor('charts.orange')),
  question: new ThemeIcon('question', new ThemeColor('charts.yellow')),
  concession: new ThemeIcon('check', new ThemeColor('charts.purple')),
  cite: new ThemeIcon('book', new ThemeColor('charts.foreground')),
};

/** Longer texts are cut in the label: the view shows one line, and the hover more of it. */
const LONGEST_LABEL = 200;

/** A statement as an item of the argument view. */
export function statementItem(node: StatementNode): TreeItem {
  const { key, kind, id, speaker, text } = node.statement;
  const open = node.children.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None;
  const words = shortened(text) || l10n.t('{0}: nothing yet', kindName(kind));
  // In front, where a narrow sidebar still shows it: a description would follow the words out of sight.
  const item = new TreeItem(speaker ? `${speaker}: ${words}` : words, open);
  item.id = `${node.note.toString()}#${key}`;
  item.iconPath = ICONS[kind];
  item.contextValue = kind;
  item.tooltip = [
    [kindName(kind), id && `#${id}`, speaker && `(${speaker})`].filter((part) => part).join(' '),
    text,
  ].join('\n');
  const spoken = speaker ? l10n.t('{0} by {1}', kindName(kind), speaker) : kindName(kind);
  item.accessibilityInformation = { label: [spoken, id && `#${id}`, words].filter((part) => part).join(': ') };
  item.command = { command: 'debateNotes.goToStatement', title: l10n.t('Go to Statement'), arguments: [node] };
  return item;
}

function shortened(text: string): string {
  if (text.length <= LONGEST_LABEL) return text;
  // Cut between characters, not inside a surrogate pair.
  return `${[...text.slice(0, LONGEST_LABEL + 1)].slice(0, -1).join('')}…`;
}

function kindName(kind: Kind): string {
  switch (kind) {
    case 'claim':
      return l10n.t('Claim');
    case 'support':
      return l10n.t('Support');
    case 'rebuttal':
      return l10n.t('Rebuttal');
    case 'undercut':
      return l10n.t('Undercut');
    case 'question':
      return l10n.t('Question');
    case 'answer':
      return l10n.t('Answer');
    case 'concession':
      return l10n.t('Concession');
    case 'cite':
      return l10n.t('Citation');
  }
}
