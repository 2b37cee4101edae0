import { type Argument, buildArgument, type Point } from '../argument/argument';
import { passageTexts } from '../passages/passageText';
import { type Words, wordsOf } from '../passages/words';
import { frontMatterTitle } from '../syntax/frontMatter';
import { parse } from '../syntax/parse';
import type { NoteTree, Target } from '../syntax/tree';
import { type CitedNote, findCitedPapers } from './citedPapers';
import { canonicalUri, referencedName, referenceName } from './noteUri';

/** A target in another note, and the statement that names it. */
export interface ForeignTarget {
  readonly point: Point;
  readonly target: Target;
}

/**
 * One text of a note and what is known of it. It never changes: an edit makes another. What it knows is worked out
 * when first asked for, once.
 */
export class Note {
  /** The same for every way to write the note's URI. */
  readonly key: string;
  /** What the note is called in references. */
  readonly referenceName: string;
  private readonly names = new Map<string, string | null>();
  private foreignOnce: readonly ForeignTarget[] | undefined;
  private treeOnce: NoteTree | undefined;
  private argumentOnce: Argument | undefined;
  private citedOnce: CitedNote | undefined;
  private wordsOnce: Words | undefined;

  /**
   * @param uri of the note, as the editor writes it
   * @param version document version where an editor has the note open, otherwise null
   */
  constructor(
    readonly uri: string,
    readonly text: string,
    readonly version: number | null = null,
  ) {
    this.key = canonicalUri(uri);
    this.referenceName = referenceName(uri);
  }

  get tree(): NoteTree {
    this.treeOnce ??= parse(this.text);
    return this.treeOnce;
  }

  get argument(): Argument {
    this.argumentOnce ??= buildArgument(this.tree, (path) => this.nameOf(path) === this.referenceName);
    return this.argumentOnce;
  }

  /** Targets that name another note, in the order of the text. */
  get foreignTargets(): readonly ForeignTarget[] {
    this.foreignOnce ??= this.argument.points.flatMap((point) =>
      point.repliesTo.flatMap(({ index, target }) => (index === null && target?.path ? [{ point, target }] : [])),
    );
    return this.foreignOnce;
  }

  /** The name of the note that a path written in this one means; null where this one lies in no folder. */
  nameOf(path: string): string | null {
    let name = this.names.get(path);
    if (name === undefined) {
      name = referencedName(this.uri, path);
      this.names.set(path, name);
    }
    return name;
  }

  get cited(): CitedNote {
    this.citedOnce ??= findCitedPapers(this.tree, this.argument);
    return this.citedOnce;
  }

  get words(): Words {
    this.wordsOnce ??= wordsOf(this.text, passageTexts(this.tree));
    return this.wordsOnce;
  }

  /** The title in the front matter, or else the first heading of level 1; null where there is neither. */
  get title(): string | null {
    return frontMatterTitle(this.tree) ?? firstTopHeading(this.tree);
  }
}

function firstTopHeading(tree: NoteTree): string | null {
  for (const block of tree.blocks) {
    if (block.kind !== 'heading' || block.level !== 1) continue;
    return tree.text.slice(block.title.start, block.title.end);
  }
  return null;
}
