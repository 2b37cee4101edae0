import { l10n } from 'vscode';
import type { Strings } from './shared/strings';

/** What the page says, in the language of the editor. */
export function mapStrings(title: string): Strings {
  return {
    kinds: kindNames(),
    labels: labelNames(),
    relations: relationNames(),
    map: l10n.t('Argument map of {0}', title),
    tools: l10n.t('Map tools'),
    search: l10n.t('Search'),
    searchHint: l10n.t('Search the map ( / )'),
    found: l10n.t('{0} of {1}', '{0}', '{1}'),
    foundNothing: l10n.t('No results'),
    speaker: l10n.t('Speaker'),
    anySpeaker: l10n.t('All speakers'),
    nobody: l10n.t('No speaker'),
    label: l10n.t('What stands'),
    anyLabel: l10n.t('All labels'),
    zoomIn: l10n.t('Zoom in ( + )'),
    zoomOut: l10n.t('Zoom out ( - )'),
    fit: l10n.t('Show all ( 0 )'),
    foldAll: l10n.t('Fold all branches'),
    unfoldAll: l10n.t('Unfold all branches'),
    withTied: l10n.t('With notes that refer to each other'),
    exportSvg: l10n.t('Save as SVG'),
    exportPng: l10n.t('Save as PNG'),
    minimap: l10n.t('Overview'),
    by: l10n.t('{0} by {1}', '{0}', '{1}'),
    folded: l10n.t('{0} folded away', '{0}'),
    nothingYet: l10n.t('{0}: nothing yet', '{0}'),
    noStatements: l10n.t('This note has no statements yet. Write “claim:” in front of a line.'),
    noMatches: l10n.t('No statement passes the filter.'),
    zoomed: l10n.t('{0} %', '{0}'),
    legend: l10n.t('What the lines mean'),
  };
}

/** What kinds of statements are called. */
export function kindNames(): Strings['kinds'] {
  return {
    claim: l10n.t('Claim'),
    support: l10n.t('Support'),
    rebuttal: l10n.t('Rebuttal'),
    undercut: l10n.t('Undercut'),
    question: l10n.t('Question'),
    answer: l10n.t('Answer'),
    concession: l10n.t('Concession'),
    cite: l10n.t('Citation'),
  };
}

/** What is said of statements that stand, and of those that do not. */
export function labelNames(): Strings['labels'] {
  return {
    stands: l10n.t('stands'),
    rebutted: l10n.t('rebutted'),
    unfounded: l10n.t('unfounded'),
    contested: l10n.t('contested'),
  };
}

function relationNames(): Strings['relations'] {
  return {
    supports: l10n.t('supports'),
    rebuts: l10n.t('rebuts'),
    undercuts: l10n.t('undercuts the link'),
    asks: l10n.t('asks'),
    answers: l10n.t('answers'),
    concedes: l10n.t('concedes'),
  };
}
