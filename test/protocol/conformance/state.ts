import type { Unit } from '../../support/unitsOfText';

/** What is always part of the workspace. */
export const FOLDER = 'file:///notes';

/** Those that are part of the workspace now and then; the second lies in the one that always is. */
export const OTHER_FOLDERS = ['file:///more', 'file:///notes/sub'] as const;

/** A file that is there from the start and stays. */
export const BIBLIOGRAPHY = [`${FOLDER}/refs.bib`, 'ö 😀 @article{smith2020, title = {Ö}, year = 2020}\n'] as const;

/** What users may have set. */
export const SETTINGS: readonly object[] = [
  {},
  { codeLens: false, inlayHints: { labels: 'all', targets: true } },
  { rules: { 'unsupported-claim': 'off', 'open-question': 'warning' } },
  { maxProblems: 1, workspaceProblems: false },
];

/** Where a session begins, or where another one has ended. */
export interface State {
  readonly unit: Unit;
  readonly pulls: boolean;
  readonly settings: object;
  readonly files: ReadonlyMap<string, string>;
  readonly folders: readonly string[];
}
