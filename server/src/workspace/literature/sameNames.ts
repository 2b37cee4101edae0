/**
 * Names, some of which mean the same (disjoint sets, by union with path halving: Tarjan and van Leeuwen, *Worst-case
 * analysis of set union algorithms*, 1984). Cost: next to linear in the names.
 */
export class SameNames {
  private readonly parents = new Map<string, string>();

  /** Says that some names mean the same. */
  join(names: readonly string[]): void {
    const [first, ...others] = names;
    if (first === undefined) return;
    let root = this.first(first);
    for (const name of others) {
      const other = this.first(name);
      // The first in alphabetical order speaks for all, so that it does not matter who came when.
      const [lesser, greater] = other < root ? [other, root] : [root, other];
      if (lesser !== greater) this.parents.set(greater, lesser);
      root = lesser;
    }
  }

  /** Of all names that mean the same as one, the first in alphabetical order. */
  first(name: string): string {
    let at = name;
    for (;;) {
      const parent = this.parents.get(at);
      if (parent === undefined) return at;
      const above = this.parents.get(parent);
      if (above === undefined) return parent;
      this.parents.set(at, above);
      at = above;
    }
  }
}
