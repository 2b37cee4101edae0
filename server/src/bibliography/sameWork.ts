import { paperKey } from '../citations/paper';
import type { Bibliography } from './bibliography';

/**
 * Whether the entries that two bibliographies have of one key are plainly of two works: they share no identifier, and
 * neither title begins with the other. A preprint and what it was published as are not. Cost: the two entries.
 */
export function areOtherWorks(one: Bibliography, other: Bibliography, key: string): boolean {
  const [title, otherTitle] = [one, other].map((bibliography) => letters(bibliography.summary(key)?.title ?? ''));
  if (!title || !otherTitle || title.startsWith(otherTitle) || otherTitle.startsWith(title)) return false;
  const names = new Set(one.identifiers(key).map(paperKey));
  return !other.identifiers(key).some((identifier) => names.has(paperKey(identifier)));
}

/** Without case, accents, punctuation and spaces, which people and programs write differently. */
function letters(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]/gu, '');
}
