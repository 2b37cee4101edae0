import { InvalidArgumentError } from 'commander';
import { RULES, type RuleMeta, type RuleSettings, SEVERITIES } from '../service';
import { NearWords } from '../syntax/nearWords';

/**
 * Reads `--rule ID=SEVERITY`, which may be given several times; the last for a rule counts.
 * @throws InvalidArgumentError, which says what there is to choose from
 */
export function readRule(written: string, before: RuleSettings): RuleSettings {
  const [id = '', severity = '', ...more] = written.split('=');
  const { id: known } = readRuleId(id);
  const meant = [...SEVERITIES, 'off' as const].find((one) => one === severity);
  if (!meant || more.length > 0) throw new InvalidArgumentError(`A rule is ${SEVERITIES.join(', ')} or off.`);
  return { ...before, [known]: { severity: meant } };
}

/**
 * Reads the id of a rule.
 * @throws InvalidArgumentError, which offers rules with names like it
 */
export function readRuleId(id: string): RuleMeta {
  const found = RULES.find(({ meta }) => meta.id === id);
  if (found) return found.meta;
  const ids = RULES.map(({ meta }) => meta.id);
  const parts = id.length > 2 ? ids.filter((known) => known.includes(id.toLowerCase())) : [];
  const near = [...new Set([...new NearWords(ids).near(id, 3), ...parts])].slice(0, 3);
  const offer = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
  throw new InvalidArgumentError(`There is no rule ${id}.${offer} \`debate-notes rules\` lists them.`);
}

/** Reads `--max-warnings N`. */
export function readCount(written: string): number {
  if (!/^\d{1,9}$/.test(written)) throw new InvalidArgumentError('A number from 0 on is wanted.');
  return Number(written);
}
