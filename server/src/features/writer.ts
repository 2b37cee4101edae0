import { MarkupKind } from 'vscode-languageserver-types';
import { markdownText, plainText } from '../bibliography/escape';

/** How to write a hover. */
export interface Writer {
  readonly kind: MarkupKind;
  /** Text that comes from the note. */
  text(text: string): string;
  /** Text from outside, such as a title, on one line. @param longest UTF-16 units to show; the rest becomes `…` */
  outside(text: string, longest: number): string;
  emphasis(text: string): string;
  code(text: string): string;
  name(name: string): string;
  link(label: string, target: string): string;
  /** Somebody's words. */
  quote(text: string): string;
  /** The same of what is written already. */
  quoted(written: string): string;
  /** Written words that are to be there and are not, and words that are there in their place. */
  taken(written: string): string;
  put(written: string): string;
  readonly betweenLinks: string;
  /** Between lines of one paragraph. */
  readonly newLine: string;
}

export const MARKDOWN: Writer = {
  kind: MarkupKind.Markdown,
  // Text of the note must stay text: no links, no HTML, no markup.
  text: (text) => text.replace(/[\\`*_{}[\]()<>#+\-.!|~&:/@]/g, '\\$&').replace(/\s+/g, ' '),
  outside: markdownText,
  emphasis: (text) => `*${text}*`,
  code: (text) => `\`${text}\``,
  name: (name) => `**${name}**`,
  // In angle brackets only these could end the target.
  link: (label, target) => `[${label}](<${target.replace(/[<>\\\s]/g, encodeURIComponent)}>)`,
  quote: (text) => MARKDOWN.quoted(MARKDOWN.text(text)),
  quoted: (written) => `> ${written}`,
  taken: (written) => `~~${written}~~`,
  put: (written) => `**${written}**`,
  betweenLinks: ' · ',
  newLine: '  \n',
};

export const PLAIN_TEXT: Writer = {
  kind: MarkupKind.PlainText,
  text: (text) => text,
  outside: plainText,
  emphasis: (text) => text,
  code: (text) => text,
  name: (name) => name,
  link: (label, target) => (target.startsWith('http') ? `${label}: ${target}` : label),
  quote: (text) => text,
  quoted: (written) => written,
  // As `wdiff` and `git diff --word-diff` write it.
  taken: (written) => `[-${written}-]`,
  put: (written) => `{+${written}+}`,
  betweenLinks: '\n',
  newLine: '\n',
};
