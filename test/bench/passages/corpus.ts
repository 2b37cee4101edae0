// Notes in which passages are planted that repeat others, with where they stand. The classes of edits, and what is to be
// left alone, are those of the plagiarism detection competitions (PAN), cut to what happens in notes.
import { Chance, MadeUpText } from './madeUpText';

/** A stretch of a note, by its number. */
export interface Stretch {
  readonly note: number;
  readonly start: number;
  readonly end: number;
}

/** Two passages of which one was made of the other. */
export interface Planted {
  readonly kind: string;
  readonly source: Stretch;
  readonly copy: Stretch;
}

export interface Corpus {
  readonly notes: readonly string[];
  readonly planted: readonly Planted[];
}

/** A paragraph of a note that is being put together; `from` and `to` are what of it is planted. */
interface Paragraph {
  text: string;
  readonly width: number;
  readonly prefix: string;
  readonly plants: { readonly id: number; readonly side: 'source' | 'copy'; sentence?: string }[];
}

type Edit = (text: string, chance: Chance, words: readonly string[]) => string;

/** What is done to a passage; each kind is a row of the table. */
const EDITS: Readonly<Record<string, Edit>> = {
  verbatim: (text) => text,
  'in one line': (text) => text,
  rewrapped: (text) => text,
  quoted: (text) => text,
  'case and punctuation': (text, chance) => retouched(text, chance),
  '5 % substituted': (text, chance, words) => substituted(text, 0.05, chance, words),
  '10 % substituted': (text, chance, words) => substituted(text, 0.1, chance, words),
  '20 % substituted': (text, chance, words) => substituted(text, 0.2, chance, words),
  '30 % substituted': (text, chance, words) => substituted(text, 0.3, chance, words),
  '10 % inserted or deleted': (text, chance, words) => insertedAndDeleted(text, 0.1, chance, words),
  '20 % inserted or deleted': (text, chance, words) => insertedAndDeleted(text, 0.2, chance, words),
  'sentences reordered': (text, chance) => reordered(text, chance),
  'one sentence': (text) => text,
};

export const KINDS: readonly string[] = Object.keys(EDITS);

/** The kinds that are found for certain, and those that are edited. */
export const EXACT_KINDS: readonly string[] = KINDS.slice(0, 4);
export const EDITED_KINDS: readonly string[] = KINDS.slice(5, 11);

/** Phrases that stand in many paragraphs and are no passage, and replies that are said again and again. */
const PHRASES = [
  'it seems to me that on the whole this argument',
  'for the reasons given above I do not think that',
  'as I have already said in an earlier reply to',
  'there is no reason to believe that any of these',
];
const REPLIES = ['How?', 'Why not?', 'I agree.', 'I disagree, for the reasons above.', 'See the last point.'];

const NOTE = 18_000;
const SHORTEST = 25;

/**
 * Makes up notes of about some megabytes with planted passages, 260 in a megabyte.
 * @param seed another one makes other texts, words and edits
 */
export function plantedCorpus(megabytes: number, seed: number): Corpus {
  const chance = new Chance(seed);
  const text = new MadeUpText(chance);
  const size = 1e6 * megabytes;
  const notes: Paragraph[][] = Array.from({ length: Math.max(8, Math.round(size / NOTE)) }, () => []);
  let length = 0;
  for (let i = 0; length < size; i++) {
    const paragraph = text.paragraph();
    length += paragraph.length + 2;
    notes[i % notes.length]?.push({ text: paragraph, width: 80, prefix: '', plants: [] });
  }
  const pairs = Math.round(260 * megabytes);
  for (let id = 0; id < pairs; id++) plant(id, KINDS[id % KINDS.length] as string, notes, chance, text.words);
  for (let i = 0; i < pairs / 2; i++) {
    const { host } = pick(notes, chance, SHORTEST, 1);
    const words = host.text.split(' ');
    words.splice(3 + chance.below(words.length - 6), 0, chance.of(PHRASES));
    host.text = words.join(' ');
  }
  for (let i = 0; i < 2 * pairs; i++) {
    const note = chance.of(notes);
    note.splice(chance.below(note.length + 1), 0, { text: chance.of(REPLIES), width: 80, prefix: '', plants: [] });
  }
  return written(notes);
}

function plant(id: number, kind: string, notes: Paragraph[][], chance: Chance, words: readonly string[]): void {
  if (kind === 'one sentence') {
    const { host: source } = pick(notes, chance, 40, 3);
    const { host } = pick(notes, chance, 40, 2, source);
    const sentence = chance.of(
      sentencesOf(source.text)
        .filter((each) => each.split(' ').length >= 12)
        .concat(''),
    );
    if (!sentence) return;
    const sentences = sentencesOf(host.text);
    sentences.splice(chance.below(sentences.length + 1), 0, sentence);
    host.text = sentences.join(' ');
    host.plants.push({ id, side: 'copy', sentence });
    source.plants.push({ id, side: 'source', sentence });
    return;
  }
  const { host, note } = pick(notes, chance, SHORTEST, kind === 'sentences reordered' ? 3 : 1);
  host.plants.push({ id, side: 'source' });
  const into = chance.next() < 0.5 ? note : chance.of(notes);
  const text = (EDITS[kind] as Edit)(host.text, chance, words);
  const width = kind === 'in one line' ? Number.POSITIVE_INFINITY : kind === 'rewrapped' ? 56 : 80;
  const prefix = kind === 'quoted' ? '> ' : '';
  into.splice(chance.below(into.length + 1), 0, { text, width, prefix, plants: [{ id, side: 'copy' }] });
}

/** A paragraph with nothing planted in it. */
function pick(notes: Paragraph[][], chance: Chance, words: number, sentences: number, other?: Paragraph) {
  for (;;) {
    const note = chance.of(notes);
    const host = chance.of(note);
    const isFree = host && host !== other && host.plants.length === 0;
    if (isFree && host.text.split(' ').length >= words && sentencesOf(host.text).length >= sentences) {
      return { host, note };
    }
  }
}

function written(notes: readonly Paragraph[][]): Corpus {
  const found = new Map<number, { source?: Stretch; copy?: Stretch }>();
  const texts = notes.map((paragraphs, note) => {
    let text = `# Note ${note}\n\n`;
    for (const { text: words, width, prefix, plants } of paragraphs) {
      const paragraph = wrapped(words, width, prefix);
      for (const { id, side, sentence } of plants) {
        const [from, to] = sentence ? placeOf(sentence, paragraph) : [0, paragraph.length];
        found.set(id, { ...found.get(id), [side]: { note, start: text.length + from, end: text.length + to } });
      }
      text += `${paragraph}\n\n`;
    }
    return text;
  });
  const planted = [...found].flatMap(([id, { source, copy }]) =>
    source && copy ? [{ kind: KINDS[id % KINDS.length] as string, source, copy }] : [],
  );
  return { notes: texts, planted };
}

/** Where a sentence stands in a paragraph in which it may be wrapped. */
function placeOf(sentence: string, paragraph: string): [from: number, to: number] {
  const from = paragraph.replaceAll('\n', ' ').indexOf(sentence);
  return [from, from + sentence.length];
}

function wrapped(text: string, width: number, prefix: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && prefix.length + line.length + 1 + word.length > width) {
      lines.push(prefix + line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, prefix + line].join('\n');
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?]) /);
}

function substituted(text: string, share: number, chance: Chance, words: readonly string[]): string {
  return text.replace(/\S+/g, (word) => (chance.next() < share ? chance.of(words) : word));
}

function insertedAndDeleted(text: string, share: number, chance: Chance, words: readonly string[]): string {
  const edited = text.split(' ').flatMap((word) => {
    const drawn = chance.next();
    return drawn < share / 2 ? [] : drawn < share ? [word, chance.of(words)] : [word];
  });
  return edited.join(' ');
}

function reordered(text: string, chance: Chance): string {
  const sentences = sentencesOf(text);
  for (;;) {
    const other = chance.shuffle([...sentences]).join(' ');
    if (other !== text) return other;
  }
}

function retouched(text: string, chance: Chance): string {
  return text
    .replace(/\b(?:is|are|the|and|of)\b/g, (word) => (chance.next() < 0.3 ? word.toUpperCase() : word))
    .replace(/, /g, () => (chance.next() < 0.4 ? ' – ' : ', '))
    .replace(/\. /g, () => (chance.next() < 0.4 ? '! ' : '. '));
}
