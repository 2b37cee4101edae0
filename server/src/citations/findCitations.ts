import type { TextRange } from '../syntax/textRange';
import type { Citation } from './reference';
import { searchProse, searchWithKeys } from './search';

/**
 * Finds the references in the running text of a note: URLs, prefixed identifiers (`arXiv:…`, `doi:…`), bare ones
 * that cannot be anything else, and citation keys in brackets (`[@perez2022, p. 4]`). An impossible id is refused with
 * its reason where a prefix or a known host says that an id was meant; a bare look-alike (`10.123/abc`, `1234.5678`)
 * is ordinary text.
 *
 * `range` (UTF-16 offsets, the whole text by default) is searched as if nothing stood around it. The results are in
 * order, disjoint, and have offsets into `text`. Cost: linear in the length of the range, whatever it contains.
 *
 * @param bareKeys where a source is expected, and so `@perez2022` without brackets is a key and nobody's name
 */
export function findCitations(
  text: string,
  range: TextRange = { start: 0, end: text.length },
  bareKeys = false,
): Citation[] {
  const search = bareKeys ? searchWithKeys : searchProse;
  return search(text.slice(range.start, range.end), range.start);
}
