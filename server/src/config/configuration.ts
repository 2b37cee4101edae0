import type { RuleSettings } from '../rules/rule';
import { decodeUtf8 } from '../workspace/decode';
import type { FileSystem } from '../workspace/fileSystem';
import type { BaselineEntry } from './baseline';
import { Baselines } from './baselines';
import { Configs } from './configs';
import type { ConfigFault } from './json';
import { type FileState, KnownFiles } from './knownFiles';
import { type EffectiveRules, effectiveRules } from './ruleSettings';

/** What holds for one note. */
export interface NoteRules {
  /** Whether nothing is to be said of the note. */
  readonly isIgnored: boolean;
  readonly rules: EffectiveRules;
}

/**
 * What users have set: configuration files and baselines above the notes, and over them the settings of the editor or of
 * the command line. Files are looked for by `load`; until then a note is as if there were none.
 */
export class Configuration {
  private readonly files = new KnownFiles();
  private readonly configs = new Configs(this.files);
  private readonly baselines = new Baselines(this.files);
  private settings: RuleSettings = {};
  private settingsChanges = 0;
  /** Notes of which the same holds share one object, which so stays the same while nothing changes. */
  private effective = new Map<readonly RuleSettings[], EffectiveRules>();
  private effectiveAt = -1;
  /** How often files were to be looked for again: what was read before that is old. */
  private forgotten = 0;
  private homeFolder: string | null = null;
  private onlyConfig: string | null = null;

  /** Grows whenever something else may hold for some note. */
  get revision(): number {
    return this.files.revision + this.settingsChanges;
  }

  /** URI of the folder whose configuration holds for notes that lie in none, as untitled documents do. */
  set home(folder: string | null) {
    this.homeFolder = folder;
    this.settingsChanges++;
  }

  /** URI of the one configuration file that holds for all notes, wherever they lie; null for those above them. */
  set only(config: string | null) {
    this.onlyConfig = config;
    this.settingsChanges++;
  }

  /** Lays settings over those of all files. */
  setRules(settings: RuleSettings): void {
    this.settings = settings;
    this.settingsChanges++;
  }

  /** Looks for the files that decide what holds for a note. Cost: nothing where that is known. */
  async load(note: string, files: Pick<FileSystem, 'readFile'>): Promise<void> {
    // Each round knows more files than the one before, and the chain of those that extend each other has an end.
    for (let wanted = this.wanted(note); wanted.length > 0; wanted = this.wanted(note)) {
      await Promise.all(wanted.map((uri) => this.look(uri, files)));
    }
  }

  /** Makes a file, or all files below a folder, be looked for again. Returns whether any was known. */
  forget(uri: string): boolean {
    this.forgotten++;
    return this.files.forget(uri);
  }

  of(note: string): NoteRules {
    if (this.effectiveAt !== this.revision) {
      this.effective = new Map();
      this.effectiveAt = this.revision;
    }
    const { isIgnored, layers } = this.configs.of(note, this.place);
    let rules = this.effective.get(layers);
    if (!rules) {
      rules = effectiveRules([...layers, this.settings]);
      this.effective.set(layers, rules);
    }
    return { isIgnored, rules };
  }

  /** What is recorded of a note, and the URI of the baseline; null for a note without one. */
  baselineOf(note: string): { readonly uri: string; readonly entries: readonly BaselineEntry[] } | null {
    return this.baselines.of(note);
  }

  /** Paths of the notes that a baseline has anything of, from its folder. */
  recordedNotes(baseline: string): string[] {
    return this.baselines.notesOf(baseline);
  }

  /** What is wrong in the files that are known, by URI; files without a fault have an empty list. */
  faults(): Map<string, readonly ConfigFault[]> {
    return new Map([...this.configs.faults(this.onlyConfig), ...this.baselines.faults()]);
  }

  /** The text of a file that was looked for; null for one that cannot be read. */
  textOf(uri: string): string | null {
    const state = this.files.get(uri);
    return state?.kind === 'text' ? state.text : null;
  }

  private get place() {
    return { home: this.homeFolder, only: this.onlyConfig };
  }

  private wanted(note: string): string[] {
    return [...this.configs.wanted(note, this.place), ...this.baselines.wanted(note)];
  }

  private async look(uri: string, files: Pick<FileSystem, 'readFile'>): Promise<void> {
    const { forgotten } = this;
    const state = await stateOf(uri, files);
    if (this.forgotten === forgotten) this.files.set(uri, state);
  }
}

async function stateOf(uri: string, files: Pick<FileSystem, 'readFile'>): Promise<FileState> {
  try {
    const bytes = await files.readFile(uri);
    return bytes ? { kind: 'text', text: decodeUtf8(bytes).text } : { kind: 'missing' };
  } catch (error) {
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}
