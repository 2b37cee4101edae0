import {
  type Bullets,
  type InlayHintOptions,
  type LookupSettings,
  MOST_PROBLEMS,
  type RuleSettings,
  readRules,
} from '../service';

/** What users can set, as the server needs it. */
export interface Settings {
  /** Glob patterns of Markdown files that are treated as notes. */
  readonly include: readonly string[];
  /** Paths of the bibliographies that belong to every note. */
  readonly bibliographies: readonly string[];
  /** What formatting does about bullets. */
  readonly bullets: Bullets;
  readonly rules: RuleSettings;
  /** Diagnostics that a note has at most. */
  readonly maxProblems: number;
  /** Whether a client that asks for the problems of all notes is told of others than those that it has open. */
  readonly workspaceProblems: boolean;
  /** Whether statements have a line above them that counts what has been said to them. */
  readonly codeLens: boolean;
  readonly inlayHints: InlayHintOptions;
  readonly lookup: LookupSettings;
  /** Whether the library of the Zotero on this machine belongs to every note. */
  readonly zotero: boolean;
}

const BULLETS: readonly Bullets[] = ['keep', 'add', 'remove'];
const LABELS: readonly InlayHintOptions['labels'][] = ['off', 'notStanding', 'all'];

const NAMES: Readonly<Record<keyof Settings, string>> = {
  include: 'include',
  bibliographies: 'bibliographies',
  bullets: 'format',
  rules: 'rules',
  maxProblems: 'maxProblems',
  workspaceProblems: 'workspaceProblems',
  codeLens: 'codeLens',
  inlayHints: 'inlayHints',
  lookup: 'lookup',
  zotero: 'zotero',
};

/**
 * Finds the settings in what a client has sent: by themselves, or in a section `debateNotes`, as editors write them
 * where settings of several servers lie together.
 * @returns null where there are none, so that an empty object takes nothing away that was set elsewhere
 */
export function settingsIn(written: unknown): unknown {
  const section = field(written, 'debateNotes') ?? written;
  return Object.values(NAMES).some((name) => field(section, name) !== undefined) ? section : null;
}

/** Reads `debateNotes` settings; whatever is not as it should be counts as not set. */
export function readSettings(written: unknown): Settings {
  const bullets = field(field(written, 'format'), 'bullets');
  const maxProblems = field(written, 'maxProblems');
  const inlayHints = field(written, 'inlayHints');
  const labels = field(inlayHints, 'labels');
  const lookup = field(written, 'lookup');
  return {
    include: strings(field(written, 'include')),
    bibliographies: strings(field(written, 'bibliographies')),
    bullets: BULLETS.find((known) => known === bullets) ?? 'keep',
    rules: readRules(field(written, 'rules')).settings,
    maxProblems: Number.isInteger(maxProblems) && Number(maxProblems) >= 0 ? Number(maxProblems) : MOST_PROBLEMS,
    workspaceProblems: field(written, 'workspaceProblems') !== false,
    codeLens: field(written, 'codeLens') !== false,
    inlayHints: {
      labels: LABELS.find((known) => known === labels) ?? 'off',
      targets: field(inlayHints, 'targets') === true,
      papers: field(inlayHints, 'papers') === true,
    },
    lookup: { enabled: field(lookup, 'enabled') === true, mailto: readAddress(field(lookup, 'mailto')) },
    zotero: field(field(written, 'zotero'), 'enabled') === true,
  };
}

function strings(written: unknown): string[] {
  return Array.isArray(written) ? written.filter((one) => typeof one === 'string') : [];
}

/** Whether two settings differ in what is named. */
export function differ(a: Settings, b: Settings, names: readonly (keyof Settings)[]): boolean {
  return names.some((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]));
}

/** An e-mail address on one line, near enough; null for anything else. */
function readAddress(written: unknown): string | null {
  return typeof written === 'string' && written.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(written)
    ? written
    : null;
}

/** URI of the folder with the pages of the rules, which only a client that carries them can tell. */
export function readRulePages(initializationOptions: unknown): string | null {
  const pages = field(initializationOptions, 'rulePages');
  return typeof pages === 'string' && pages !== '' ? pages : null;
}

/** Commands of the client that the server may name, because it has said so: `initializationOptions.commands`. */
export interface ClientCommands {
  /** Shows places: is given a URI, a position and locations, all as LSP has them. */
  readonly showReferences: string | null;
  /** Asks for completions where the cursor is. */
  readonly suggest: string | null;
}

export function readCommands(initializationOptions: unknown): ClientCommands {
  const commands = field(initializationOptions, 'commands');
  const named = (name: string) => {
    const command = field(commands, name);
    return typeof command === 'string' && command !== '' ? command : null;
  };
  return { showReferences: named('showReferences'), suggest: named('suggest') };
}

/** URI of the folder in which what was looked up is kept, for all windows; null for a client that has none. */
export function readPaperFolder(initializationOptions: unknown): string | null {
  const folder = field(initializationOptions, 'paperFolder');
  return typeof folder === 'string' && folder !== '' ? folder : null;
}

/** Whether the client reads files for the server that are not on the server's machine. */
export function readsFiles(initializationOptions: unknown): boolean {
  return field(initializationOptions, 'readsFiles') === true;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
