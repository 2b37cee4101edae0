import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import { foldId } from '../../argument/argument';
import { citekeyReference } from '../../citations/paper';
import type { Note } from '../../workspace/note';
import type { Notes } from '../../workspace/notes';
import { aboutPaper } from '../paperText';
import { aboutStatement, describe } from '../statementHover';
import { MARKDOWN, PLAIN_TEXT } from '../writer';
import { citekeyOffers } from './citekeys';
import { type Context, contextAt } from './context';
import { directiveDrafts, ruleDrafts } from './directives';
import { type CompletionData, type CompletionOptions, type Draft, itemsOf } from './draft';
import { keyDrafts, valueDrafts } from './frontMatter';
import { keywordDrafts } from './keywords';
import { idOffers, type Offers, referenceOffers } from './references';
import { participantDrafts, speakerDrafts } from './speakers';

/**
 * Characters that ask for completions by being typed. Each has a meaning of its own in a header or a reference, and
 * brings nothing in prose: neither space nor comma nor dash is one, because prose is full of them.
 */
export const COMPLETION_TRIGGERS: readonly string[] = ['#', '>', '[', '(', '@'];

/** What could be written at a position, the likeliest first; nothing in prose, code and quotations. */
export function completion(notes: Notes, note: Note, position: Position, options: CompletionOptions): CompletionList {
  const context = contextAt(note, note.tree.lines.offset(position));
  const { drafts, isIncomplete } = context ? offersIn(notes, note, context, options) : NOTHING;
  return { isIncomplete, items: context ? itemsOf(note, context.token, drafts, options) : [] };
}

const NOTHING: Offers = { drafts: [], isIncomplete: false };

function offersIn(notes: Notes, note: Note, context: Context, options: CompletionOptions): Offers {
  switch (context.kind) {
    case 'reference':
      return referenceOffers(notes, note, context);
    case 'id':
      return idOffers(notes, note, context);
    case 'citekey':
      return citekeyOffers(notes, note, context);
    default:
      return { drafts: draftsIn(notes, note, context, options), isIncomplete: false };
  }
}

function draftsIn(
  notes: Notes,
  note: Note,
  context: Exclude<Context, { kind: 'reference' | 'id' | 'citekey' }>,
  { today }: CompletionOptions,
): Draft[] {
  switch (context.kind) {
    case 'keyword':
      return keywordDrafts(note, context);
    case 'speaker':
      return speakerDrafts(notes, note, context.token.start);
    case 'participant':
      return participantDrafts(note);
    case 'directive':
      return directiveDrafts(context);
    case 'rule':
      return ruleDrafts(context);
    case 'frontMatterKey':
      return keyDrafts(note, context);
    case 'frontMatterValue':
      return valueDrafts(notes, note, context, today);
  }
}

/** Adds what is shown beside an item that is looked at: the statement of an id, the paper of a key, the title of a note. */
export function resolveCompletion(notes: Notes, item: CompletionItem, markdown: boolean): CompletionItem {
  const { uri, id, key } = Object(item.data) as Partial<CompletionData>;
  const note = typeof uri === 'string' ? notes.get(uri) : undefined;
  if (!note) return item;
  const write = markdown ? MARKDOWN : PLAIN_TEXT;
  const documented = (value: string) => ({ ...item, documentation: { kind: write.kind, value } });
  if (typeof key === 'string') return documented(aboutPaper(notes, note, citekeyReference(key), write, null));
  if (id === undefined) return note.title === null ? item : { ...item, detail: note.title };
  const point = note.argument.point(note.argument.byId.get(foldId(id)) ?? -1);
  if (!point) return item;
  const about = [describe({ note, point }, write), aboutStatement(notes, { note, point }, note, write)];
  return documented(about.filter((part) => part !== '').join('\n\n'));
}
