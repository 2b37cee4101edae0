/** Text from outside, such as titles and abstracts, made fit to be shown. */

/**
 * Text on one line, without control characters and without those that change the direction of writing or are not seen
 * at all. Cost: linear.
 */
export function plainLine(text: string): string {
  return text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
}

/** Controls, soft hyphen, marks and overrides of direction, joiners of words, byte order mark, halves of pairs, tags. */
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}|[\u{e0000}-\u{e007f}]/gu;

/**
 * Text for Markdown that is shown as it is: no links, no HTML, no entities, no icons. Every punctuation mark of ASCII is
 * escaped, as CommonMark allows (https://spec.commonmark.org/0.31.2/#backslash-escapes).
 * @param longest characters to show; the rest becomes `…`
 */
export function markdownText(text: string, longest = Number.POSITIVE_INFINITY): string {
  return plainText(text, longest).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Text on one line, as `plainLine` has it. @param longest characters to show; the rest becomes `…` */
export function plainText(text: string, longest: number): string {
  return shortened(plainLine(text), longest);
}

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest).replace(/\p{Surrogate}$/u, '');
  return `${cut.replace(/\s+\S{0,20}$/, '')}…`;
}

/** Whether a text is an address that may be opened: `http` or `https`, without a user name. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s<>"]+$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}
