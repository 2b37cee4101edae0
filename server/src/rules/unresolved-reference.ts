import { foldId, type Point } from '../argument/argument';
import type { Structure } from '../argument/structure';
import { lineBreak } from '../syntax/lineBreak';
import { NearWords } from '../syntax/nearWords';
import { textReferences } from '../syntax/textReferences';
import type { Keyword, Target } from '../syntax/tree';
import { withId } from '../workspace/headerEdits';
import { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { takerAbove } from '../workspace/takers';
import type { Finding, Fix, Rule, RuleContext, TextEdit } from './rule';

/** A target, or a reference in a text, that names no statement. */
export const unresolvedReference: Rule = {
  meta: {
    id: 'unresolved-reference',
    severity: 'error',
    description: 'A target (`-> #id`) or a reference (`[[#id]]`) names no statement.',
    tags: ['references'],
    looksElsewhere: true,
  },
  check: (context) => {
    const { notes, note } = context;
    const lost = [...targetsOf(note), ...textReferences(note.tree).map((target): Lost => ({ target, point: null }))];
    return lost
      .filter(({ target }) => notes.resolve(note, target) === null)
      .map((one) => finding(context, one))
      .sort((a, b) => a.range.start - b.range.start);
  },
};

/** Targets of the statements that have one which leads to no statement of the note. Cost: these statements. */
function targetsOf({ argument }: Note): Lost[] {
  return leadingOut(argument.structure).flatMap((index) => {
    const point = argument.point(index) as Point;
    return point.statement.targets.map((target) => ({ target, point }));
  });
}

const LEADING_OUT = new WeakMap<Structure, readonly number[]>();

/** Cost: linear in the targets, once as long as who answers whom stays the same. */
function leadingOut(structure: Structure): readonly number[] {
  const known = LEADING_OUT.get(structure) ?? findLeadingOut(structure);
  LEADING_OUT.set(structure, known);
  return known;
}

function findLeadingOut({ replyStart, replyTo, keywords }: Structure): number[] {
  const found: number[] = [];
  for (let index = 0, k = 0; index < keywords.length; index++) {
    let leadsOut = false;
    for (; k < (replyStart[index + 1] as number); k++) if ((replyTo[k] as number) < 0) leadsOut = true;
    if (leadsOut) found.push(index);
  }
  return found;
}

/** A reference that leads nowhere. */
interface Lost {
  readonly target: Target;
  /** The statement whose target it is; null for a reference in a text. */
  readonly point: Point | null;
}

/** The notes by their names, ready to be searched for those that are nearly right. */
class NoteNames {
  /** Of several notes of a name, the first. */
  private readonly byName: ReadonlyMap<string, Note>;
  /** Folder -> the names of the notes in it, ready to be searched. */
  private readonly folders = new Map<string, NearWords>();

  private constructor(
    notes: Notes,
    private readonly revision: number,
  ) {
    const all = notes.all().reverse();
    this.byName = new Map(all.map((note) => [note.referenceName, note]));
  }

  /** The names as they are now. Cost: all notes, once for each change of any. */
  static of(notes: Notes): NoteNames {
    let known = NAMES.get(notes);
    if (known?.revision !== notes.revision) known = new NoteNames(notes, notes.revision);
    NAMES.set(notes, known);
    return known;
  }

  /** Notes in the folder of a name that is no note's, and of nearly that name: the nearest first. */
  near(name: string): { readonly file: string; readonly note: Note }[] {
    const folder = folderOf(name);
    let files = this.folders.get(folder);
    if (!files) {
      const siblings = [...this.byName.keys()].filter((other) => folderOf(other) === folder);
      files = new NearWords(siblings.map((sibling) => sibling.slice(folder.length)));
      this.folders.set(folder, files);
    }
    return files
      .near(name.slice(folder.length), MOST_OFFERS)
      .flatMap((file) => ({ file, note: this.byName.get(folder + file) as Note }));
  }
}

const NAMES = new WeakMap<Notes, NoteNames>();

function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

function finding({ notes, note }: RuleContext, { target, point }: Lost): Finding {
  const name = target.path === null ? note.referenceName : note.nameOf(target.path);
  const meant = target.path === null ? note : notes.noteOf(note, target.path);
  return {
    range: target.range,
    message: messageFor(note, target, meant),
    related: [],
    fixes: () => {
      if (!meant) return name === null ? [] : nearNotes(note, target, NoteNames.of(notes).near(name));
      const given = meant === note && point ? giveId(note, target, point) : [];
      return [...nearIds(note, target, meant), ...given, ...create(note, target, point, meant)];
    },
  };
}

function messageFor(note: Note, { path, id }: Target, meant: Note | undefined): string {
  if (!meant) return `There is no note '${path}'. Write its path from this note, without the ending.`;
  const where = meant === note ? 'this note' : `the note '${path}'`;
  return `No statement of ${where} has the id '#${id}'. Give it to the one that is meant, or change it here.`;
}

const MOST_OFFERS = 3;

/** The ids of a note, ready to be searched: worked out when a fix is first asked for. */
const IDS = new WeakMap<Note, NearWords>();

function idsOf(note: Note): NearWords {
  const known = IDS.get(note) ?? new NearWords(note.argument.byId.keys());
  IDS.set(note, known);
  return known;
}

function nearIds(note: Note, { id, range }: Target, meant: Note): Fix[] {
  const end = note.text[range.end - 1] === '>' ? range.end - 1 : range.end;
  const place = { start: end - id.length, end };
  return idsOf(meant)
    .near(foldId(id), MOST_OFFERS)
    .map((name, index) => ({
      title: `Change to '#${name}'`,
      preferred: index === 0,
      edits: [{ range: place, newText: name }],
    }));
}

/** The notes of nearly the name that have a statement of the id. */
function nearNotes(note: Note, { path, id, range }: Target, near: ReturnType<NoteNames['near']>): Fix[] {
  const written = path ?? '';
  const start = note.text.indexOf(written, range.start);
  return near
    .filter((other) => other.note.argument.byId.has(foldId(id)))
    .map(({ file }, index) => {
      const newText = folderOf(written) + file;
      const place = { start, end: start + written.length };
      return { title: `Change to '${newText}'`, preferred: index === 0, edits: [{ range: place, newText }] };
    });
}

/** The nearest statement above that can be meant and has no id yet: mostly it is the one that the writer looks at. */
function giveId(note: Note, { id }: Target, point: Point): Fix[] {
  const taker = takerAbove(note, point, ({ statement }) => statement.id === null);
  const edit = taker && withId(note, taker.statement, id);
  if (!taker || !edit) return [];
  const { keyword, firstLine } = taker.statement;
  return [{ title: `Give '#${id}' to the ${keyword} in line ${firstLine + 1}`, edits: [edit] }];
}

/** A statement with the id, at the end of the note, where it opens a topic of its own. */
function create(note: Note, { id }: Target, point: Point | null, meant: Note): Fix[] {
  const keyword = openerFor(point?.statement.keyword);
  if (keyword === null) return [];
  const title = `Add a ${keyword} with the id '#${id}'`;
  const edit = topicAtEnd(meant, `${keyword} #${id}: `);
  if (keyword === 'question' && !opensTopicAtEnd(meant, edit)) return [];
  if (meant === note) return [{ title, edits: [edit] }];
  const file = meant.uri.slice(meant.uri.lastIndexOf('/') + 1);
  return [{ title: `${title} to ${file}`, edits: [], elsewhere: [{ note: meant.uri, edits: [edit] }] }];
}

/** What opens a topic that a statement can reply to; null for an undercut, which needs a link. */
function openerFor(keyword: Keyword | undefined): Keyword | null {
  if (keyword === 'undercut') return null;
  return keyword === 'claim' || keyword === 'answer' ? 'question' : 'claim';
}

/** Behind a claim at the margin, a question would ask about that. Cost: reading the note once more, once. */
function opensTopicAtEnd(note: Note, { newText }: TextEdit): boolean {
  const known = OPENS_TOPIC.get(note) ?? new Note(note.uri, note.text + newText).argument.points.at(-1)?.above === null;
  OPENS_TOPIC.set(note, known);
  return known;
}

const OPENS_TOPIC = new WeakMap<Note, boolean>();

function topicAtEnd({ text, tree: { lines } }: Note, header: string): TextEdit {
  const at = text.length;
  const newLine = lineBreak(text, lines);
  const endsInBreak = at > 0 && lines.start(lines.count - 1) === at;
  const before = lines.count - (endsInBreak ? 2 : 1);
  const isBlank = text.slice(lines.start(Math.max(before, 0)), at).trim() === '';
  const newText = `${endsInBreak ? '' : newLine}${isBlank ? '' : newLine}${header}${endsInBreak ? newLine : ''}`;
  return { range: { start: at, end: at }, newText, cursor: newText.length - (endsInBreak ? newLine.length : 0) };
}
