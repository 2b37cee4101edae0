import type { Reference } from '../citations/reference';

/** A reference in a few words: `arXiv 2107.03374 v2`, `DOI 10.1000/182`, or the host of a page. */
export function referenceName({ kind, id, version }: Reference): string {
  if (kind === 'url') return hostOf(id) ?? id;
  return [PREFIXES[kind], id, version].filter((part) => part).join(' ');
}

const PREFIXES: Record<Exclude<Reference['kind'], 'url'>, string> = { arxiv: 'arXiv', doi: 'DOI' };

function hostOf(url: string): string | null {
  try {
    return new URL(url).hostname;
  } catch {
    return null;
  }
}
