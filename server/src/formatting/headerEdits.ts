import { isBlank } from '../syntax/columns';
import type { Statement } from '../syntax/tree';
import type { Edits } from './edits';

/**
 * Writes the keyword in small letters, and behind it id, speaker and targets in this order, one space before each. The
 * colon itself is never touched, so that a cursor behind it stays there.
 */
export function editAttributes(text: string, statement: Statement, edits: Edits): void {
  const { keyword, keywordRange, header } = statement;
  edits.replace(keywordRange.start, keywordRange.end, keyword);
  edits.replace(keywordRange.end, header.end - 1, attributesOf(text, statement));
}

/** What can mean something else, or something to its neighbours, in another place of the line. */
const MARKS = /`|<!--|-->/;

function attributesOf(text: string, { keywordRange, header, id, speaker, targets }: Statement): string {
  const written = text.slice(keywordRange.end, header.end - 1);
  const attributes: string[] = [];
  if (id) attributes.push(` #${id.name}`);
  if (speaker) attributes.push(` (${speaker.name})`);
  const names = targets.map(({ range }) => text.slice(range.start, range.end));
  if (names.length > 0) attributes.push(` -> ${names.join(', ')}`);
  const ordered = attributes.join('');
  // More is written than has been read: an attribute that somebody is still typing. It stays as it is.
  return MARKS.test(written) || lengthOf(written) !== lengthOf(ordered) ? written : ordered;
}

/** Characters that are no white space. */
function lengthOf(written: string): number {
  let length = 0;
  for (const char of written) if (!isBlank(char)) length++;
  return length;
}
