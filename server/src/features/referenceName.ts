import { kindName, writtenForm } from '../citations/paper';
import type { Reference } from '../citations/reference';

/** A reference in a few words: `arXiv 2107.03374 v2`, `DOI 10.1000/182`, `@perez2022`, or the host of a page. */
export function referenceName(reference: Reference): string {
  const { kind, id, version } = reference;
  if (kind === 'url') return hostOf(id) ?? id;
  if (kind === 'citekey') return writtenForm(reference);
  return [kindName(kind), id, version].filter((part) => part).join(' ');
}

function hostOf(url: string): string | null {
  try {
    return new URL(url).hostname;
  } catch {
    return null;
  }
}
