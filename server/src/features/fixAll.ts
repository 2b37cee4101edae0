import { applied } from '../formatting/edits';
import { RULES } from '../rules/registry';
import type { Fix, TextEdit } from '../rules/rule';
import type { TextRange } from '../syntax/textRange';
import { Note } from '../workspace/note';
import type { RuleFinding } from './findings';

const CAN_FIX_ALL = new Set(RULES.filter(({ meta }) => meta.fixAll).map(({ meta }) => meta.id));

/** The preferred fixes of all findings of a rule in one; null where there are not several. */
export function fixAllOf(rule: string, findings: readonly RuleFinding[]): Fix | null {
  if (!CAN_FIX_ALL.has(rule)) return null;
  const fixes = preferredFixes(findings.filter((finding) => finding.rule === rule));
  return fixes.length > 1 ? { title: `Fix all of '${rule}' in this note`, edits: disjoint(fixes) } : null;
}

/** Fixes that are looked at one by one where all together would change a statement. */
const MOST_ONE_BY_ONE = 100;

/**
 * All safe fixes in one; null where there are none. That they leave every statement its words, its speaker and its place
 * is tried out: a comment that goes may bring what stood behind it to the start of a line. Cost: reading the note once more.
 */
export function safeFixes(note: Note, findings: readonly RuleFinding[]): Fix | null {
  const fixes = preferredFixes(findings).filter(({ safe }) => safe === true);
  if (fixes.length === 0) return null;
  const title = 'Apply all safe fixes';
  const before = argumentIn(note);
  const isSafe = (edits: readonly TextEdit[]) => argumentIn(new Note(note.uri, applied(note.text, edits))) === before;
  const together = disjoint(fixes);
  if (isSafe(together)) return { title, edits: together };
  const edits = disjoint(fixes.slice(0, MOST_ONE_BY_ONE).filter((fix) => isSafe(fix.edits)));
  return edits.length > 0 && isSafe(edits) ? { title, edits } : null;
}

/** Everything that a fix must leave as it is. */
function argumentIn({ text, argument }: Note): string {
  const slice = ({ start, end }: TextRange) => text.slice(start, end);
  return JSON.stringify(
    argument.points.map(({ statement, text: words, speaker, above, repliesTo, introducedBy }) => [
      statement.keyword,
      statement.id?.name,
      // A heading may name the speaker, and a line become one.
      speaker,
      statement.speaker?.name,
      statement.targets.map(({ path, id }) => [path, id]),
      words,
      above,
      repliesTo.map(({ index }) => index),
      introducedBy.map(({ pieces }) => pieces.map(slice)),
      statement.parts.flatMap((part) =>
        part.kind === 'quotation' ? part.pieces.map(slice) : part.kind === 'code' ? [slice(part)] : [],
      ),
    ]),
  );
}

function preferredFixes(findings: readonly RuleFinding[]): Fix[] {
  return findings.flatMap((finding) => finding.fixes().find(({ preferred }) => preferred) ?? []);
}

/** The edits of fixes, in order; a fix that would touch what another edits is left for the next time. */
function disjoint(fixes: readonly Fix[]): TextEdit[] {
  const kept: TextEdit[] = [];
  let end = -1;
  for (const { edits } of fixes) {
    if (edits.some(({ range }) => range.start < end)) continue;
    kept.push(...edits);
    for (const { range } of edits) end = Math.max(end, range.end);
  }
  return kept;
}
