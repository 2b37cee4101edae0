import { parse } from '../../../server/src/syntax/parse';
import type { TextRange } from '../../../server/src/syntax/textRange';
import type { Block, Statement, StatementPart, Target } from '../../../server/src/syntax/tree';

/**
 * The blocks of a note, one string each: the kind (`|` in front of the text of prose, `>` of a quotation), then the
 * pieces with ` / ` between lines. A statement is its header in the order of the formatter, a colon, and its parts
 * with ` | ` between.
 */
export function blocksOf(source: string): string[] {
  const { text, blocks } = parse(source);
  return blocks.map((block) => shownBlock(text, block));
}

function shownBlock(text: string, block: Block): string {
  switch (block.kind) {
    case 'frontMatter':
      return `frontMatter ${JSON.stringify(slice(text, block.yaml))}`;
    case 'heading':
      return `${'#'.repeat(block.level)} ${slice(text, block.title)}`.trimEnd();
    case 'speakerHeading':
      return `speaker ${block.speaker.name}`;
    case 'statement':
      return [`${shownHeader(block)}:`, block.parts.map((part) => shownPart(text, part)).join(' | ')]
        .join(' ')
        .trimEnd();
    case 'prose':
      return `| ${pieces(text, block.pieces)}`;
    case 'quotation':
      return shownPart(text, block);
    default:
      return block.kind === 'rule' || block.kind === 'blank' ? block.kind : shownPart(text, block);
  }
}

/** `claim #id (Speaker) -> target, target`, whatever the order in the text. */
export function shownHeader({ keyword, id, speaker, targets }: Statement): string {
  const words: string[] = [keyword];
  if (id) words.push(`#${id.name}`);
  if (speaker) words.push(`(${speaker.name})`);
  if (targets.length > 0) words.push(`-> ${targets.map(shownTarget).join(', ')}`);
  return words.join(' ');
}

function shownTarget({ path, id }: Target): string {
  if (path === null) return `#${id}`;
  return path.includes(' ') ? `<${path}#${id}>` : `${path}#${id}`;
}

function shownPart(text: string, part: StatementPart): string {
  if (part.kind === 'text') return pieces(text, part.pieces);
  if (part.kind === 'quotation') return `> ${pieces(text, part.pieces)}`.trimEnd();
  return `${part.kind} ${part.firstLine}–${part.lastLine}`;
}

function pieces(text: string, those: readonly TextRange[]): string {
  return those.map((piece) => slice(text, piece)).join(' / ');
}

function slice(text: string, { start, end }: TextRange): string {
  return text.slice(start, end);
}
