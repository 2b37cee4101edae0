/**
 * Text to tree, line by line. Parsing never fails: a line is given the first kind that fits, and prose fits always.
 */
import { BlockParser } from './blockParser';
import { findFrontMatter } from './findFrontMatter';
import type { GreenBlock } from './green';
import { LineIndex } from './lineIndex';
import { PlacedTree, Placement } from './noteTree';
import type { NoteTree } from './tree';

/**
 * Parses a note.
 * @param text the whole note, any characters, any line endings
 * @returns its tree; never throws. Cost: linear in the text.
 */
export function parse(text: string): NoteTree {
  return new PlacedTree(text, place(text), place);
}

/** The blocks of a note, each at its place. */
export function place(text: string): Placement {
  const lines = new LineIndex(text);
  const green: GreenBlock[] = [];
  const starts: number[] = [];
  const firstLines: number[] = [];
  const frontMatter = findFrontMatter(text, lines);
  if (frontMatter) {
    green.push(frontMatter);
    starts.push(0);
    firstLines.push(0);
  }
  const parser = new BlockParser(text, lines, frontMatter?.lineCount ?? 0);
  while (!parser.isDone) {
    starts.push(lines.start(parser.nextLine));
    firstLines.push(parser.nextLine);
    green.push(parser.next());
  }
  return new Placement(lines, green, new Int32Array(starts), new Int32Array(firstLines));
}
