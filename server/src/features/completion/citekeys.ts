import { CompletionItemKind } from 'vscode-languageserver-types';
import { shortAuthors } from '../../bibliography/authorYear';
import type { Summary } from '../../bibliography/entries';
import { plainText } from '../../bibliography/escape';
import { citekeyReference, writtenForm } from '../../citations/paper';
import { isAccepted } from '../../citations/reference';
import type { Note } from '../../workspace/note';
import type { Notes } from '../../workspace/notes';
import type { Context } from './context';
import type { Draft } from './draft';
import type { Offers } from './references';
import { participantDrafts } from './speakers';

/** Keys that are offered at once; where there are more, the client asks again as more is typed. */
const MOST = 200;

/** UTF-16 units beside a key. */
const LONGEST_DESCRIPTION = 120;

/**
 * The keys of the note's bibliographies that fit what is typed, be it their authors, year or title; while nothing is, those
 * that the note cites come first. In brackets, where people may be named too, those who take part come last.
 * Cost: linear in the bibliographies; of entries that are not offered nothing is read but what they are found by.
 */
export function citekeyOffers(notes: Notes, note: Note, { token, isBraced }: Context & { kind: 'citekey' }): Offers {
  const known = notes.bibliographies.of(note);
  const typed = note.text.slice(token.start, token.cursor);
  const { found, isAll } = known.search(typed, MOST);
  const cited = typed === '' ? citedKeys(note) : new Set<string>();
  const ordered = [...found.filter(({ key }) => cited.has(key)), ...found.filter(({ key }) => !cited.has(key))];
  const closing = isBraced && note.text[token.end] !== '}' ? '}' : '';
  const keys = ordered.map((summary) =>
    draft(note, summary, isBraced ? `${summary.key}${closing}` : asWritten(summary.key)),
  );
  return { drafts: isBraced ? keys : [...keys, ...participantDrafts(note)], isIncomplete: !isAll };
}

function draft({ uri }: Note, summary: Summary, newText: string): Draft {
  const { key, authors, year, title } = summary;
  const who = [shortAuthors(authors), year].filter(Boolean).join(' ');
  const description = plainText([who, title].filter(Boolean).join(' · '), LONGEST_DESCRIPTION);
  return {
    label: key,
    kind: CompletionItemKind.Reference,
    newText,
    // The client filters once more, by what is typed and so without accents.
    filterText: filterText(`${key} ${authors.join(' ')} ${year} ${title}`),
    ...(description && { description }),
    data: { uri, key },
  };
}

function filterText(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain === text ? text : `${text} ${plain}`;
}

/** A key behind an `@`, in braces where it needs them. */
function asWritten(key: string): string {
  return writtenForm(citekeyReference(key)).slice(1);
}

function citedKeys(note: Note): ReadonlySet<string> {
  const citations = note.citations.map(({ citation }) => citation);
  const keys = citations.flatMap((citation) =>
    isAccepted(citation) && citation.reference.kind === 'citekey' ? citation.reference.id : [],
  );
  return new Set(keys);
}
