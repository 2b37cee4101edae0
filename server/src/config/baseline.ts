import type { Node } from 'jsonc-parser';
import { grouped } from '../syntax/grouped';
import type { TextRange } from '../syntax/textRange';
import { type ConfigFault, entriesOf, rangeOf, readJson } from './json';

/** What baselines are called. */
export const BASELINE_NAME = '.debatenotes-baseline.json';

const VERSION = 1;

/** A finding that was there when the baseline was written. */
export interface BaselineEntry {
  readonly rule: string;
  /** By `contentFingerprint`: the words, never the place. */
  readonly fingerprint: string;
  /** Where it stands in the baseline. */
  readonly range: TextRange;
}

/** Findings that are known, so that only new ones count. */
export interface Baseline {
  /** By path of the note from the baseline's folder. A finding that occurs twice stands twice. */
  readonly notes: ReadonlyMap<string, readonly BaselineEntry[]>;
  readonly faults: readonly ConfigFault[];
}

/** Reads a baseline. Never throws; what is not as it should be is a fault and counts as not written. Cost: linear. */
export function readBaseline(text: string): Baseline {
  const faults: ConfigFault[] = [];
  const notes = new Map<string, readonly BaselineEntry[]>();
  const { root, fault } = readJson(text);
  if (fault) faults.push(fault);
  if (!root) return { notes, faults };
  const top = new Map(entriesOf(root).map(({ name, value }) => [name, value]));
  if (top.get('version')?.value !== VERSION) {
    const message = `This is no baseline that is understood here: '"version": ${VERSION}' is missing. Write it anew with 'debate-notes check --write-baseline'.`;
    return { notes, faults: [{ range: rangeOf(top.get('version') ?? root), message }] };
  }
  const listed = top.get('notes');
  if (listed && listed.type !== 'object') faults.push({ range: rangeOf(listed), message: WANTED });
  for (const { name, value } of listed ? entriesOf(listed) : []) notes.set(name, entriesIn(value, faults));
  return { notes, faults };
}

const WANTED =
  'An object is wanted here: notes by their paths, and fingerprints by their rules. Write the baseline anew.';

function entriesIn(note: Node, faults: ConfigFault[]): BaselineEntry[] {
  if (note.type !== 'object') faults.push({ range: rangeOf(note), message: WANTED });
  return entriesOf(note).flatMap(({ name: rule, value }) => {
    const nodes = value.type === 'array' ? (value.children ?? []) : [value];
    return nodes.flatMap((node): BaselineEntry[] => {
      const range = rangeOf(node);
      if (node.type === 'string') return [{ rule, fingerprint: String(node.value), range }];
      faults.push({ range, message: 'A fingerprint is wanted here. Write the baseline anew.' });
      return [];
    });
  });
}

/** A finding to be written down. */
export type Recorded = Pick<BaselineEntry, 'rule' | 'fingerprint'>;

/**
 * A baseline as text, always the same for the same findings, a fingerprint a line, so that changes are easy to read and to
 * merge.
 * @param notes findings by path of the note from the baseline's folder
 */
export function writtenBaseline(notes: ReadonlyMap<string, readonly Recorded[]>): string {
  const written: Record<string, Record<string, string[]>> = {};
  for (const [path, findings] of sorted(notes)) {
    if (findings.length === 0) continue;
    const byRule = grouped(findings, ({ rule }) => rule);
    written[path] = Object.fromEntries(
      sorted(byRule).map(([rule, same]) => [rule, same.map(({ fingerprint }) => fingerprint).sort()]),
    );
  }
  return `${JSON.stringify({ version: VERSION, notes: written }, null, 2)}\n`;
}

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

export interface Compared {
  /** For each finding whether the baseline has it. */
  readonly known: readonly boolean[];
  /** Entries that no finding fits any more. */
  readonly stale: readonly BaselineEntry[];
}

/**
 * Compares findings of a note with what a baseline says of it. An entry stands for one finding: of three that are alike
 * and two entries, the last is new. Cost: linear.
 */
export function compared(findings: readonly Recorded[], entries: readonly BaselineEntry[]): Compared {
  const left = grouped(entries, keyOf);
  const known = findings.map((finding) => left.get(keyOf(finding))?.pop() !== undefined);
  return { known, stale: [...left.values()].flat() };
}

function keyOf({ rule, fingerprint }: Recorded): string {
  return `${rule} ${fingerprint}`;
}
