import { type NearMiss, nearMisses } from '../syntax/nearMisses';
import type { TextRange } from '../syntax/textRange';
import type { Fix, Rule } from './rule';

/** A line that begins as a statement does and is prose, because its header does not fit. */
export const malformedHeader: Rule = {
  meta: {
    id: 'malformed-header',
    severity: 'error',
    description: 'A line begins with a keyword and an attribute, but its header does not fit, so that it is prose.',
    tags: ['markup'],
    fixAll: true,
  },
  check: ({ note }) =>
    nearMisses(note.tree)
      .filter(({ kind }) => kind !== 'keyword')
      .map((miss) => ({
        range: shown(miss),
        message: `This line is read as prose: ${wrong(note.text, miss)}`,
        related: [],
        fixes: () => fixesFor(miss),
      })),
};

/** A place of no length cannot be underlined: then the keyword is. */
function shown({ range, written }: NearMiss): TextRange {
  return range.start === range.end ? written : range;
}

function wrong(text: string, { kind, range, keyword }: NearMiss): string {
  const written = text.slice(range.start, range.end);
  switch (kind) {
    case 'parenthesis':
      return "the parenthesis around the speaker is never closed. Put ')' in front of the colon.";
    case 'target':
      return `'${written.trim()}' is no target. Write '#id', or 'other-note#id' for a statement of another note.`;
    case 'twice':
      return `'${written.trim()}' does not fit in the header. Give the id, the speaker and the targets once each.`;
    default:
      return `the colon behind the header is missing. Write '${keyword} …: text'.`;
  }
}

function fixesFor({ kind, repair }: NearMiss): Fix[] {
  if (!repair) return [];
  const titles: Partial<Record<NearMiss['kind'], string>> = {
    colon: 'Insert the colon',
    parenthesis: 'Close the parenthesis',
    target: 'Write it as an id',
  };
  return [{ title: titles[kind] ?? 'Mend the header', preferred: true, edits: [repair] }];
}
