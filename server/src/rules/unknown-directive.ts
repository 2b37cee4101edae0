import { type Directive, directivesOf } from '../syntax/directives';
import { editDistance } from '../syntax/editDistance';
import type { TextRange } from '../syntax/textRange';
import type { Named } from '../syntax/tree';
import type { Finding, Fix, Rule } from './rule';

/** A directive with a word or the name of a rule that nobody knows. */
export const unknownDirective: Rule = {
  meta: {
    id: 'unknown-directive',
    severity: 'warning',
    description: 'A directive is misspelt, or names a rule that there is none of.',
    tags: ['directives'],
    fixAll: true,
  },
  check: ({ note, ruleIds }) => {
    const { known, unknown } = directivesOf(note.tree);
    const words = unknown.map(({ range, meant }): Finding => {
      const advice = meant === null ? ALL_WORDS : `Do you mean '${meant}'?`;
      const message = `There is no directive of this name. ${advice}`;
      return { range, message, related: [], fixes: () => (meant === null ? [] : [changeTo(meant, range)]) };
    });
    const isRule = new Set(ruleIds);
    const names = known.flatMap(({ rules }: Directive) => rules.filter(({ name }) => !isRule.has(name)));
    const findings = [...words, ...names.map((name) => unknownRule(name, ruleIds))];
    return findings.sort((a, b) => a.range.start - b.range.start);
  },
};

const ALL_WORDS =
  "It is 'debate-disable', 'debate-disable-line', 'debate-disable-next-line', 'debate-disable-file' or 'debate-enable'.";

/** Slips that a name is still recognised with. */
const MOST_SLIPS = 3;

function unknownRule({ name, range }: Named, ruleIds: readonly string[]): Finding {
  const near = ruleIds
    .map((id) => ({ id, distance: editDistance(name, id, MOST_SLIPS) }))
    .filter(({ distance }) => distance <= MOST_SLIPS)
    .sort((a, b) => a.distance - b.distance);
  const meant = near[0]?.id;
  return {
    range,
    message: `There is no rule '${name}'. ${meant ? `Do you mean '${meant}'?` : "A reason stands behind ' -- '."}`,
    related: [],
    fixes: () => (meant ? [changeTo(meant, range)] : []),
  };
}

function changeTo(meant: string, range: TextRange): Fix {
  return { title: `Change to '${meant}'`, preferred: true, safe: true, edits: [{ range, newText: meant }] };
}
