import type { Label, SavedState } from './messages';

const LABELS: readonly unknown[] = ['stands', 'rebutted', 'unfounded', 'contested'] satisfies Label[];

/** What a page has kept, whatever wrote it; null where it names no note. */
export function readState(saved: unknown): SavedState | null {
  if (typeof saved !== 'object' || saved === null) return null;
  const { note, withTied, view, folded, query, speaker, label } = saved as Partial<Record<keyof SavedState, unknown>>;
  if (typeof note !== 'string') return null;
  return {
    note,
    withTied: withTied === true,
    view: readView(view),
    folded: Array.isArray(folded) ? folded.filter((name) => typeof name === 'string') : null,
    query: typeof query === 'string' ? query : '',
    speaker: typeof speaker === 'string' ? speaker : null,
    label: LABELS.includes(label) ? (label as Label) : null,
  };
}

function readView(view: unknown): SavedState['view'] {
  if (typeof view !== 'object' || view === null) return null;
  const { x, y, scale } = view as Record<string, unknown>;
  const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
  return isNumber(x) && isNumber(y) && isNumber(scale) && scale > 0 ? { x, y, scale } : null;
}
