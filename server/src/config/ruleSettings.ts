/** What users have written of the rules, read and put in layers: settings of the editor lie over configuration files. */
import { RULES } from '../rules/registry';
import {
  type OptionValues,
  type RuleMeta,
  type RuleOption,
  type RuleSetting,
  type RuleSettings,
  SEVERITIES,
  type Severity,
} from '../rules/rule';
import { NearWords } from '../syntax/nearWords';

/** Something that is not as it should be, at a path of keys from the value that was read. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** Whether the key is wrong, and not the value behind it. */
  readonly isKey?: boolean;
}

export interface ReadRules {
  readonly settings: RuleSettings;
  readonly faults: readonly Fault[];
}

/** Everything a rule can be set to, in words. */
const ANY_SEVERITY = [...SEVERITIES, 'off'] as const;
const ALL_META: ReadonlyMap<string, RuleMeta> = new Map(RULES.map(({ meta }) => [meta.id, meta]));
const RULE_NAMES = new NearWords(ALL_META.keys());

/**
 * Reads `{ "rule": "warning" }` and `{ "rule": { "severity": "warning", "option": value } }`. What is not as it should be
 * is a fault and counts as not set; the rest holds.
 */
export function readRules(written: unknown): ReadRules {
  if (written === undefined) return { settings: {}, faults: [] };
  if (!isObject(written))
    return { settings: {}, faults: [{ path: [], message: 'An object is wanted here, with a rule for each key.' }] };
  const settings: Record<string, RuleSetting> = {};
  const faults: Fault[] = [];
  for (const [id, value] of Object.entries(written)) {
    const meta = ALL_META.get(id);
    const fault = (path: Fault['path'], message: string, isKey = false) =>
      faults.push({ path: [id, ...path], message, isKey });
    if (meta) settings[id] = readRule(meta, value, fault);
    else fault([], unknownName('rule', id, RULE_NAMES), true);
  }
  return { settings, faults };
}

type Report = (path: Fault['path'], message: string, isKey?: boolean) => void;

function readRule(meta: RuleMeta, written: unknown, fault: Report): RuleSetting {
  if (typeof written === 'string') {
    const severity = severityOf(written);
    if (!severity) fault([], `\`${meta.id}\` can be ${inWords(ANY_SEVERITY)}.`);
    return severity ? { severity } : {};
  }
  if (!isObject(written)) {
    fault([], `\`${meta.id}\` can be ${inWords(ANY_SEVERITY)}, or an object with \`severity\` and options.`);
    return {};
  }
  let severity: Severity | 'off' | undefined;
  const options: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(written)) {
    const option = meta.options?.[name];
    if (name === 'severity') {
      severity = severityOf(value);
      if (!severity) fault([name], `A severity is ${inWords(ANY_SEVERITY)}.`);
    } else if (!option)
      fault(
        [name],
        unknownName(`option of \`${meta.id}\``, name, new NearWords(Object.keys(meta.options ?? {}))),
        true,
      );
    else if (fits(value, option)) options[name] = value;
    else fault([name], `\`${name}\` is ${wanted(option)}.`);
  }
  return { ...(severity && { severity }), options };
}

function severityOf(written: unknown): Severity | 'off' | undefined {
  return ANY_SEVERITY.find((known) => known === written);
}

/** @param known what there is, to find what was meant */
export function unknownName(what: string, name: string, known: NearWords): string {
  const [near] = known.near(name, 1);
  return near === undefined ? `There is no ${what} \`${name}\`.` : `There is no ${what} \`${name}\`. \`${near}\`?`;
}

/** Whether an option takes a value: what it says as a JSON schema. */
function fits(value: unknown, option: RuleOption): boolean {
  switch (option.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value) && isWithin(value as number, option);
    case 'number':
      return typeof value === 'number' && isWithin(value, option);
    case 'string':
      return option.enum.some((known) => known === value);
    case 'array': {
      const isItem = option.items.format === 'regex' ? isPattern : () => true;
      return Array.isArray(value) && value.every((item) => typeof item === 'string' && isItem(item));
    }
  }
}

function isWithin(
  value: number,
  { minimum, maximum }: { readonly minimum: number; readonly maximum?: number },
): boolean {
  return minimum <= value && value <= (maximum ?? Number.POSITIVE_INFINITY);
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    return false;
  }
}

/** What an option takes, in words. */
export function wanted(option: RuleOption): string {
  switch (option.type) {
    case 'boolean':
      return '`true` or `false`';
    case 'integer':
      return option.maximum === undefined
        ? `a whole number from ${option.minimum} on`
        : `a whole number from ${option.minimum} to ${option.maximum}`;
    case 'number':
      return `a number from ${option.minimum} to ${option.maximum}`;
    case 'string':
      return inWords(option.enum);
    case 'array':
      return option.items.format === 'regex' ? 'a list of regular expressions' : 'a list of texts';
  }
}

function inWords(values: readonly string[]): string {
  const quoted = values.map((value) => `\`${value}\``);
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What holds of one rule once all layers are laid over each other. */
export interface EffectiveRule {
  readonly severity: Severity | 'off';
  readonly options: OptionValues;
}

/** What holds of every rule. */
export type EffectiveRules = ReadonlyMap<string, EffectiveRule>;

/**
 * Lays settings over each other, the later over the earlier, and all over what the rules' metas say. Options are laid over
 * each other one by one. Cost: rules × layers.
 */
export function effectiveRules(layers: readonly RuleSettings[]): EffectiveRules {
  const effective = new Map<string, EffectiveRule>();
  for (const [id, meta] of ALL_META) {
    const settings = layers.flatMap((layer) => (Object.hasOwn(layer, id) ? (layer[id] ?? []) : []));
    const severity = settings.findLast((setting) => setting.severity !== undefined)?.severity ?? meta.severity;
    const standard = Object.entries(meta.options ?? {}).map(([name, option]) => [name, option.default]);
    effective.set(id, {
      severity,
      options: Object.assign(Object.fromEntries(standard), ...settings.map(({ options }) => options)),
    });
  }
  return effective;
}
