/**
 * Comments that say what the rules are to be silent about: `<!-- debate-disable-next-line rule -- reason -->`. Several
 * rules are parted by commas or spaces; none means all. What stands behind ` -- ` is for people.
 */
import { editDistance } from './editDistance';
import type { TextRange } from './textRange';
import type { Named, NoteTree } from './tree';

const WORDS = {
  'disable-line': 'line',
  'disable-next-line': 'nextLine',
  'disable-file': 'file',
  disable: 'begin',
  enable: 'end',
} as const;
type Word = keyof typeof WORDS;

export interface Directive {
  /** The whole comment. */
  readonly range: TextRange;
  /** The line that the comment begins on, the line after it, the note, or from here on to where this ends. */
  readonly scope: (typeof WORDS)[Word];
  /** The rules that it names; none means all. */
  readonly rules: readonly Named[];
}

/** A comment that was meant as a directive. */
export interface UnknownDirective {
  /** The word as written. */
  readonly range: TextRange;
  /** The word that is meant, with `debate-`; null where that cannot be told. */
  readonly meant: string | null;
}

export interface Directives {
  readonly known: readonly Directive[];
  readonly unknown: readonly UnknownDirective[];
}

const KNOWN = new WeakMap<NoteTree, Directives>();

/** The directives of a note, in the order of the text. Cost: its comments, once. */
export function directivesOf(tree: NoteTree): Directives {
  let found = KNOWN.get(tree);
  if (!found) {
    found = read(tree);
    KNOWN.set(tree, found);
  }
  return found;
}

/** No directive is longer; what stands behind is a reason. */
const WINDOW = 2000;
const BEGINNING = /^<!--\s*(debate-([a-z-]+))(?=\s|$)/i;
/** Slips that a word is still recognised with. */
const MOST_SLIPS = 2;

function read({ text, opaque }: NoteTree): Directives {
  const known: Directive[] = [];
  const unknown: UnknownDirective[] = [];
  for (const { kind, start, end } of opaque) {
    if (kind !== 'comment') continue;
    const inside = text.slice(start, Math.min(end - '-->'.length, start + WINDOW));
    const [beginning = '', written = '', word = ''] = BEGINNING.exec(inside) ?? [];
    if (!beginning) continue;
    if (Object.hasOwn(WORDS, word)) {
      const rules = namesIn(inside, beginning.length, start);
      known.push({ range: { start, end }, scope: WORDS[word as Word], rules });
      continue;
    }
    const meant = meantBy(word.toLowerCase());
    // Other comments may begin with `debate-` as they like.
    if (meant === null && !/^(?:dis|en)able(?:-|$)/i.test(word)) continue;
    const wordEnd = start + beginning.length;
    unknown.push({
      range: { start: wordEnd - written.length, end: wordEnd },
      meant: meant && `debate-${meant}`,
    });
  }
  return { known, unknown };
}

/** The nearest word, or the only one that begins so. */
function meantBy(word: string): string | null {
  const words = Object.keys(WORDS);
  const near = words
    .map((known) => ({ known, slips: editDistance(word, known, MOST_SLIPS) }))
    .filter(({ slips }) => slips <= MOST_SLIPS)
    .sort((a, b) => a.slips - b.slips);
  const longer = words.filter((known) => known.startsWith(word));
  return near[0]?.known ?? (longer.length === 1 ? (longer[0] ?? null) : null);
}

/** The names up to the reason, with their places in the note. */
function namesIn(comment: string, from: number, shift: number): Named[] {
  const names: Named[] = [];
  const pattern = /[^\s,]+/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(comment); match && match[0] !== '--'; match = pattern.exec(comment)) {
    const start = shift + match.index;
    names.push({ name: match[0], range: { start, end: start + match[0].length } });
  }
  return names;
}
