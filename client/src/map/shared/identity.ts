import type { MapStatement } from './messages';

/** What tells a statement from those beside it. Of a list, parents come before children. */
export interface Named extends Pick<MapStatement, 'name' | 'kind' | 'id' | 'text' | 'note'> {
  /** Index in the list; null at the top. */
  readonly parent: number | null;
}

/** A statement that has a key already; `parent` is a key. */
export type Keyed = Pick<MapStatement, 'key' | 'name' | 'parent' | 'kind' | 'id' | 'text' | 'note'>;

/**
 * Finds statements again after an edit, also where the server's names have moved on to their neighbours: by id; or else
 * among what hangs under the same statement, first by kind and words, then by kind in order. Cost: linear.
 * @returns the key of each statement; the server's name for one that is new, with a number where that is taken
 */
export function carriedKeys(before: readonly Keyed[], after: readonly Named[]): string[] {
  const matcher = new Matcher(before, after);
  const roots = groupedBy(after, ({ parent, note }) => (parent === null ? note : null));
  for (const [note, statements] of roots) matcher.matchSiblings(rootsOf(note), statements);
  const children = groupedBy(after, ({ parent }) => parent);
  for (let index = 0; index < after.length; index++) {
    const under = children.get(index);
    if (under) matcher.matchSiblings(matcher.keyOf(index), under);
  }
  return matcher.keys();
}

class Matcher {
  /** What hung under each statement, and under each note. */
  private readonly siblings: ReadonlyMap<string, Keyed[]>;
  private readonly taken = new Set<string>();
  private readonly found: (string | undefined)[];

  constructor(
    private readonly before: readonly Keyed[],
    private readonly after: readonly Named[],
  ) {
    this.siblings = groupedKeyed(before);
    this.found = after.map(() => undefined);
    const named = new Map(before.filter(hasIdName).map((statement) => [idOf(statement), statement.key]));
    after.forEach((statement, i) => {
      const key = hasIdName(statement) ? named.get(idOf(statement)) : undefined;
      if (key !== undefined) this.take(i, key);
    });
  }

  keyOf(index: number): string | undefined {
    return this.found[index];
  }

  /** Finds statements among what hung under the same one before. */
  matchSiblings(above: string | undefined, indices: readonly number[]): void {
    const old = above === undefined ? [] : (this.siblings.get(above) ?? []);
    if (old.length === 0) return;
    this.matchBy(old, indices, ({ kind, text }) => `${kind} ${text}`);
    this.matchBy(old, indices, ({ kind }) => kind);
  }

  keys(): string[] {
    const known = new Set(this.before.map(({ key }) => key));
    return this.after.map(({ name }, i) => {
      let key = this.found[i] ?? name;
      if (this.found[i] === undefined) {
        for (let number = 2; known.has(key) || this.taken.has(key); number++) key = `${name}~${number}`;
        this.taken.add(key);
      }
      return key;
    });
  }

  private matchBy(old: readonly Keyed[], indices: readonly number[], trait: (of: Keyed | Named) => string): void {
    const waiting = new Map<string, Keyed[]>();
    // From the last to the first, so that the first is at the end, where it is taken from.
    for (const statement of old.toReversed()) {
      if (this.taken.has(statement.key) || hasIdName(statement)) continue;
      const known = waiting.get(trait(statement));
      if (known) known.push(statement);
      else waiting.set(trait(statement), [statement]);
    }
    for (const index of indices) {
      const statement = this.after[index] as Named;
      if (this.found[index] !== undefined) continue;
      const match = waiting.get(trait(statement))?.pop();
      if (match) this.take(index, match.key);
    }
  }

  private take(index: number, key: string): void {
    if (this.taken.has(key)) return;
    this.found[index] = key;
    this.taken.add(key);
  }
}

/** Whether the server names it by its id: of two statements with one id only the first. */
function hasIdName({ name, id }: Pick<MapStatement, 'name' | 'id'>): boolean {
  return id !== null && name.endsWith(`#${id}`);
}

function idOf({ note, id }: Pick<MapStatement, 'note' | 'id'>): string {
  return `${note}#${id}`;
}

/** Stands for the top of a note among keys. */
function rootsOf(note: string): string {
  return `/${note}`;
}

function groupedKeyed(before: readonly Keyed[]): Map<string, Keyed[]> {
  const groups = new Map<string, Keyed[]>();
  for (const statement of before) {
    const above = statement.parent ?? rootsOf(statement.note);
    const known = groups.get(above);
    if (known) known.push(statement);
    else groups.set(above, [statement]);
  }
  return groups;
}

/** Indices by some trait; null leaves one out. */
function groupedBy<T>(after: readonly Named[], trait: (statement: Named) => T | null): Map<T, number[]> {
  const groups = new Map<T, number[]>();
  after.forEach((statement, i) => {
    const value = trait(statement);
    if (value === null) return;
    const known = groups.get(value);
    if (known) known.push(i);
    else groups.set(value, [i]);
  });
  return groups;
}
