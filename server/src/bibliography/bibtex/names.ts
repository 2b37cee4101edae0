import { plainTex } from './plainTex';

/** Names a list shows; the rest of a collaboration of thousands nobody searches for. */
const MOST = 12;

/**
 * The family names in a list of authors in LaTeX (`Perez, Ethan and {OpenAI} and Jan van der Berg`), at most twelve,
 * for lists and searches. Cost: linear.
 */
export function familyNames(authors: string): string[] {
  const names: string[] = [];
  for (const name of splitNames(authors)) {
    if (names.length === MOST) break;
    const family = familyName(name.trim());
    if (family !== '' && family !== 'others') names.push(family);
  }
  return names;
}

const AND = /\sand\s/gi;

/** At each `and` outside braces. */
function* splitNames(authors: string): Generator<string> {
  let start = 0;
  let depth = 0;
  let counted = 0;
  for (const { index, 0: and } of authors.matchAll(AND)) {
    for (; counted < index; counted++) depth += braceAt(authors, counted);
    if (depth !== 0) continue;
    yield authors.slice(start, index);
    start = index + and.length;
  }
  yield authors.slice(start);
}

function braceAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code === 123 ? 1 : code === 125 ? -1 : 0;
}

/** `Perez, Ethan` and `Ethan Perez` give `Perez`, `Jan van der Berg` gives `van der Berg`, `{OpenAI}` itself. */
function familyName(name: string): string {
  if (/^\{[^{}]*\}$/.test(name)) return plainTex(name);
  const comma = name.indexOf(',');
  if (comma !== -1) return plainTex(name.slice(0, comma));
  const words = plainTex(name).split(' ');
  const particle = words.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word));
  return words.slice(particle === -1 ? -1 : particle).join(' ');
}
