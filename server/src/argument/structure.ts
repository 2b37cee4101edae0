import type { GreenBlock, GreenStatement } from '../syntax/green';
import type { Keyword, NoteTree, Target } from '../syntax/tree';
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
  const reader = new Reader(tree.green.length);
  for (const block of tree.green) reader.read(block);
  return reader.done(isOwnPath);
}

/** Whether two runs of blocks, put in one place of a note, leave who answers whom as it is. Cost: the blocks. */
export function sameStructure(before: readonly GreenBlock[], after: readonly GreenBlock[]): boolean {
  const [old, fresh] = [before, after].map((blocks) => blocks.filter(countsForStructure));
  return old?.length === fresh?.length && (old ?? []).every((block, i) => sameFacts(block, fresh?.[i] as GreenBlock));
}

function countsForStructure({ kind }: GreenBlock): boolean {
  return kind !== 'blank' && kind !== 'comment';
}

function sameFacts(before: GreenBlock, after: GreenBlock): boolean {
  if (before.kind === 'statement' && after.kind === 'statement') return sameStatement(before, after);
  return before.kind === after.kind && headingSpeaker(before) === headingSpeaker(after);
}

function headingSpeaker(green: GreenBlock): string | null {
  return green.kind !== 'statement' && green.block.kind === 'speakerHeading' ? green.block.speaker.name : null;
}

function sameStatement(before: Readonly<GreenStatement>, after: Readonly<GreenStatement>): boolean {
  return (
    before.header.keyword === after.header.keyword &&
    before.column === after.column &&
    before.header.id === after.header.id &&
    before.header.speaker === after.header.speaker &&
    sameTargets(before.targets, after.targets) &&
    before.isWordless === after.isWordless
  );
}

function sameTargets(before: readonly Target[], after: readonly Target[]): boolean {
  return (
    before.length === after.length && before.every(({ path, id }, i) => path === after[i]?.path && id === after[i]?.id)
  );
}

/** Goes through the blocks of a note in order. */
class Reader {
  private readonly statements: Readonly<GreenStatement>[] = [];
  private readonly keywords: Keyword[] = [];
  private readonly namedSpeakers: (string | null)[] = [];
  private readonly above: Int32Array;
  private readonly wordless: Uint8Array;
  private readonly byId = new Map<string, number>();
  private section = new Section();
  private headingSpeaker: string | null = null;
  /** True behind a quotation with nothing but blank lines and comments since. */
  private isIntroduced = false;

  /** @param size at least as many as there are statements */
  constructor(size: number) {
    this.above = new Int32Array(size);
    this.wordless = new Uint8Array(size);
  }

  read(green: GreenBlock): void {
    const { kind } = green;
    if (kind === 'blank' || kind === 'comment') return;
    if (kind === 'statement') this.addStatement(green);
    else if (kind === 'heading') {
      this.section = new Section();
      this.headingSpeaker = null;
    } else if (kind === 'speakerHeading') this.headingSpeaker = headingSpeaker(green);
    this.isIntroduced = kind === 'quotation';
  }

  private addStatement(green: Readonly<GreenStatement>): void {
    const { keyword, id, speaker } = green.header;
    const index = this.statements.length;
    this.above[index] = this.section.place(keyword, green.column, index);
    this.keywords.push(keyword);
    this.namedSpeakers.push(speaker ?? this.headingSpeaker);
    if (!this.isIntroduced && green.isWordless) this.wordless[index] = 1;
    this.statements.push(green);
    if (id === null) return;
    const name = foldId(id);
    if (!this.byId.has(name)) this.byId.set(name, index);
  }

  done(isOwnPath: (path: string) => boolean): Structure {
    const { keywords, byId, namedSpeakers } = this;
    const above = this.above.slice(0, keywords.length);
    const wordless = this.wordless.slice(0, keywords.length);
    return { keywords, above, byId, namedSpeakers, wordless, ...this.replies(isOwnPath) };
  }

  private replies(isOwnPath: (path: string) => boolean): Pick<Structure, 'replyStart' | 'replyTo' | 'foreign'> {
    const { statements, above, byId } = this;
    const replyStart = new Int32Array(statements.length + 1);
    const replyTo: number[] = [];
    const foreign: ForeignReply[] = [];
    for (let index = 0; index < statements.length; index++) {
      const { targets } = statements[index] as Readonly<GreenStatement>;
      if (targets.length === 0 && (above[index] as number) >= 0) replyTo.push(above[index] as number);
      for (let order = 0; order < targets.length; order++) {
        const { path, id } = targets[order] as Target;
        const isOwn = path === null || isOwnPath(path);
        replyTo.push(isOwn ? (byId.get(foldId(id)) ?? -1) : -1);
        if (!isOwn) foreign.push({ index, order, path, id });
      }
      replyStart[index + 1] = replyTo.length;
    }
    return { replyStart, replyTo: new Int32Array(replyTo), foreign };
  }
}
