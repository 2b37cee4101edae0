import { blockAt } from '../../syntax/noteTree';
import type { Note } from '../../workspace/note';
import type { RuleFinding } from '../findings';
import { OPEN_RULES, type OpenRule } from './treeNode';

/** What a debate still lacks, in one place of a note. */
export interface OpenPoint {
  readonly rule: OpenRule;
  readonly finding: RuleFinding;
  /** The statement that it is about; null for a passage. */
  readonly index: number | null;
}

/**
 * The open points among the findings of a note, in the order of the text: so what is switched off, silenced or in the
 * baseline is none.
 */
export function openPointsOf(note: Note, findings: readonly RuleFinding[]): OpenPoint[] {
  const points: OpenPoint[] = [];
  for (const finding of findings) {
    const rule = OPEN_RULES.find((open) => open === finding.rule);
    if (!rule || finding.isBaselined) continue;
    points.push({ rule, finding, index: rule === 'duplicate-passage' ? null : statementAt(note, finding.range.start) });
  }
  return points;
}

function statementAt(note: Note, offset: number): number | null {
  return note.argument.pointAt(blockAt(note.tree, offset))?.index ?? null;
}
