import { InvalidArgumentError } from 'commander';
import { RULES, type RuleSettings, SEVERITIES } from '../service';

/**
 * Reads `--rule ID=SEVERITY`, which may be given several times; the last for a rule counts.
 * @throws InvalidArgumentError, which says what there is to choose from
 */
export function readRule(written: string, before: RuleSettings): RuleSettings {
  const [id = '', severity = ''] = written.split('=');
  if (!RULES.some(({ meta }) => meta.id === id)) {
    throw new InvalidArgumentError(`There is no rule ${id}; \`debate-notes rules\` lists them.`);
  }
  const meant = [...SEVERITIES, 'off' as const].find((known) => known === severity);
  if (!meant) throw new InvalidArgumentError(`A rule is ${SEVERITIES.join(', ')} or off.`);
  return { ...before, [id]: { severity: meant } };
}

/** Reads `--max-warnings N`. */
export function readCount(written: string): number {
  if (!/^\d{1,9}$/.test(written)) throw new InvalidArgumentError('A number from 0 on is wanted.');
  return Number(written);
}
