import { parseDocument } from 'yaml';
import { trimmed } from './columns';
import { parseHeader } from './header';
import type { LineIndex } from './lineIndex';
import type { FrontMatter, GreenBlock, NoteTree } from './tree';

const OPEN = /^\ufeff?---[ \t]*$/;
const CLOSE = /^(?:---|\.\.\.)[ \t]*$/;

/**
 * The front matter of a note: `---` on the first line to the next `---` (or `...`). Where the line after the first
 * is blank, the first is a rule in a pasted text, as Pandoc has it; so it is where a statement comes before the next.
 * An opener without an end is no front matter.
 */
export function findFrontMatter(text: string, lines: LineIndex): GreenBlock | null {
  const line = (number: number) => text.slice(lines.start(number), lines.end(number));
  if (!OPEN.test(line(0)) || line(1).trim() === '') return null;
  for (let number = 1; number < lines.count; number++) {
    // Somebody has begun to write a debate: then the first line was a rule.
    if (isStatement(text, lines, number)) return null;
    if (!CLOSE.test(line(number))) continue;
    return greenFrontMatter(lines, number);
  }
  return null;
}

function greenFrontMatter(lines: LineIndex, lastLine: number): GreenBlock {
  const end = lines.endWithBreak(lastLine);
  const yaml = { start: lines.start(1), end: lines.start(lastLine) };
  const block: FrontMatter = { kind: 'frontMatter', firstLine: 0, lastLine, start: 0, end, yaml };
  const lineCount = lastLine + 1;
  return { block, length: end, lineCount, opaque: [], continuesComment: false, isWordless: false, unclosed: [] };
}

function isStatement(text: string, lines: LineIndex, number: number): boolean {
  const content = trimmed(text, { start: lines.start(number), end: lines.end(number) });
  return parseHeader(text, content) !== null;
}

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

/** The `title` a note's front matter gives it, if that is a text or a number. Broken YAML gives null. */
export function frontMatterTitle(tree: NoteTree): string | null {
  const block = tree.blocks[0];
  if (block?.kind !== 'frontMatter') return null;
  const yaml = tree.text.slice(block.yaml.start, block.yaml.end);
  if (yaml.length > LONGEST || nestingBound(yaml) > DEEPEST) return null;
  const document = parseDocument(yaml);
  const title = document.get?.('title');
  return typeof title === 'string' || typeof title === 'number' ? String(title).trim() || null : null;
}
