/** A base that always holds. */
export const TRUE = -1;
/** A base that never holds. */
export const FALSE = -2;

/** What a node may be worth. */
export const UNDECIDED = 0;
export const IN = 1;
export const OUT = 2;

/**
 * Who attacks and supports whom, for `labelling`. Nodes are numbers from 0 to `size` - 1, statements and links alike: the
 * base of a link is the statement it comes from, and the link is what attacks or supports its target, which may be a
 * link again. Every number must name a node; edges may repeat and may lead back to where they start.
 */
export interface LabelGraph {
  readonly size: number;
  /** For each node TRUE, FALSE, or the node that must be in for this one to be in. */
  readonly base: Int32Array;
  /** `attackFrom[i]` attacks `attackTo[i]`. */
  readonly attackFrom: Int32Array;
  readonly attackTo: Int32Array;
  /** `supportFrom[i]` supports `supportTo[i]`. */
  readonly supportFrom: Int32Array;
  readonly supportTo: Int32Array;
}
