import { CompletionItemKind, MarkupKind } from 'vscode-languageserver-types';
import { RULES } from '../../rules/registry';
import type { Context } from './context';
import type { Draft } from './draft';

const DIRECTIVES = {
  'debate-disable-next-line': 'silent on the next line',
  'debate-disable-line': 'silent on this line',
  'debate-disable-file': 'silent in this note',
  'debate-disable': 'silent from here on',
  'debate-enable': 'no longer silent',
};

/** The words that a comment can begin with to say something to the rules. */
export function directiveDrafts({ isClosed }: Context & { kind: 'directive' }): Draft[] {
  return Object.entries(DIRECTIVES).map(([word, description]) => ({
    label: word,
    kind: CompletionItemKind.Keyword,
    description,
    newText: isClosed ? word : `${word} -->`,
    // Most directives name a rule.
    snippet: isClosed ? `${word} $0` : `${word} $0 -->`,
    goesOn: true,
  }));
}

/** The rules that a directive does not name yet. */
export function ruleDrafts({ named }: Context & { kind: 'rule' }): Draft[] {
  return RULES.filter(({ meta }) => !named.includes(meta.id)).map(({ meta: { id, description, severity } }) => ({
    label: id,
    kind: CompletionItemKind.EnumMember,
    newText: id,
    description: severity,
    documentation: { kind: MarkupKind.PlainText, value: description },
  }));
}
