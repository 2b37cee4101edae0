import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import { RULES } from '../rules/registry';
import type { Severity } from '../rules/rule';
import { directivesOf } from '../syntax/directives';
import { touches } from '../syntax/textRange';
import type { Note } from '../workspace/note';
import { pageOf } from './diagnostics';
import { toLspRange } from './positions';

/**
 * What the rule is that a directive names at a position, with a link to its page; null where none is named.
 * @param markdown whether the client renders Markdown; plain text otherwise
 * @param severityOf how severe a rule is in this note
 * @param rulePages URI of the folder with the pages, or null
 */
export function directiveHover(
  note: Note,
  position: Position,
  markdown: boolean,
  severityOf: (rule: string) => Severity | 'off',
  rulePages: string | null,
): Hover | null {
  const offset = note.tree.lines.offset(position);
  for (const { rules } of directivesOf(note.tree).known) {
    const named = rules.find(({ range }) => touches(range, offset));
    const rule = named && RULES.find(({ meta }) => meta.id === named.name);
    if (!named || !rule) continue;
    const { id, description } = rule.meta;
    const severity = severityOf(id);
    const page = rulePages === null ? '' : `\n\n[The page of the rule](<${pageOf(id, rulePages)}>)`;
    const value = markdown ? `**${id}** (${severity})\n\n${description}${page}` : `${id} (${severity})\n${description}`;
    return {
      range: toLspRange(note, named.range),
      contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value },
    };
  }
  return null;
}
