import type { Position } from 'vscode-languageserver-types';
import { converted, type Unit } from './unitsOfText';

/** The texts that a message is about, and the unit its positions are in. */
export interface Written {
  readonly unit: Unit;
  readonly textOf: (uri: string) => string | undefined;
}

type Json = { readonly [key: string]: unknown };

/**
 * A message with all its positions in UTF-16, so that answers in different units can be compared; without the ids of
 * results, which are no part of them. Knows the messages of LSP by what they are, not by how the server converts them.
 */
export function inUtf16(message: unknown, uri: string, written: Written): unknown {
  if (Array.isArray(message)) return message.map((item) => inUtf16(item, uri, written));
  if (typeof message !== 'object' || message === null) return message;
  const json = message as Json;
  const own = { ...json };
  delete own['resultId'];
  const go = (of: string, ...keys: string[]) => {
    for (const key of keys) if (key in own) own[key] = inUtf16(own[key], of, written);
  };
  if ('character' in json) return place(json as unknown as Position, uri, written);
  if ('startLine' in json) return fold(json, uri, written);
  if ('originSelectionRange' in json || 'targetUri' in json) {
    go(uri, 'originSelectionRange');
    go(String(json['targetUri']), 'targetRange', 'targetSelectionRange');
    return own;
  }
  if ('fromRanges' in json) {
    go(uri, 'to', 'from');
    const from = json['from'] as { uri: string } | undefined;
    go(from?.uri ?? uri, 'fromRanges');
    return own;
  }
  if (isObject(json['changes'])) {
    own['changes'] = Object.fromEntries(
      Object.entries(json['changes']).map(([of, edits]) => [of, inUtf16(edits, of, written)]),
    );
    return own;
  }
  if (Array.isArray(json['statements']) && Array.isArray(json['notes'])) {
    const notes = json['notes'] as { uri: string }[];
    own['statements'] = json['statements'].map((one) => inUtf16(one, notes[one.note]?.uri ?? uri, written));
    return own;
  }
  if (typeof json['command'] === 'string' && Array.isArray(json['arguments'])) {
    const [of, ...rest] = json['arguments'];
    own['arguments'] = [of, ...rest.map((one) => inUtf16(one, String(of), written))];
    return own;
  }
  const { textDocument } = json as { textDocument?: { uri: string } };
  const within = typeof json['uri'] === 'string' ? json['uri'] : (textDocument?.uri ?? uri);
  go(within, ...Object.keys(json).filter((key) => key !== 'data' && key !== 'textDocument' && key !== 'resultId'));
  return own;
}

/** Semantic tokens as lines, characters and lengths in UTF-16, from the start of the note. */
export function tokensInUtf16(data: readonly number[], uri: string, written: Written): unknown[] {
  const tokens: unknown[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, ...kind] = data.slice(at, at + 5);
    if (lines > 0) character = 0;
    line += lines;
    character += characters;
    const start = place({ line, character }, uri, written).character;
    const end = place({ line, character: character + length }, uri, written).character;
    tokens.push([line, start, end - start, ...kind]);
  }
  return tokens;
}

function place(position: Position, uri: string, { unit, textOf }: Written): Position {
  const text = textOf(uri);
  return text === undefined || unit === 'utf-16' ? position : converted(position, text, unit, 'utf-16');
}

function fold(range: Json, uri: string, written: Written): Json {
  const moved = { ...range };
  for (const side of ['start', 'end']) {
    const [line, character] = [Number(range[`${side}Line`]), range[`${side}Character`]];
    if (typeof character === 'number') moved[`${side}Character`] = place({ line, character }, uri, written).character;
  }
  return moved;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
