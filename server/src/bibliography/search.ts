import type { Summary } from './entries';

/**
 * Whether an entry has what somebody types to find it: every word in its key, the names of its authors, its year or
 * its title, without regard to case and accents.
 */
export function matchesQuery({ key, authors, year, title }: Summary, query: string): boolean {
  const text = folded(`${key} ${authors.join(' ')} ${year} ${title}`);
  return folded(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
