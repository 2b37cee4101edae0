import type { Citation } from '../citations/reference';
import { touches } from '../syntax/textRange';
import type { Note } from '../workspace/note';

/** The citation that an offset touches. Cost: logarithmic. */
export function citationAt(note: Note, offset: number): Citation | undefined {
  const { citations } = note.cited;
  let low = 0;
  let high = citations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((citations[middle]?.citation.range.end ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  const found = citations[low]?.citation;
  return found && touches(found.range, offset) ? found : undefined;
}
