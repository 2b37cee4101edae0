import type { Directive } from '../syntax/directives';
import type { TextRange } from '../syntax/textRange';
import type { Note } from '../workspace/note';
import type { Finding, Rule, RuleContext, UnusedDirective } from './rule';

/** A directive that silences nothing: what it was for has been mended, or it never fitted. */
export const unusedDirective: Rule = {
  meta: {
    id: 'unused-directive',
    severity: 'warning',
    description: 'A directive silences nothing.',
    tags: ['directives'],
    fixAll: true,
    last: true,
  },
  check: (context) => context.unusedDirectives.flatMap((unused) => findings(context, unused)),
};

function findings(context: RuleContext, { directive, rules }: UnusedDirective): Finding[] {
  const { note, ruleIds, isOff, looksElsewhere } = context;
  // A name that is no rule is another rule's finding; a rule that is off may be on elsewhere; and what silences this rule
  // is not to be reported by it.
  const isOther = ({ name }: { name: string }) =>
    !ruleIds.includes(name) || isOff(name) || name === unusedDirective.meta.id;
  if (rules === null) return directive.rules.some(isOther) ? [] : [wholeDirective(context, directive)];
  return rules
    .filter((rule) => !isOther(rule))
    .map(({ name, range }) => ({
      range,
      unnecessary: true,
      message: `There is nothing of '${name}' to silence here. Take the name away.`,
      related: [],
      fixes: () => [
        {
          title: `Take '${name}' away`,
          preferred: true,
          safe: !looksElsewhere(name),
          edits: [{ range: withGap(note, range), newText: '' }],
        },
      ],
    }));
}

/** What it silences may stand in a file that is not read yet, or not at all: then it must not go unasked, with its reason. */
function wholeDirective({ note, looksElsewhere }: RuleContext, { range, scope, rules }: Directive): Finding {
  const isSafe = scope === 'end' || (rules.length > 0 && !rules.some(({ name }) => looksElsewhere(name)));
  return {
    range,
    unnecessary: true,
    message:
      scope === 'end'
        ? 'Nothing is disabled above that this could enable. Take it away.'
        : 'There is nothing to silence here. Take the directive away.',
    related: [],
    fixes: () => [
      {
        title: 'Take the directive away',
        preferred: true,
        safe: isSafe,
        edits: [{ range: withLine(note, range), newText: '' }],
      },
    ],
  };
}

/** A name with the comma or space in front of it. */
function withGap({ text }: Note, { start, end }: TextRange): TextRange {
  let from = start;
  while (/[\s,]/.test(text[from - 1] ?? '')) from--;
  // The first name leaves the space behind the word, and takes what parts it from the next.
  if (!/^<!--\s*debate-[a-z-]+$/.test(text.slice(text.lastIndexOf('<!--', from), from))) return { start: from, end };
  let to = end;
  while (/[\s,]/.test(text[to] ?? '')) to++;
  return { start, end: to };
}

/** A comment with its lines where nothing else stands on them, or else with the white space in front of it. */
function withLine({ text, tree: { lines } }: Note, { start, end }: TextRange): TextRange {
  const first = lines.start(lines.lineAt(start));
  const last = lines.lineAt(end - 1);
  const isAlone = (text.slice(first, start) + text.slice(end, lines.end(last))).trim() === '';
  if (isAlone) return { start: first, end: lines.endWithBreak(last) };
  return { start: first + text.slice(first, start).trimEnd().length, end };
}
