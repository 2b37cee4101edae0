import { type Argument, buildArgument, updateArgument } from '../argument/argument';
import type { BlockFacts } from '../syntax/blockFacts';
import { frontMatterTitle } from '../syntax/frontMatter';
import { parse } from '../syntax/parse';
import { type Reparsed, reparse } from '../syntax/reparse';
import type { NoteTree } from '../syntax/tree';
import { type BlockCitation, haveSameParticipants } from './blockCitations';
import { ANY_CITATION, citedInNote, type NoteCitation } from './citedPapers';
import { forEachName, type Mention, mentionsWhere, type Naming } from './mentions';
import { canonicalUri, referencedName, referenceName } from './noteUri';
import { Sources } from './sources';

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
  /** The latest version before this one that was parsed: what an edit left alone is taken from it. */
  private before: Note | undefined;
  private edit: Edit | undefined;
  private treeOnce: NoteTree | undefined;
  private argumentOnce: Argument | undefined;
  private sourcesOnce: Sources | undefined;
  private citationsOnce: readonly NoteCitation[] | undefined;

  /**
   * @param uri of the note, as the editor writes it
   * @param version document version where an editor has the note open, otherwise null
   * @param before the note with the text it had before
   */
  constructor(
    readonly uri: string,
    readonly text: string,
    readonly version: number | null = null,
    before?: Note,
  ) {
    this.key = canonicalUri(uri);
    if (before?.uri === uri) this.before = before.treeOnce ? before : before.before;
    this.referenceName = referenceName(uri);
  }

  get tree(): NoteTree {
    this.treeOnce ??= this.before ? this.reparsed(this.before) : parse(this.text);
    return this.treeOnce;
  }

  private reparsed(before: Note): NoteTree {
    const reparsed = reparse(before.tree, this.text);
    // Only what the argument needs is kept of the version before, or every version would be.
    this.before = undefined;
    if (before.argumentOnce)
      this.edit = { reparsed, tree: before.tree, argument: before.argumentOnce, sources: before.sourcesOnce };
    return reparsed.tree;
  }

  get argument(): Argument {
    this.argumentOnce ??= this.findArgument();
    return this.argumentOnce;
  }

  private findArgument(): Argument {
    const isOwnPath = (path: string) => this.nameOf(path) === this.referenceName;
    const { tree } = this;
    if (!this.edit) return buildArgument(tree, isOwnPath);
    const { reparsed, tree: treeBefore, argument: before, sources } = this.edit;
    const argument = updateArgument(before, reparsed, treeBefore, isOwnPath);
    // A citation key may have become somebody's name, or the other way round.
    const sameNames = reparsed.from > 0 || haveSameParticipants(treeBefore, tree);
    this.sourcesOnce = sameNames ? sources?.updated(before, argument, reparsed) : undefined;
    this.edit = undefined;
    return argument;
  }

  /** Which statements name a source of their own. While an edit changes none of them it is the same object. */
  get sources(): Sources {
    // The argument may bring them along.
    const { argument } = this;
    this.sourcesOnce ??= new Sources(argument.structure);
    return this.sourcesOnce;
  }

  /** Whether a statement names a source of its own: a paper in its text, or a `cite:` line's reference. */
  isSourced(index: number): boolean {
    return this.sources.has(this.tree, this.argument, index);
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

  /** All citations, in the order of the text. Cost: linear in them, once. */
  get citations(): readonly NoteCitation[] {
    this.citationsOnce ??= citedInNote(this, ANY_CITATION);
    return this.citationsOnce;
  }

  /** Those of a kind that few are of: a rule that asks does not have to look at all of them. */
  citationsOf(kind: BlockFacts<BlockCitation>): readonly NoteCitation[] {
    return citedInNote(this, kind);
  }

  /** Where it names statements and speakers, in the order of the text: of all names those that are wanted. Cost: linear. */
  mentionsWhere(isWanted: (name: Naming) => boolean): Mention[] {
    return mentionsWhere(this.tree, isWanted, this.isOpen);
  }

  /** The same names without their places, which cost most. */
  forEachName(visit: (name: Naming) => void): void {
    forEachName(this.tree, visit, this.isOpen);
  }

  /** Whether an editor has it open: then it is asked again and again, and what is known of its blocks is kept. */
  private get isOpen(): boolean {
    return this.version !== null;
  }

  /** Lets go of all that can be read again from the text; it then is, whenever somebody asks. */
  rest(): void {
    this.treeOnce?.rest();
    this.argumentOnce?.rest();
    this.citationsOnce = undefined;
  }

  /** The title in the front matter, or else the first heading of level 1; null where there is neither. */
  get title(): string | null {
    return frontMatterTitle(this.tree) ?? firstTopHeading(this.tree);
  }
}

/** How a note has become another, until that is worked into its argument. */
interface Edit {
  readonly reparsed: Reparsed;
  readonly tree: NoteTree;
  readonly argument: Argument;
  readonly sources: Sources | undefined;
}

function firstTopHeading(tree: NoteTree): string | null {
  for (const block of tree.blocks) {
    if (block.kind !== 'heading' || block.level !== 1) continue;
    return tree.text.slice(block.title.start, block.title.end);
  }
  return null;
}
