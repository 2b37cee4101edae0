import type { RuleSettings } from '../rules/rule';
import { pathMatcher } from '../workspace/globs';
import { canonicalUri } from '../workspace/noteUri';
import { CONFIG_NAME, type ConfigFile, EMPTY_CONFIG, readConfigFile, type Written } from './configFile';
import type { ConfigFault } from './json';
import type { KnownFiles } from './knownFiles';

/** What configuration files say of one note. */
export interface NoteConfig {
  /** Whether nothing is to be said of the note. */
  readonly isIgnored: boolean;
  /** Settings of the rules, the later over the earlier. Notes of which the same holds share the list. */
  readonly layers: readonly RuleSettings[];
}

/** Where configuration is looked for. */
export interface ConfigPlace {
  /** URI of the folder whose configuration holds for notes that lie in none; null where there is none. */
  readonly home: string | null;
  /** URI of the one file that holds for all notes; null where the nearest above each does. */
  readonly only: string | null;
}

const NOTHING: NoteConfig = { isIgnored: false, layers: [] };

/** Rules that hold for all notes, or for some. */
interface Layer {
  readonly rules: RuleSettings;
  readonly isFor: ((path: string) => boolean) | null;
}

/** A configuration file with all that it extends, ready to be asked. */
interface Resolved {
  readonly layers: readonly Layer[];
  readonly isIgnored: (path: string) => boolean;
  /** The layers that some note was given, by which overrides they hold. */
  readonly given: Map<string, readonly RuleSettings[]>;
}

/**
 * The configuration files above notes. The nearest counts, alone but for what it extends; glob patterns start from its
 * folder, those of extended files too, as if they stood in it.
 */
export class Configs {
  private readonly read = new Map<string, { text: string; config: ConfigFile }>();
  private resolved = new Map<string, Resolved>();
  private revision = -1;

  /** @param files where everything is known from; what is not there yet is asked for by `wanted` */
  constructor(private readonly files: KnownFiles) {}

  /** URIs of files that must be looked for before it is known what holds for a note. Looking may show that more are wanted. */
  wanted(note: string, place: ConfigPlace): string[] {
    const { found, wanted } = this.nearest(note, place);
    if (wanted !== null) return [wanted];
    if (found === null) return [];
    return [...this.reachable(found).values()].filter((uri) => this.files.get(uri) === undefined);
  }

  /** What holds for a note. Cost: one match for each override of its configuration. */
  of(note: string, place: ConfigPlace): NoteConfig {
    this.refresh();
    const { found } = this.nearest(note, place);
    if (found === null) return NOTHING;
    const { layers, isIgnored, given } = this.resolve(found);
    const path = pathBelow(note, found);
    const holds = layers.map(({ isFor }) => isFor === null || isFor(path));
    const key = holds.join();
    let chosen = given.get(key);
    if (!chosen) {
      chosen = layers.flatMap(({ rules }, i) => (holds[i] ? [rules] : []));
      given.set(key, chosen);
    }
    return { isIgnored: isIgnored(path), layers: chosen };
  }

  /** What is wrong in every configuration file that is known, by URI; files without a fault have an empty list. */
  faults(only: string | null): Map<string, readonly ConfigFault[]> {
    const all = new Map<string, readonly ConfigFault[]>();
    for (const uri of only === null ? this.files.urisOf(CONFIG_NAME) : [only]) {
      for (const reached of this.reachable(uri).values()) {
        if (this.files.get(reached)?.kind !== 'missing') all.set(reached, this.faultsOf(reached));
      }
    }
    return all;
  }

  private nearest(note: string, { home, only }: ConfigPlace): { found: string | null; wanted: string | null } {
    if (only === null) return this.files.nearest(note, CONFIG_NAME, home);
    return this.files.get(only) ? { found: only, wanted: null } : { found: null, wanted: only };
  }

  private faultsOf(uri: string): ConfigFault[] {
    const state = this.files.get(uri);
    if (state?.kind === 'unreadable') {
      return [{ range: { start: 0, end: 0 }, message: `This file cannot be read: ${state.reason}. Defaults hold.` }];
    }
    const config = this.config(uri);
    return [...config.faults, ...config.extends.flatMap((written) => this.faultOfExtends(uri, written) ?? [])];
  }

  private faultOfExtends(uri: string, { text, range }: Written): ConfigFault | null {
    const fault = (message: string) => ({ range, message });
    const target = targetOf(uri, text);
    const state = target === null ? undefined : this.files.get(target);
    if (target === null || state?.kind === 'missing')
      return fault(`There is no file '${text}'. Write its path from this one.`);
    if (state?.kind === 'unreadable') return fault(`'${text}' cannot be read: ${state.reason}.`);
    const leadsBack = this.reachable(target).has(canonicalUri(uri));
    if (!leadsBack) return null;
    return fault(`'${text}' extends this file in turn: they lie in a ring, in which each file is read once.`);
  }

  /** URIs of a file and all that it extends, by their canonical form, which is no address any more. Cost: linear. */
  private reachable(uri: string): Map<string, string> {
    const reached = new Map([[canonicalUri(uri), uri]]);
    for (const one of reached.values()) {
      for (const { text } of this.config(one).extends) {
        const target = targetOf(one, text);
        if (target !== null && !reached.has(canonicalUri(target))) reached.set(canonicalUri(target), target);
      }
    }
    return reached;
  }

  private config(uri: string): ConfigFile {
    const state = this.files.get(uri);
    if (state?.kind !== 'text') return EMPTY_CONFIG;
    const key = canonicalUri(uri);
    const before = this.read.get(key);
    if (before?.text === state.text) return before.config;
    const config = readConfigFile(state.text);
    this.read.set(key, { text: state.text, config });
    return config;
  }

  private refresh(): void {
    if (this.revision === this.files.revision) return;
    this.revision = this.files.revision;
    this.resolved = new Map();
  }

  private resolve(uri: string): Resolved {
    const known = this.resolved.get(uri);
    if (known) return known;
    const laid = this.laidFiles(uri);
    const layers = laid.flatMap(({ rules, overrides }): Layer[] => [
      { rules, isFor: null },
      ...overrides.map((override) => ({ rules: override.rules, isFor: pathMatcher(override.files, { dot: true }) })),
    ]);
    const isIgnored = pathMatcher(
      laid.flatMap(({ ignore }) => ignore),
      { dot: true },
    );
    const resolved = { layers, isIgnored, given: new Map() };
    this.resolved.set(uri, resolved);
    return resolved;
  }

  /** A file behind all that it extends, each once: what leads back is left out. */
  private laidFiles(uri: string): ConfigFile[] {
    const laid: ConfigFile[] = [];
    const seen = new Set<string>();
    const lay = (one: string) => {
      if (seen.has(canonicalUri(one))) return;
      seen.add(canonicalUri(one));
      const config = this.config(one);
      for (const { text } of config.extends) {
        const target = targetOf(one, text);
        if (target !== null) lay(target);
      }
      laid.push(config);
    };
    lay(uri);
    return laid;
  }
}

/** URI of the file that a path means, seen from a file; null where it means none. Never leads out of the URI's scheme. */
function targetOf(from: string, path: string): string | null {
  try {
    const encoded = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
    return new URL(encoded, from).href;
  } catch {
    return null;
  }
}

/** The path to a note from the folder that a configuration file lies in; the name alone for notes that lie elsewhere. */
export function pathBelow(note: string, config: string): string {
  const folder = canonicalUri(config).replace(/[^/]*$/, '');
  const path = canonicalUri(note);
  return path.startsWith(folder) ? path.slice(folder.length) : path.slice(path.lastIndexOf('/') + 1);
}
