import type { ArgumentAnswer, ArgumentNode } from '../../../server/src/protocol/messages';

/** A row of the argument view. It stays the same object while notes are edited, so that the view keeps what is open. */
export interface Row {
  readonly key: string;
  readonly node: ArgumentNode;
  readonly parent: Row | undefined;
  readonly children: readonly Row[];
}

type Changeable = { -readonly [Property in keyof Row]: Row[Property] };

/** What has to be drawn anew: everything, or some rows with what is under them. */
export type Stale = 'all' | readonly Row[];

/** The rows that the server has told of, kept up to date by what it says is other. */
export class ArgumentRows {
  private rows = new Map<string, Changeable>();
  private tops: readonly Row[] = [];

  get roots(): readonly Row[] {
    return this.tops;
  }

  get(key: string): Row | undefined {
    return this.rows.get(key);
  }

  /** All rows, in no order. */
  all(): Iterable<Row> {
    return this.rows.values();
  }

  /** Takes in an answer. Cost: linear in what it says is other. */
  apply({ isWhole, nodes, children, gone }: ArgumentAnswer): Stale {
    const stale = new Set<Row>();
    if (isWhole) this.rows = this.keeping(nodes);
    for (const told of nodes) {
      const node = { ...NOTHING, ...told };
      const known = this.rows.get(node.key);
      if (known) {
        known.node = node;
        stale.add(known);
      } else this.rows.set(node.key, { key: node.key, node, parent: undefined, children: [] });
    }
    let isTopStale = isWhole;
    for (const { of, keys } of children) {
      const parent = of === null ? undefined : this.rows.get(of);
      const under = keys.flatMap((key) => this.rows.get(key) ?? []);
      for (const row of under) row.parent = parent;
      if (parent) {
        parent.children = under;
        stale.add(parent);
      } else if (of === null) {
        this.tops = under;
        isTopStale = true;
      }
    }
    for (const key of gone) this.rows.delete(key);
    return isTopStale ? 'all' : [...stale].filter((row) => !hasStaleAbove(row, stale));
  }

  clear(): void {
    this.rows.clear();
    this.tops = [];
  }

  /** Rows that are told of again stay the same objects. */
  private keeping(nodes: ArgumentAnswer['nodes']): Map<string, Changeable> {
    const kept = new Map<string, Changeable>();
    for (const { key } of nodes) {
      const known = this.rows.get(key);
      if (known) kept.set(key, Object.assign(known, { children: [], parent: undefined }));
    }
    return kept;
  }
}

/** What a row is that nothing is told of. */
const NOTHING = {
  note: null,
  text: '',
  kind: null,
  id: null,
  speaker: null,
  label: null,
  open: null,
  replies: {},
  repliesTo: null,
  line: null,
  linked: null,
  size: 0,
} as const;

/** What is under a row is drawn with it. */
function hasStaleAbove(row: Row, stale: ReadonlySet<Row>): boolean {
  for (let above = row.parent; above; above = above.parent) if (stale.has(above)) return true;
  return false;
}
