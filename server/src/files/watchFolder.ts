import { type FSWatcher, type Stats, watch } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

/** What has happened to a file or a folder. */
export interface SeenChange {
  /** Absolute path. */
  readonly path: string;
  /** It is gone. Otherwise it has been made or changed, which systems do not tell apart. */
  readonly isGone: boolean;
}

/** Milliseconds from a change to its being told: saving a file makes several. */
const TELL_DELAY = 100;

/**
 * Tells of changed files below a folder, each once a burst; of a folder that goes, alone. What a search passes over is
 * passed over here: hidden folders, `node_modules`, and links to folders. Links to files are watched where they lie, not
 * where they lead. One watcher a folder: a system has few, and one a file, as most libraries take, would be too many.
 * @param onFailure told of the first folder that cannot be watched, as when the system has no watchers left: then there
 *   may be thousands
 * @returns ends it
 */
export function watchFolder(
  folder: string,
  tell: (changes: readonly SeenChange[]) => void,
  onFailure: (folder: string, error: unknown) => void,
  delay = TELL_DELAY,
): () => void {
  const watched = new WatchedFolder(folder, tell, onFailure, delay);
  void watched.add(folder);
  return () => watched.end();
}

class WatchedFolder {
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly seen = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private hasEnded = false;
  private hasFailed = false;

  constructor(
    private readonly folder: string,
    private readonly tell: (changes: readonly SeenChange[]) => void,
    private readonly onFailure: (folder: string, error: unknown) => void,
    private readonly delay: number,
  ) {}

  /** Watches a folder and those below it; returns the files that are there by then. */
  async add(folder: string): Promise<string[]> {
    if (this.hasEnded || this.watchers.has(folder)) return [];
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => {
        if (name !== null) this.noticed(path.join(folder, name));
      });
      // The folder itself has gone, which its own folder tells of.
      watcher.on('error', () => this.removeBelow(folder));
      this.watchers.set(folder, watcher);
      const entries = await readdir(folder, { withFileTypes: true });
      const below = await Promise.all(
        entries.map((entry) => {
          const place = path.join(folder, entry.name);
          if (!entry.isDirectory()) return [place];
          return isPassedOver(entry.name) ? [] : this.add(place);
        }),
      );
      return below.flat();
    } catch (error) {
      if (!this.hasFailed) this.onFailure(folder, error);
      this.hasFailed = true;
      return [];
    }
  }

  end(): void {
    this.hasEnded = true;
    clearTimeout(this.timer);
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  private noticed(place: string): void {
    this.seen.add(place);
    this.timer ??= setTimeout(() => void this.report(), this.delay);
  }

  private async report(): Promise<void> {
    this.timer = undefined;
    const places = [...this.seen];
    this.seen.clear();
    const changes = (await Promise.all(places.map((place) => this.changesAt(place)))).flat();
    if (changes.length === 0 || this.hasEnded) return;
    this.tell([...new Map(changes.map((change) => [change.path, change])).values()]);
  }

  /** What has changed at a place; all files of a folder that is new, whoever was faster: they or the watcher. */
  private async changesAt(place: string): Promise<SeenChange[]> {
    const entry = await look(place);
    if (entry === null) {
      const gone = await this.highestGone(place);
      this.removeBelow(gone);
      return [{ path: gone, isGone: true }];
    }
    if (!entry.isDirectory()) return [{ path: place, isGone: false }];
    const files = isPassedOver(path.basename(place)) ? [] : await this.add(place);
    return files.map((file) => ({ path: file, isGone: false }));
  }

  /** Of a place that is gone, the folder that went with it, or went first: a folder tells of itself from within, too. */
  private async highestGone(place: string): Promise<string> {
    const above = path.dirname(place);
    return place === this.folder || (await look(above)) ? place : this.highestGone(above);
  }

  private removeBelow(folder: string): void {
    for (const [place, watcher] of this.watchers) {
      if (place !== folder && !place.startsWith(folder + path.sep)) continue;
      watcher.close();
      this.watchers.delete(place);
    }
  }
}

function look(place: string): Promise<Stats | null> {
  return lstat(place).catch(() => null);
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
