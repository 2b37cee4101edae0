import { DEFAULT_REPEAT_OPTIONS, type RepeatOptions } from '../passages/passages';
import { blockAt } from '../syntax/noteTree';
import { type Change, changesOf, onOneLine, toldChanges, toldSimilarity } from '../workspace/changes';
import { type Copy, copyOf, quoting, quotingOriginal, removing } from '../workspace/copy';
import { referenceTo } from '../workspace/newId';
import type { NoteRepeat } from '../workspace/notes';
import { referencePath } from '../workspace/noteUri';
import { placeName } from '../workspace/placeName';
import type { Finding, Fix, OptionValues, Rule, RuleContext } from './rule';

/** A passage that stands, word for word or nearly, somewhere before. */
export const duplicatePassage: Rule = {
  meta: {
    id: 'duplicate-passage',
    severity: 'warning',
    description: 'A passage repeats another, word for word or nearly, in this note or in one that comes before it.',
    tags: ['passages'],
    looksElsewhere: true,
    options: {
      minWords: {
        description: 'Words that a passage has at least; of scripts that are written without spaces, characters.',
        type: 'integer',
        minimum: 8,
        default: 8,
      },
      similarity: {
        description: 'Share of words that both places have in common, at least; at 1 only exact copies are found.',
        type: 'number',
        minimum: 0.3,
        maximum: 1,
        default: 0.5,
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
    const { notes, note, options } = context;
    const wanted = wantedOf(options);
    return notes
      .repeatsIn(note.uri, wanted.search)
      .filter(
        ({ range, words }) => words >= wanted.minWords && !isIgnored(note.text.slice(range.start, range.end), wanted),
      )
      .map((repeat) => finding(context, repeat));
  },
};

/** The options as the search takes them. */
interface Wanted {
  readonly minWords: number;
  readonly search: RepeatOptions;
  readonly ignored: readonly RegExp[];
}

/** They are the same object while nobody changes them: patterns are compiled once. */
const WANTED = new WeakMap<OptionValues, Wanted>();

function wantedOf(options: OptionValues): Wanted {
  let wanted = WANTED.get(options);
  if (!wanted) {
    const { minWords, similarity, across, ignore } = options as {
      readonly minWords: number;
      readonly similarity: number;
      readonly across: RepeatOptions['across'];
      readonly ignore: readonly string[];
    };
    const search = { ...DEFAULT_REPEAT_OPTIONS, similarity, across };
    wanted = { minWords, search, ignored: ignore.map((pattern) => new RegExp(pattern, 'iu')) };
    WANTED.set(options, wanted);
  }
  return wanted;
}

function isIgnored(passage: string, { ignored }: Wanted): boolean {
  if (ignored.length === 0) return false;
  const words = onOneLine(passage);
  return ignored.some((pattern) => pattern.test(words));
}

function finding(context: RuleContext, repeat: NoteRepeat): Finding {
  const { range, words, first } = repeat;
  const { canBeQuoted, does, how } = likeness(context, repeat);
  const where = `in ${placeName(context.note, first.note, first.range)}`;
  const keep = canBeQuoted ? 'quote it' : 'quote the first';
  return {
    range,
    message: `These ${words} words ${does}, ${where}${how}. Keep one, or ${keep} with '>'.`,
    related: [{ note: first.note.uri, range: first.range, message: 'The passage stands here first.' }],
    fixes: () => {
      const copy = copyOf(context.note, range);
      if (!copy) return [];
      const quotation = canBeQuoted ? quoted(copy) : original(copy, repeat);
      return [quotation, referred(context, repeat, copy), deleted(context, copy)].flat();
    },
  };
}

/** How alike both places are, in what they differ, and whether a quotation of the later one would have its words. */
function likeness({ notes, note }: RuleContext, { range, first, similarity, isVerbatim }: NoteRepeat) {
  const changes = isVerbatim ? [] : changesOf(notes, note, range, first);
  if (changes.length === 0) return { canBeQuoted: true, does: 'stand before', how: '' };
  if (similarity === 1) return { canBeQuoted: false, does: 'stand before', how: ', in another order' };
  const how = `, ${toldSimilarity(similarity)} alike: ${toldChanges(changes, note.text, first.note.text)}`;
  const canBeQuoted = changes.every((change) => isBetweenParagraphs(note.text, change));
  return { canBeQuoted, does: 'nearly stand before', how };
}

/** Whether all that is changed is that something is left out between two paragraphs, each of which is a quotation of its own. */
function isBetweenParagraphs(text: string, { range: { start, end } }: Change): boolean {
  if (start < end) return false;
  const between = /[^\p{L}\p{N}]*/uy;
  between.lastIndex = start;
  return BLANK_LINE.test(between.exec(text)?.[0] ?? '');
}

const BLANK_LINE = /(?:\r\n|[\r\n])[ \t]*[\r\n]/;

/** Declares the passage as somebody else's words. Nothing is lost. */
function quoted(copy: Copy): Fix[] {
  const edits = quoting(copy);
  const title = copy.isWhole ? "Turn it into a '>' quotation" : 'Put it in quotation marks';
  return edits ? [{ title, preferred: true, edits }] : [];
}

/** Quotes the first in the place of an edited copy, which would be a misquotation. */
function original(copy: Copy, { first }: NoteRepeat): Fix[] {
  const source = copyOf(first.note, first.range);
  const edits = source && quotingOriginal(copy, source);
  const title = copy.isWhole ? "Quote the first with '>' instead" : 'Quote the first in quotation marks instead';
  return edits ? [{ title, edits }] : [];
}

/** Puts a reference in the place of the passage, where a statement holds the first. */
function referred({ notes }: RuleContext, { first }: NoteRepeat, { note, range, block }: Copy): Fix[] {
  const { tree, argument } = first.note;
  const point = argument.pointAt(blockAt(tree, first.range.start));
  const isItself = first.note === note && point?.statement.start === block.start;
  if (!point || isItself || first.range.end > point.statement.end) return [];
  const named = referenceTo(first.note, point);
  const isOwn = first.note === note;
  const path = isOwn ? '' : referencePath(note.uri, first.note.uri);
  if (!named || path === null || (!isOwn && notes.noteOf(note, path) !== first.note)) return [];
  const reference = { range, newText: `[[${path}#${named.id}]]` };
  const elsewhere =
    !isOwn && named.edits.length > 0 ? { elsewhere: [{ note: first.note.uri, edits: named.edits }] } : {};
  const edits = isOwn ? [...named.edits, reference] : [reference];
  return [{ title: `Replace it by '${reference.newText}'`, edits, ...elsewhere }];
}

/** Takes the passage out; a statement that says nothing else only where nobody answers, and nothing leads up to it. */
function deleted({ notes }: RuleContext, copy: Copy): Fix[] {
  const { note, block, isAll } = copy;
  if (block.kind === 'statement' && isAll) {
    const point = note.argument.pointAt(blockAt(note.tree, block.start));
    const isFree = point && !block.id && point.introducedBy.length === 0;
    if (!isFree || notes.repliesTo({ note, point }).length > 0) return [];
  }
  return [{ title: 'Delete it', edits: [removing(copy)] }];
}
