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
    options: {
      minWords: {
        description: 'Words that a passage has at least; of scripts that are written without spaces, characters.',
        type: 'integer',
        minimum: 8,
        default: 8,
      },
      across: {
        description: 'Where a passage is looked for: only in its own note, or in all notes.',
        type: 'string',
        enum: ['note', 'workspace'],
        default: 'workspace',
      },
      ignore: {
        description:
          'Regular expressions for passages that may stand twice, in any letter case. Line ends count as spaces.',
        type: 'array',
        items: { type: 'string', format: 'regex' },
        default: [],
      },
    },
  },
  check: (context) => {
    const isWanted = wanted(context);
    return context.notes
      .repeatsIn(context.note.uri)
      .filter(isWanted)
      .map((repeat) => finding(context, repeat));
  },
};

/** What the options leave of the repeats. */
function wanted({ note, options }: RuleContext): (repeat: NoteRepeat) => boolean {
  const minWords = options['minWords'] as number;
  const isOwnOnly = options['across'] === 'note';
  const ignored = (options['ignore'] as string[]).map((pattern) => new RegExp(pattern, 'iu'));
  return ({ range, words, first }) => {
    if (words < minWords || (isOwnOnly && first.note !== note)) return false;
    if (ignored.length === 0) return true;
    const passage = note.text.slice(range.start, range.end).replace(/\s+/g, ' ');
    return !ignored.some((pattern) => pattern.test(passage));
  };
}

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
