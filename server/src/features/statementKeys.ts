import { type Argument, foldId, type Point } from '../argument/argument';
import { hash } from '../syntax/hash';

/** The statements of an argument as a flat list, parents before children. Cost: linear; no recursion. */
export function parentsFirst({ points, roots }: Argument): Point[] {
  const ordered: Point[] = [];
  const waiting = [...roots].reverse();
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const point = points[index];
    if (!point) continue;
    ordered.push(point);
    for (let i = point.children.length - 1; i >= 0; i--) waiting.push(point.children[i] as number);
  }
  return ordered;
}

/**
 * Names statements so that an edit elsewhere leaves the names alone: by id, or else by where they hang and the how
 * many-eth of their keyword they are there. Names are hashed, or else their length would grow with the depth.
 */
export class Keys {
  private readonly used = new Map<string, number>();

  constructor(private readonly byId: Argument['byId']) {}

  /** @param parentKey key of the statement that it hangs under; empty at the top */
  keyOf({ index, statement: { id, keyword } }: Point, parentKey: string): string {
    if (id && this.byId.get(foldId(id.name)) === index) return `#${id.name}`;
    const name = `${parentKey}/${keyword}`;
    const times = this.used.get(name) ?? 0;
    this.used.set(name, times + 1);
    return hash(`${name}/${times}`);
  }
}
