import type { GreenBlock, Keyword, NoteTree, Statement, Target } from '../syntax/tree';
import { Section } from './parents';

/** A target that names another note. */
export interface ForeignReply {
  /** Index of the statement that names it, and which of its targets it is. */
  readonly index: number;
  readonly order: number;
  readonly path: string;
  readonly id: string;
}

/**
 * Who answers whom in one note, in numbers: nothing in it depends on where a statement stands or how it is worded. So
 * most edits leave it as it is, and all that follows from it. Statements are numbered in the order of the text.
 */
export interface Structure {
  readonly keywords: readonly Keyword[];
  /** Who stands above each by position, whatever its targets say; -1 for nobody. */
  readonly above: Int32Array;
  /** What statement `i` replies to is `replyTo[k]` for `k` from `replyStart[i]` to before `replyStart[i + 1]`. */
  readonly replyStart: Int32Array;
  /** In the order of the targets; -1 where one is in another note or nowhere. */
  readonly replyTo: Int32Array;
  readonly foreign: readonly ForeignReply[];
  /** id, folded by `foldId` -> index; of two statements with one id, the first is meant. */
  readonly byId: ReadonlyMap<string, number>;
  /** The speaker that a statement or a heading above it names. */
  readonly namedSpeakers: readonly (string | null)[];
  /** 1 for a statement with neither words nor quotation nor code of its own, and no quotation leading up to it. */
  readonly wordless: Uint8Array;
}

const LAST_ASCII = 0x7f;

/** A form of an id that is the same for letters with marks, composed or not (Unicode normalisation form C). */
export function foldId(id: string): string {
  // Asking for the form of plain letters is dearer than looking at them.
  for (let i = 0; i < id.length; i++) if (id.charCodeAt(i) > LAST_ASCII) return id.normalize('NFC');
  return id;
}

/** Works out who answers whom. Cost: linear in the note. */
export function structureOf(tree: NoteTree, isOwnPath: (path: string) => boolean): Structure {
  const reader = new Reader();
  for (const block of tree.green) reader.read(block);
  return reader.done(isOwnPath);
}

/** Whether two runs of blocks, put in one place of a note, leave who answers whom as it is. Cost: the blocks. */
export function sameStructure(before: readonly GreenBlock[], after: readonly GreenBlock[]): boolean {
  const [old, fresh] = [before, after].map((blocks) => blocks.filter(countsForStructure));
  return old?.length === fresh?.length && (old ?? []).every((block, i) => sameFacts(block, fresh?.[i] as GreenBlock));
}

function countsForStructure({ block: { kind } }: GreenBlock): boolean {
  return kind !== 'blank' && kind !== 'comment';
}

function sameFacts(a: GreenBlock, b: GreenBlock): boolean {
  const [before, after] = [a.block, b.block];
  if (before.kind === 'speakerHeading' && after.kind === 'speakerHeading') {
    return before.speaker.name === after.speaker.name;
  }
  if (before.kind !== 'statement' || after.kind !== 'statement') return before.kind === after.kind;
  return (
    before.keyword === after.keyword &&
    before.column === after.column &&
    before.id?.name === after.id?.name &&
    before.speaker?.name === after.speaker?.name &&
    sameTargets(before.targets, after.targets) &&
    a.isWordless === b.isWordless
  );
}

function sameTargets(before: readonly Target[], after: readonly Target[]): boolean {
  return (
    before.length === after.length && before.every(({ path, id }, i) => path === after[i]?.path && id === after[i]?.id)
  );
}

/** Goes through the blocks of a note in order. */
class Reader {
  private readonly statements: Statement[] = [];
  private readonly above: number[] = [];
  private readonly namedSpeakers: (string | null)[] = [];
  private readonly wordless: number[] = [];
  private section = new Section();
  private headingSpeaker: string | null = null;
  /** True behind a quotation with nothing but blank lines and comments since. */
  private isIntroduced = false;

  read(green: GreenBlock): void {
    const { block } = green;
    if (block.kind === 'blank' || block.kind === 'comment') return;
    if (block.kind === 'statement') this.addStatement(green, block);
    else if (block.kind === 'heading') {
      this.section = new Section();
      this.headingSpeaker = null;
    } else if (block.kind === 'speakerHeading') this.headingSpeaker = block.speaker.name;
    this.isIntroduced = block.kind === 'quotation';
  }

  private addStatement(green: GreenBlock, statement: Statement): void {
    this.above.push(this.section.place(statement.keyword, statement.column, this.statements.length));
    this.namedSpeakers.push(statement.speaker?.name ?? this.headingSpeaker);
    this.wordless.push(!this.isIntroduced && green.isWordless ? 1 : 0);
    this.statements.push(statement);
  }

  done(isOwnPath: (path: string) => boolean): Structure {
    const { statements, namedSpeakers } = this;
    const byId = firstOfEachId(statements);
    const above = Int32Array.from(this.above);
    return {
      keywords: statements.map(({ keyword }) => keyword),
      above,
      byId,
      namedSpeakers,
      wordless: Uint8Array.from(this.wordless),
      ...repliesOf(statements, above, byId, isOwnPath),
    };
  }
}

function firstOfEachId(statements: readonly Statement[]): Map<string, number> {
  const byId = new Map<string, number>();
  statements.forEach(({ id }, index) => {
    const name = id && foldId(id.name);
    if (name && !byId.has(name)) byId.set(name, index);
  });
  return byId;
}

function repliesOf(
  statements: readonly Statement[],
  above: Int32Array,
  byId: ReadonlyMap<string, number>,
  isOwnPath: (path: string) => boolean,
): Pick<Structure, 'replyStart' | 'replyTo' | 'foreign'> {
  const replyStart = new Int32Array(statements.length + 1);
  const replyTo: number[] = [];
  const foreign: ForeignReply[] = [];
  statements.forEach(({ targets }, index) => {
    if (targets.length === 0 && (above[index] as number) >= 0) replyTo.push(above[index] as number);
    targets.forEach(({ path, id }, order) => {
      const isOwn = path === null || isOwnPath(path);
      replyTo.push(isOwn ? (byId.get(foldId(id)) ?? -1) : -1);
      if (!isOwn) foreign.push({ index, order, path, id });
    });
    replyStart[index + 1] = replyTo.length;
  });
  return { replyStart, replyTo: Int32Array.from(replyTo), foreign };
}
