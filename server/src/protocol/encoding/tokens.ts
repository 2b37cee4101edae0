import type { Position } from 'vscode-languageserver';

/** Numbers a token is encoded in: lines and characters from the token before, length, type, modifiers (LSP 3.17). */
const FIVE = 5;

/** Semantic tokens with UTF-16 units as tokens with a client's. Cost: linear. */
export function encodeTokens(data: readonly number[], toClient: (position: Position) => Position): number[] {
  const encoded: number[] = [];
  let line = 0;
  let character = 0;
  let before = 0;
  for (let at = 0; at + FIVE <= data.length; at += FIVE) {
    const [lines, characters, length, type, modifiers] = data.slice(at, at + FIVE) as [
      number,
      number,
      number,
      number,
      number,
    ];
    if (lines > 0) [line, character, before] = [line + lines, 0, 0];
    character += characters;
    const start = toClient({ line, character }).character;
    const end = toClient({ line, character: character + length }).character;
    encoded.push(lines, start - before, end - start, type, modifiers);
    before = start;
  }
  return encoded;
}
