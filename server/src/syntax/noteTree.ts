import { BlockFacts, FactTable } from './blockFacts';
import type { Step } from './edits';
import type { GreenBlock } from './green';
import type { LineIndex } from './lineIndex';
import { placed } from './placed';
import { lastAtMost } from './sorted';
import type { Block, NoteTree, Opaque } from './tree';

/** Green blocks in a row, each at its place. */
export class Placement {
  readonly facts = new FactTable();
  private readonly placedBlocks: (Block | undefined)[] = [];
  private blocksOnce: readonly Block[] | undefined;

  constructor(
    readonly lines: LineIndex,
    readonly green: readonly GreenBlock[],
    readonly starts: Int32Array,
    readonly firstLines: Int32Array,
  ) {}

  get blocks(): readonly Block[] {
    this.blocksOnce ??= this.green.map((_, index) => this.block(index));
    return this.blocksOnce;
  }

  block(index: number): Block {
    let block = this.placedBlocks[index];
    if (!block) {
      block = placed(this.green[index] as GreenBlock, this.starts[index] as number, this.firstLines[index] as number);
      this.placedBlocks[index] = block;
    }
    return block;
  }
}

/** The tree of a note. One that rests keeps no more than the text, and is read again when somebody asks. */
export class PlacedTree implements NoteTree {
  readonly identity = {};
  private awake: Placement | null;
  /** While it rests: what was read last, as long as memory is not wanted for something else. */
  private latest: WeakRef<Placement> | null = null;
  private opaqueOnce: readonly Opaque[] | undefined;

  /** @param read reads the text again */
  constructor(
    readonly text: string,
    placement: Placement,
    private readonly read: (text: string) => Placement,
    readonly steps: readonly Step[] = [],
  ) {
    this.awake = placement;
  }

  /** Lets go of all that can be read again from the text. */
  rest(): void {
    // What is only just read is thrown away most cheaply where nothing refers to it, not even weakly.
    this.awake = null;
    this.latest = null;
    this.opaqueOnce = undefined;
  }

  get lines(): LineIndex {
    return this.placement.lines;
  }

  get green(): readonly GreenBlock[] {
    return this.placement.green;
  }

  get starts(): Int32Array {
    return this.placement.starts;
  }

  get firstLines(): Int32Array {
    return this.placement.firstLines;
  }

  get blocks(): readonly Block[] {
    return this.placement.blocks;
  }

  get facts(): FactTable {
    return this.placement.facts;
  }

  get opaque(): readonly Opaque[] {
    this.opaqueOnce ??= joinedOpaque(this);
    return this.opaqueOnce;
  }

  block(index: number): Block {
    return this.placement.block(index);
  }

  private get placement(): Placement {
    return this.awake ?? this.latest?.deref() ?? this.readAgain();
  }

  private readAgain(): Placement {
    const placement = this.read(this.text);
    this.latest = new WeakRef(placement);
    return placement;
  }
}

const OPAQUE = new BlockFacts<Opaque>(({ green }, index) => (green[index] as GreenBlock).enclosed.opaque);

/** Puts the parts of a comment that runs on over several blocks together again. */
function joinedOpaque(tree: NoteTree): Opaque[] {
  const joined: Opaque[] = [];
  for (const { block, facts } of OPAQUE.in(tree)) {
    const shift = tree.starts[block] as number;
    const { continuesComment } = (tree.green[block] as GreenBlock).enclosed;
    facts.forEach(({ kind, start, end }, number) => {
      if (number === 0 && continuesComment) {
        joined.push({ kind, start: joined.pop()?.start ?? shift, end: end + shift });
      } else joined.push({ kind, start: start + shift, end: end + shift });
    });
  }
  return joined;
}

/** Index of the block that holds an offset; of the last for the text's end. Cost: logarithmic. */
export function blockAt({ starts }: Pick<NoteTree, 'starts'>, offset: number): number {
  return lastAtMost(starts, offset);
}
