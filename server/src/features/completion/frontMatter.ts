import { CompletionItemKind } from 'vscode-languageserver-types';
import { foldSpeaker } from '../../argument/speakers';
import { frontMatterOf } from '../../syntax/frontMatter';
import type { Note } from '../../workspace/note';
import type { Notes } from '../../workspace/notes';
import { canonicalUri } from '../../workspace/noteUri';
import { relativePath } from '../../workspace/relativePath';
import type { Context } from './context';
import { type Draft, escapeSnippet, type Token } from './draft';
import { speakersNear } from './speakers';

const KEYS = {
  title: 'what the note is called',
  source: 'the address of the thread',
  date: 'the day it is from',
  participants: 'who takes part; then @name is that person',
  bibliography: 'files with the papers that are cited',
};

/** The keys that the front matter does not have yet. */
export function keyDrafts(note: Note, { token }: Context & { kind: 'frontMatterKey' }): Draft[] {
  const given = new Set<string>();
  const { lines } = note.tree;
  const own = lines.lineAt(token.start);
  // A front matter that is being written is short, and one without an end is no block yet.
  for (let line = 1; line < Math.min(lines.count, MOST_LINES); line++) {
    const written = note.text.slice(lines.start(line), lines.end(line));
    if (line > own && /^(?:---|\.\.\.)[ \t]*$/.test(written)) break;
    const [, key] = /^(\w+):/.exec(written) ?? [];
    if (key !== undefined && line !== own) given.add(key);
  }
  const hasColon = note.text[token.end] === ':';
  return Object.entries(KEYS)
    .filter(([key]) => !given.has(key))
    .map(([key, description]) => ({
      label: key,
      kind: CompletionItemKind.Property,
      description,
      newText: hasColon ? key : `${key}: `,
      ...(key === 'participants' && !hasColon && { snippet: 'participants: [$0]' }),
      goesOn: !hasColon,
    }));
}

const MOST_LINES = 100;

/** What a key is likely to have: the speakers of the note, its first heading, today, the bibliographies that there are. */
export function valueDrafts(
  notes: Notes,
  note: Note,
  { key, token }: Context & { kind: 'frontMatterValue' },
  today: string,
): Draft[] {
  if (key === 'date') return [value(today)];
  if (key === 'title')
    return note.tree.blocks
      .flatMap((block) => headingIn(note, block))
      .slice(0, 1)
      .map(value);
  if (key === 'bibliography') return bibliographyDrafts(notes, note, token);
  if (key !== 'participants') return [];
  const named = new Set(
    frontMatterOf(note.tree)
      .participants.filter(({ range }) => range.end < token.start || range.start > token.end)
      .map(({ name }) => foldSpeaker(name)),
  );
  return speakersNear(note, token.start)
    .filter((name) => !named.has(foldSpeaker(name)))
    .map(value);
}

/** The paths of all bibliographies of the workspace that the note does not name yet, the nearest first. */
function bibliographyDrafts({ bibliographies }: Notes, note: Note, token: Token): Draft[] {
  const others = frontMatterOf(note.tree).fields.bibliography.filter(
    ({ range }) => range.end < token.start || range.start > token.end,
  );
  const named = new Set(others.map(({ path }) => path));
  const paths = bibliographies.uris().flatMap((uri) => relativePath(canonicalUri(note.uri), uri) ?? []);
  const depth = (path: string) => path.split('/').length;
  return paths
    .filter((path) => !named.has(path))
    .sort((a, b) => depth(a) - depth(b))
    .map((path) => ({ ...value(path), kind: CompletionItemKind.File }));
}

function headingIn(note: Note, block: Note['tree']['blocks'][number]): string[] {
  return block.kind === 'heading' ? [note.text.slice(block.title.start, block.title.end)] : [];
}

function value(text: string): Draft {
  const isPlain = /^(?:\.\.\/)*[\p{L}\p{N}][^:#[\]{},&*!|>'"%@`]*$/u.test(text);
  const newText = isPlain ? text : JSON.stringify(text);
  return { label: text, kind: CompletionItemKind.Value, newText, snippet: escapeSnippet(newText), filterText: newText };
}
