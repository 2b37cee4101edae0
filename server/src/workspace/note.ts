import { type Argument, buildArgument } from '../argument/argument';
import { passageTexts } from '../passages/passageText';
import { type Words, wordsOf } from '../passages/words';
import { trimmed } from '../syntax/columns';
import { frontMatterTitle } from '../syntax/frontMatter';
import { parse } from '../syntax/parse';
import type { NoteTree } from '../syntax/tree';
import { type CitedNote, findCitedPapers } from './citedPapers';

/**
 * One text of a note and what is known of it. It never changes: an edit makes another. What it knows is worked out
 * when first asked for, once.
 */
export class Note {
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
  ) {}

  get tree(): NoteTree {
    this.treeOnce ??= parse(this.text);
    return this.treeOnce;
  }

  get argument(): Argument {
    this.argumentOnce ??= buildArgument(this.tree);
    return this.argumentOnce;
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
    const { start, end } = trimmed(tree.text, block.title);
    return tree.text.slice(start, end) || null;
  }
  return null;
}
