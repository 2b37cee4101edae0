import { type Disposable, FileDecoration, type FileDecorationProvider, ThemeColor, Uri, window } from 'vscode';
import type { ArgumentNode } from '../../../server/src/protocol/messages';
import { labelName, openName } from './rowText';

/** The scheme of addresses that only say how a row is marked; nothing lies there. */
const SCHEME = 'debate-row';

/** What of a row is marked at its end, where a narrow sidebar still shows it. */
type State = NonNullable<ArgumentNode['open']> | 'rebutted' | 'unfounded' | 'contested';

const MARKS: Readonly<Record<State, string>> = {
  'unsupported-claim': '!',
  'open-question': '!',
  'unanswered-rebuttal': '!',
  'duplicate-passage': '!',
  rebutted: '×',
  unfounded: '∅',
  contested: '±',
};

/** The address by which the editor asks how a row is marked; undefined for one without a mark. */
export function markOf({ key, type, open, label }: ArgumentNode, isOpenTold: boolean): Uri | undefined {
  if (type !== 'statement' && type !== 'link') return undefined;
  const state = open !== null && isOpenTold ? open : label === 'stands' ? null : label;
  return state === null ? undefined : Uri.from({ scheme: SCHEME, path: `/${key}`, query: state });
}

/** Marks rows at their end: `!` what is open, and what does not stand. */
export function registerRowDecorations(): Disposable {
  const provider: FileDecorationProvider = {
    provideFileDecoration: (uri) =>
      uri.scheme === SCHEME && uri.query in MARKS ? mark(uri.query as State) : undefined,
  };
  return window.registerFileDecorationProvider(provider);
}

function mark(state: State): FileDecoration {
  if (state === 'rebutted' || state === 'unfounded' || state === 'contested') {
    return new FileDecoration(MARKS[state], labelName(state));
  }
  return new FileDecoration(MARKS[state], openName(state), new ThemeColor('list.warningForeground'));
}
