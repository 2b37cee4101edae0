import type { Node } from 'jsonc-parser';
import type { RuleSettings } from '../rules/rule';
import { NearWords } from '../syntax/nearWords';
import type { TextRange } from '../syntax/textRange';
import { type ConfigFault, entriesOf, plainValue, rangeOf, readJson } from './json';
import { type Fault, readRules, unknownName } from './ruleSettings';

/** What configuration files are called. */
export const CONFIG_NAME = '.debatenotes.json';

/** One configuration file as it is written. What is not as it should be is a fault and counts as not written. */
export interface ConfigFile {
  /** Other configuration files, as paths from this one. */
  readonly extends: readonly Written[];
  /** Glob patterns of notes that nothing is said of. */
  readonly ignore: readonly string[];
  readonly rules: RuleSettings;
  /** Rules for some notes only; the later over the earlier. */
  readonly overrides: readonly Override[];
  readonly faults: readonly ConfigFault[];
}

export interface Override {
  /** Glob patterns of notes. */
  readonly files: readonly string[];
  readonly rules: RuleSettings;
}

/** A text in a configuration file, and where it stands. */
export interface Written {
  readonly text: string;
  readonly range: TextRange;
}

/** A configuration that sets nothing. */
export const EMPTY_CONFIG: ConfigFile = { extends: [], ignore: [], rules: {}, overrides: [], faults: [] };

const KEYS = ['$schema', 'extends', 'ignore', 'rules', 'overrides'] as const;
const NEAR_KEYS = new NearWords(KEYS);
const NEAR_OVERRIDE_KEYS = new NearWords(['files', 'rules']);

/**
 * Reads a configuration file: JSON with comments and trailing commas. Never throws. A file that is no JSON sets nothing.
 * Cost: linear.
 */
export function readConfigFile(text: string): ConfigFile {
  const { root, fault } = readJson(text);
  if (fault) return { ...EMPTY_CONFIG, faults: [fault] };
  return root ? new Reader(root).read() : EMPTY_CONFIG;
}

/** Reads the values of one file, and gathers what is wrong with them. */
class Reader {
  private readonly faults: ConfigFault[] = [];

  constructor(private readonly root: Node) {}

  read(): ConfigFile {
    if (this.root.type !== 'object') {
      this.fault(this.root, 'A configuration is an object: { "rules": … }.');
      return { ...EMPTY_CONFIG, faults: this.faults };
    }
    for (const { key, name } of entriesOf(this.root)) {
      if (!KEYS.some((known) => known === name)) this.fault(key, unknownName('setting', name, NEAR_KEYS));
    }
    return {
      extends: this.texts(
        this.value('extends'),
        'A path to another configuration file is wanted here, or a list of them.',
      ),
      ignore: this.texts(this.value('ignore'), GLOBS).map(({ text }) => text),
      rules: this.rules(this.value('rules')),
      overrides: this.overrides(this.value('overrides')),
      faults: this.faults,
    };
  }

  private value(name: string, from: Node = this.root): Node | undefined {
    // Of keys that are written twice JSON takes the last.
    return entriesOf(from).findLast((entry) => entry.name === name)?.value;
  }

  /** One text or a list of texts. */
  private texts(node: Node | undefined, message: string): Written[] {
    if (!node) return [];
    const nodes = node.type === 'array' ? (node.children ?? []) : [node];
    return nodes.flatMap((one) => {
      if (one.type === 'string' && one.value !== '') return { text: String(one.value), range: rangeOf(one) };
      this.fault(one, message);
      return [];
    });
  }

  private overrides(node: Node | undefined): Override[] {
    if (!node) return [];
    if (node.type !== 'array') {
      this.fault(node, 'A list of { "files": [ … ], "rules": { … } } is wanted here.');
      return [];
    }
    return (node.children ?? []).flatMap((one) => this.override(one) ?? []);
  }

  private override(node: Node): Override | null {
    const files = this.value('files', node);
    if (node.type !== 'object' || !files) {
      this.fault(node, '{ "files": [ … ], "rules": { … } } is wanted here.');
      return null;
    }
    for (const { key, name } of entriesOf(node)) {
      if (name !== 'files' && name !== 'rules')
        this.fault(key, unknownName('setting of an override', name, NEAR_OVERRIDE_KEYS));
    }
    return { files: this.texts(files, GLOBS).map(({ text }) => text), rules: this.rules(this.value('rules', node)) };
  }

  private rules(node: Node | undefined): RuleSettings {
    if (!node) return {};
    const { settings, faults } = readRules(plainValue(node));
    for (const fault of faults) this.fault(nodeOf(node, fault), fault.message);
    return settings;
  }

  private fault(node: Node, message: string): void {
    this.faults.push({ range: rangeOf(node), message });
  }
}

const GLOBS = "A glob pattern is wanted here, such as 'archive/**', or a list of them.";

/** The key or the value that a fault is about, or what is nearest around it. */
function nodeOf(root: Node, { path, isKey }: Fault): Node {
  let node = root;
  let key: Node | undefined;
  for (const step of path) {
    const entry = entriesOf(node).findLast(({ name }) => name === step);
    if (!entry) break;
    ({ value: node, key } = entry);
  }
  return isKey && key ? key : node;
}
