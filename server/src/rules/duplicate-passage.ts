import type { TextRange } from '../syntax/textRange';
import type { Note } from '../workspace/note';
import type { NoteRepeat } from '../workspace/notes';
import type { Finding, Rule, RuleContext } from './rule';

/** A passage that stands, word for word, somewhere before. */
export const duplicatePassage: Rule = {
  meta: {
    id: 'duplicate-passage',
    severity: 'warning',
    description: 'A passage of eight words or more repeats another, in this note or in one that comes before it.',
    tags: ['passages'],
  },
  check: (context) => context.notes.repeatsIn(context.note.uri).map((repeat) => finding(context, repeat)),
};

function finding({ note }: RuleContext, { range, words, first }: NoteRepeat): Finding {
  return {
    range,
    message: `These ${words} words stand before, ${place(note, first.note, first.range)}. Keep one, or quote it with \`>\`.`,
    related: [{ note: first.note.uri, range: first.range, message: 'The passage stands here first.' }],
    fixes: () => [],
  };
}

function place(note: Note, original: Note, range: TextRange): string {
  const { lines } = original.tree;
  const [from, to] = [lines.lineAt(range.start) + 1, lines.lineAt(range.end) + 1];
  const where = from === to ? `line ${from}` : `lines ${from} to ${to}`;
  return original === note ? `in ${where}` : `in ${fileName(original.uri)}, ${where}`;
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
