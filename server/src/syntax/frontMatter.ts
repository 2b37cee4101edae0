import { isMap, isNode, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar } from 'yaml';
import type { GreenBlock } from './green';
import type { TextRange } from './textRange';
import type { NoteTree } from './tree';

/** Characters of YAML that are read at most: far more than a note needs, and read at once. */
const LONGEST = 100_000;

/**
 * Levels of nesting that are read at most. The YAML parser recurses; where its stack runs out inside a regular
 * expression, V8 ends the whole process, and nothing can catch that.
 */
const DEEPEST = 200;

/** A number of levels that some YAML cannot exceed: all its brackets, and the indentation and marks of its fullest line. */
function nestingBound(yaml: string): number {
  let fullest = 0;
  for (const line of yaml.split(/[\r\n]/)) {
    const marks = line.match(/[-?:](?=\s|$)/g)?.length ?? 0;
    fullest = Math.max(fullest, line.search(/\S|$/) + marks);
  }
  return fullest + (yaml.match(/[[{]/g)?.length ?? 0);
}

/** What a note's front matter says. */
export interface FrontMatterFields {
  /** What the note is called. */
  readonly title: string | null;
  /** Address of the thread. */
  readonly source: string | null;
  readonly date: string | null;
  /** Paths of bibliographies. */
  readonly bibliography: readonly WrittenPath[];
  /** Names of those who take part. */
  readonly participants: readonly string[];
}

/** A path as it is written, and where. */
export interface WrittenPath {
  readonly path: string;
  /** Quotation marks included. */
  readonly range: TextRange;
}

export interface FrontMatterProblem {
  readonly range: TextRange;
  /** What is wrong and what to do. */
  readonly message: string;
  /** Where a field that is given twice stands first. */
  readonly first?: TextRange;
}

/** A name as the YAML holds it. */
export interface WrittenName {
  readonly name: string;
  /** In the note, with its quotation marks if it has any. */
  readonly range: TextRange;
}

interface Read {
  readonly fields: FrontMatterFields;
  /** Those who take part, each at its place. */
  readonly participants: readonly WrittenName[];
  readonly problems: readonly FrontMatterProblem[];
}

const NOTHING: FrontMatterFields = { title: null, source: null, date: null, bibliography: [], participants: [] };
const NONE: Read = { fields: NOTHING, participants: [], problems: [] };
const KNOWN = new WeakMap<GreenBlock, Read>();

/** The fields of a note's front matter, and what is wrong with it. Broken YAML has no fields. Cost: once a version of it. */
export function frontMatterOf(tree: NoteTree): Read {
  const green = tree.green[0];
  if (green?.kind !== 'frontMatter' || green.block.kind !== 'frontMatter') return NONE;
  let read = KNOWN.get(green);
  if (!read) {
    const { yaml } = green.block;
    read = readYaml(tree.text.slice(yaml.start, yaml.end), yaml);
    KNOWN.set(green, read);
  }
  return read;
}

/** The `title` a note's front matter gives it, if that is a text or a number. Broken YAML gives null. */
export function frontMatterTitle(tree: NoteTree): string | null {
  return frontMatterOf(tree).fields.title;
}

function readYaml(yaml: string, place: TextRange): Read {
  if (yaml.length > LONGEST || nestingBound(yaml) > DEEPEST) {
    const message = 'This front matter is too long or too deeply nested to be read. Keep it to a few lines.';
    return { ...NONE, problems: [{ range: place, message }] };
  }
  const document = parseDocument(yaml, { prettyErrors: false, uniqueKeys: false });
  const { contents } = document;
  const [error] = document.errors;
  if (error) {
    const [start, end] = error.pos;
    const range = rangeIn(place, start, Math.max(end, start + 1));
    // What the note is called can often be read all the same, and is shown while the rest is being typed.
    const title = isMap(contents) ? new FieldReader(contents.items, place).fields().title : null;
    return {
      ...NONE,
      fields: { ...NOTHING, title },
      problems: [{ range, message: `This is not valid YAML: ${sentence(error.message)}` }],
    };
  }
  if (contents === null) return NONE;
  if (!isMap(contents)) {
    const message = "Front matter is a list of fields, such as 'title: …', one a line.";
    return { ...NONE, problems: [{ range: place, message }] };
  }
  const reader = new FieldReader(contents.items, place);
  const fields = reader.fields();
  const problems = [...repeatedFields(contents.items, place), ...reader.problems];
  return { fields, participants: reader.participants(), problems };
}

function sentence(message: string): string {
  const [first = ''] = message.split('\n');
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

function rangeIn(place: TextRange, start: number, end: number): TextRange {
  const from = Math.max(Math.min(place.start + start, place.end - 1), place.start);
  return { start: from, end: Math.min(Math.max(place.start + end, from), place.end) };
}

/** Fields that are given twice. The library looks for them, too, but in quadratic time. */
function repeatedFields(items: readonly Pair[], place: TextRange): FrontMatterProblem[] {
  const seen = new Map<unknown, TextRange>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key) || !key.range) return [];
    const [start, end] = key.range;
    const range = rangeIn(place, start, end);
    const first = seen.get(key.value);
    if (!first) seen.set(key.value, range);
    const message = `'${String(key.value)}' is given above already. Keep one of the two.`;
    return first ? { range, message, first } : [];
  });
}

/** Reads the fields that mean something; others are nobody's business. */
class FieldReader {
  readonly problems: FrontMatterProblem[] = [];

  constructor(
    private readonly items: readonly Pair[],
    private readonly place: TextRange,
  ) {}

  fields(): FrontMatterFields {
    return {
      title: this.text('title', 'the name of the note', () => true),
      source: this.text('source', "the address of a page, such as 'https://example.org/thread'", isAddress),
      date: this.text('date', "a day, such as '2026-11-24'", isDay),
      bibliography: this.list('bibliography', 'the path of a bibliography, or a list of paths').map(
        ([path, range]) => ({ path, range }),
      ),
      participants: this.list('participants', 'a list of names').map(([text]) => text),
    };
  }

  /** The names of those who take part, with their places. */
  participants(): WrittenName[] {
    const value = this.value('participants');
    return (isSeq(value) ? value.items : [value]).flatMap((item) => {
      const name = isScalar(item) ? textOf(item) : null;
      const [start, end] = (isScalar(item) && item.range) || [];
      return name && start !== undefined && end !== undefined ? { name, range: rangeIn(this.place, start, end) } : [];
    });
  }

  private text(name: string, wanted: string, isRight: (text: string) => boolean): string | null {
    const value = this.value(name);
    if (!value) return null;
    const text = isScalar(value) ? textOf(value) : null;
    if (text !== null && isRight(text)) return text || null;
    this.complain(name, wanted, value);
    return null;
  }

  /** The texts of a list, or of one value, and where they stand. */
  private list(name: string, wanted: string): [text: string, range: TextRange][] {
    const value = this.value(name);
    if (!value) return [];
    const items = isSeq(value) ? value.items : [value];
    const texts = items.map((item) => (isScalar(item) ? textOf(item) : null));
    if (texts.includes(null)) this.complain(name, wanted, value);
    return items.flatMap((item, index) => {
      const text = texts[index];
      return text && isScalar(item) ? [[text, this.rangeOf(item)]] : [];
    });
  }

  /** What a field holds; undefined where there is no such field, or nothing in it. */
  private value(name: string): Node | undefined {
    const value = this.items.find(({ key }) => isScalar(key) && key.value === name)?.value;
    return isNode(value) && !(isScalar(value) && value.value === null) ? value : undefined;
  }

  private complain(name: string, wanted: string, value: Node): void {
    this.problems.push({ range: this.rangeOf(value), message: `'${name}' is to be ${wanted}.` });
  }

  private rangeOf({ range }: Node): TextRange {
    const [start = 0, end = start] = range ?? [];
    return rangeIn(this.place, start, end);
  }
}

function textOf({ value }: Scalar): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null;
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}

function isDay(text: string): boolean {
  return /^\d{4}(?:-\d{2}){0,2}(?:[T ].*)?$/.test(text);
}
