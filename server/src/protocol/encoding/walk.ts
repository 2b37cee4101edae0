import type { Position } from 'vscode-languageserver';

/** Gives a position of a document another form. */
type Convert = (position: Position, uri: string) => Position;

type Json = Readonly<Record<string, unknown>>;

/**
 * Converts all positions in a message. LSP has one form for a position wherever it stands, and names the document of it
 * nearby: what is within an object with a `uri` is in that document. What is none of the protocol's, `data`, stays.
 * @param uri of the document that positions are in while nothing else is said; null where there is none
 * @returns the value itself where nothing changes. Cost: linear in the message
 */
export function convertPositions<T>(value: T, uri: string | null, convert: Convert): T {
  return walk(value, uri, convert) as T;
}

function walk(value: unknown, uri: string | null, convert: Convert): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return mapList(value, (item) => walk(item, uri, convert));
  const object = value as Json;
  if (isPosition(object)) return uri === null ? object : convert(object, uri);
  if (isFoldingRange(object)) return uri === null ? object : folding(object, uri, convert);
  const within = documentOf(object) ?? uri;
  return mapFields(object, (field, key) => {
    switch (key) {
      case 'data':
        return field;
      // Of a link, and of a call: where it is, not where it leads.
      case 'originSelectionRange':
        return walk(field, uri, convert);
      case 'fromRanges':
        return walk(field, documentOf(Object(object['from']) as Json) ?? uri, convert);
      case 'changes':
        return Array.isArray(field) ? walk(field, within, convert) : walkChanges(field, convert);
      case 'arguments':
        return Array.isArray(field) ? walkArguments(field, within, convert) : field;
      default:
        return walk(field, within, convert);
    }
  });
}

/** The document that an object is about. */
function documentOf(object: Json): string | null {
  for (const key of ['uri', 'targetUri']) if (typeof object[key] === 'string') return object[key];
  for (const key of ['textDocument', 'item']) {
    const { uri } = Object(object[key]) as Json;
    if (typeof uri === 'string') return uri;
  }
  return null;
}

/** Edits by the document they are for. */
function walkChanges(changes: unknown, convert: Convert): unknown {
  if (typeof changes !== 'object' || changes === null) return changes;
  return mapFields(changes as Json, (edits, uri) => walk(edits, uri, convert));
}

/** The arguments of a command name a document in front of its positions. */
function walkArguments(list: readonly unknown[], uri: string | null, convert: Convert): unknown {
  let within = uri;
  return mapList(list, (item) => {
    if (typeof item === 'string') within = item;
    return walk(item, within, convert);
  });
}

function isPosition(object: Json): object is Json & Position {
  return typeof object['line'] === 'number' && typeof object['character'] === 'number';
}

interface Folding {
  readonly startLine: number;
  readonly startCharacter?: number;
  readonly endLine: number;
  readonly endCharacter?: number;
}

/** The one range that LSP writes in another form. */
function isFoldingRange(object: Json): object is Json & Folding {
  return typeof object['startLine'] === 'number' && typeof object['endLine'] === 'number';
}

function folding(range: Folding, uri: string, convert: Convert): Folding {
  const { startLine, startCharacter, endLine, endCharacter } = range;
  const characterOf = (line: number, character: number) => convert({ line, character }, uri).character;
  return {
    ...range,
    ...(startCharacter !== undefined && { startCharacter: characterOf(startLine, startCharacter) }),
    ...(endCharacter !== undefined && { endCharacter: characterOf(endLine, endCharacter) }),
  };
}

function mapList(list: readonly unknown[], map: (item: unknown) => unknown): readonly unknown[] {
  let changed: unknown[] | null = null;
  list.forEach((item, index) => {
    const fresh = map(item);
    if (fresh === item) return;
    changed ??= [...list];
    changed[index] = fresh;
  });
  return changed ?? list;
}

function mapFields(object: Json, map: (field: unknown, key: string) => unknown): Json {
  let changed: Record<string, unknown> | null = null;
  for (const [key, field] of Object.entries(object)) {
    const fresh = map(field, key);
    if (fresh === field) continue;
    changed ??= { ...object };
    changed[key] = fresh;
  }
  return changed ?? object;
}
