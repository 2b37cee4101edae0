import { CompletionItemKind } from 'vscode-languageserver-types';
import { foldSpeaker } from '../../argument/speakers';
import { frontMatterOf } from '../../syntax/frontMatter';
import type { SpeakerMention } from '../../workspace/mentions';
import type { Note } from '../../workspace/note';
import type { Notes } from '../../workspace/notes';
import type { Draft } from './draft';

/** Speakers of other notes that are offered: a workspace may have thousands. */
const MOST_OTHERS = 100;

/** The speakers of a note, whom it names last before an offset first; then those of other notes. */
export function speakerDrafts(notes: Notes, note: Note, offset: number): Draft[] {
  const own = speakersNear(note, offset);
  const known = new Set(own.map(foldSpeaker));
  const others = notes.names.allSpeakers().filter(({ name }) => !known.has(foldSpeaker(name)));
  return [...own, ...others.slice(0, MOST_OTHERS).map(({ name }) => name)].map(draft);
}

/** Those who take part, as the front matter says: nobody else is meant by `@name`. */
export function participantDrafts(note: Note): Draft[] {
  return frontMatterOf(note.tree).participants.map(({ name }) => draft(name.replace(/^@/, '')));
}

function draft(name: string): Draft {
  return { label: name, kind: CompletionItemKind.Value, newText: name };
}

/** Everybody whom a note names, each once: those above an offset from there upwards, then those below. */
export function speakersNear(note: Note, offset: number): string[] {
  const named = note.mentionsWhere((mention) => mention.kind === 'speaker') as SpeakerMention[];
  // The name that is being typed is no speaker yet.
  const above = named.filter(({ range }) => range.end < offset).reverse();
  const below = named.filter(({ range }) => range.start > offset);
  const byName = new Map<string, string>();
  for (const { name } of [...above, ...below]) {
    if (!byName.has(foldSpeaker(name))) byName.set(foldSpeaker(name), name);
  }
  return [...byName.values()];
}
