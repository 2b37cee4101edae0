import { l10n } from 'vscode';
import type { ArgumentNode, StatementKind, StatementLabel } from '../../../server/src/protocol/messages';

/** The name of a kind of statement, as it begins a sentence. */
export function kindName(kind: StatementKind): string {
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

export function labelName(label: StatementLabel): string {
  switch (label) {
    case 'stands':
      return l10n.t('stands');
    case 'rebutted':
      return l10n.t('rebutted');
    case 'unfounded':
      return l10n.t('unfounded');
    case 'contested':
      return l10n.t('contested');
  }
}

/** What a group of open points is called. */
export function groupName(open: NonNullable<ArgumentNode['open']>): string {
  switch (open) {
    case 'unsupported-claim':
      return l10n.t('Unsupported claims');
    case 'open-question':
      return l10n.t('Open questions');
    case 'unanswered-rebuttal':
      return l10n.t('Unanswered rebuttals');
    case 'duplicate-passage':
      return l10n.t('Repeated passages');
  }
}

/** What a statement lacks, in a word behind it. */
export function openName(open: NonNullable<ArgumentNode['open']>): string {
  switch (open) {
    case 'unsupported-claim':
      return l10n.t('unsupported');
    case 'open-question':
      return l10n.t('open');
    case 'unanswered-rebuttal':
      return l10n.t('unanswered');
    case 'duplicate-passage':
      return l10n.t('repeated');
  }
}

/** What a statement is in few words behind its own: what it lacks, whether it stands, what has been said to it. */
export function stateOf({ open, label, replies }: ArgumentNode, isOpenTold: boolean): string[] {
  const lacks = open !== null && isOpenTold ? [openName(open)] : [];
  const standing = label === null || label === 'stands' ? [] : [labelName(label)];
  return [...lacks, ...standing, ...countsOf(replies)];
}

/** Replies in numbers, in the order in which they are told everywhere. */
export function countsOf(replies: ArgumentNode['replies']): string[] {
  return COUNTED.flatMap(([kinds, one, several]) => {
    const number = kinds.reduce((sum, kind) => sum + (replies[kind] ?? 0), 0);
    return number === 0 ? [] : number === 1 ? one() : several(number);
  });
}

/** The words come when they are needed: only then the language is known. */
const COUNTED: readonly (readonly [
  kinds: readonly StatementKind[],
  one: () => string,
  several: (number: number) => string,
])[] = [
  [['support'], () => l10n.t('1 support'), (n) => l10n.t('{0} supports', n)],
  [['rebuttal'], () => l10n.t('1 rebuttal'), (n) => l10n.t('{0} rebuttals', n)],
  [['undercut'], () => l10n.t('1 undercut'), (n) => l10n.t('{0} undercuts', n)],
  // A claim under a question answers it.
  [['answer', 'claim'], () => l10n.t('1 answer'), (n) => l10n.t('{0} answers', n)],
  [['question'], () => l10n.t('1 question'), (n) => l10n.t('{0} questions', n)],
  [['concession'], () => l10n.t('1 concession'), (n) => l10n.t('{0} concessions', n)],
  [['cite'], () => l10n.t('1 citation'), (n) => l10n.t('{0} citations', n)],
];
