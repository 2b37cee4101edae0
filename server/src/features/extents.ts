/** Which lines of a note stand together: its sections and speakers' parts, and its branches. Lines count from 0. */

import type { Point } from '../argument/argument';
import { firstWhere } from '../syntax/sorted';
import type { Heading, NoteTree, SpeakerHeading } from '../syntax/tree';

/** A heading with everything to the next of its level or above, or a speaker's heading with everything to the next. */
export interface Section {
  readonly heading: Heading | SpeakerHeading;
  readonly firstLine: number;
  /** The line before the next section, or the last line of the note. */
  readonly lastLine: number;
  /** The last line that is not blank. */
  readonly lastWritten: number;
  /** The last line above the section that is not blank; -1 if there is none. */
  readonly writtenAbove: number;
  /** Index of the section around it; null at the top. */
  readonly parent: number | null;
}

/** A statement with everything that stands under it in the text. */
export interface Branch {
  readonly firstLine: number;
  readonly lastLine: number;
  /** Index of the branch around it; null at the top. */
  readonly parent: number | null;
}

/** A speaker's part lies in every section, and in none of its kind. */
const PART = 7;

/** The sections of a note, in the order of the text. Cost: linear in the blocks. */
export function sectionsOf(tree: NoteTree): Section[] {
  const sections: { -readonly [K in keyof Section]: Section[K] }[] = [];
  const open: number[] = [];
  let written = -1;
  const closeDownTo = (level: number, lastLine: number) => {
    for (let last = sections[open.at(-1) ?? -1]; last && levelOf(last) >= level; last = sections[open.at(-1) ?? -1]) {
      last.lastLine = lastLine;
      last.lastWritten = written;
      open.pop();
    }
  };
  for (const block of tree.blocks) {
    if (block.kind === 'heading' || block.kind === 'speakerHeading') {
      const { firstLine, lastLine } = block;
      closeDownTo(levelOf({ heading: block }), firstLine - 1);
      const parent = open.at(-1) ?? null;
      open.push(sections.length);
      sections.push({ heading: block, firstLine, lastLine, lastWritten: lastLine, writtenAbove: written, parent });
    }
    if (block.kind !== 'blank') written = block.lastLine;
  }
  closeDownTo(0, tree.lines.count - 1);
  return sections;
}

/** True for the part of a speaker: what stands below `### (Name)`. */
export function isPart(section: Section): boolean {
  return levelOf(section) === PART;
}

/** The branch of each statement, by position: what a flat note and an indented one mean alike. Cost: linear. */
export function branchesOf(points: readonly Point[]): Branch[] {
  const branches: { -readonly [K in keyof Branch]: Branch[K] }[] = [];
  const open: number[] = [];
  let lastLine = -1;
  const closeUpTo = (parent: number | null) => {
    for (let last = open.at(-1); last !== undefined && last !== parent; last = open.at(-1)) {
      (branches[last] as { lastLine: number }).lastLine = lastLine;
      open.pop();
    }
  };
  for (const { statement, above, index } of points) {
    closeUpTo(above);
    lastLine = statement.lastLine;
    branches.push({ firstLine: statement.firstLine, lastLine, parent: open.at(-1) ?? null });
    open.push(index);
  }
  closeUpTo(null);
  return branches;
}

/** Index of the last that begins at or above a line, -1 if none does. Cost: logarithmic. */
export function lastFrom(list: readonly { readonly firstLine: number }[], line: number): number {
  return firstWhere(list.length, (i) => (list[i] as { firstLine: number }).firstLine > line) - 1;
}

function levelOf({ heading }: Pick<Section, 'heading'>): number {
  return heading.kind === 'heading' ? heading.level : PART;
}
