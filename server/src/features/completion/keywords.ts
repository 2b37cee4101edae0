import { CompletionItemKind } from 'vscode-languageserver-types';
import { Section } from '../../argument/parents';
import { parseHeader } from '../../syntax/header';
import { blockAt } from '../../syntax/noteTree';
import { KEYWORDS, type Keyword, type NoteTree } from '../../syntax/tree';
import type { Note } from '../../workspace/note';
import type { Context } from './context';
import { choice, type Draft } from './draft';
import { speakersNear } from './speakers';

const MEANINGS: Record<Keyword, string> = {
  claim: 'a point of its own',
  support: 'a reason for it',
  rebuttal: 'an attack on it',
  undercut: 'true, but it does not bear on it',
  question: 'open until somebody answers',
  answer: 'a reply to a question',
  concession: 'its speaker grants the point',
  cite: 'a source for it',
};

/** What is written under a statement of some keyword, the likeliest first. */
const USUAL: Record<Keyword, readonly Keyword[]> = {
  claim: ['support', 'rebuttal', 'cite', 'question', 'concession'],
  answer: ['support', 'rebuttal', 'cite', 'question', 'concession'],
  question: ['answer', 'claim', 'question', 'cite'],
  support: ['rebuttal', 'undercut', 'support', 'cite', 'question', 'concession'],
  rebuttal: ['rebuttal', 'undercut', 'support', 'cite', 'question', 'concession'],
  undercut: ['rebuttal', 'undercut', 'support', 'cite', 'question', 'concession'],
  concession: ['question', 'support', 'rebuttal', 'cite'],
  cite: ['undercut', 'question'],
};

/** Where a claim stands among what else can stand at its column: behind the usual replies. */
const CLAIM_RANK = 5;

/** The keywords, those first that make sense at the column. Cost: the section above. */
export function keywordDrafts(note: Note, { token, column }: Context & { kind: 'keyword' }): Draft[] {
  const section = sectionAbove(note.tree, token.start);
  const rest = note.text.slice(token.end, note.tree.lines.end(note.tree.lines.lineAt(token.end)));
  const ranked = KEYWORDS.map((keyword) => ({ keyword, rank: rankOf(section, keyword, column) }));
  const speakers = section.isSpoken ? null : speakersNear(note, token.start).slice(0, MOST_SPEAKERS);
  return ranked.sort((a, b) => a.rank - b.rank).map(({ keyword }) => draft(keyword, rest, speakers));
}

function rankOf({ parents, keywords }: SectionAbove, keyword: Keyword, column: number): number {
  const parent = keywords[parents.parentOf(keyword, column)];
  if (parent === undefined) {
    if (keyword === 'claim') return CLAIM_RANK;
    return keyword === 'question' ? CLAIM_RANK + 1 : LAST;
  }
  const usual = USUAL[parent].indexOf(keyword);
  if (usual < 0) return LAST - 1;
  // Under a citation line stands what is said of it; anything else there is said of what cites it.
  const isUnderCite = keywords[parents.parentOf('undercut', column)] === 'cite';
  return isUnderCite && parent !== 'cite' ? usual + CLAIM_RANK + 2 : usual;
}

const LAST = 100;

/** @param speakers who may say it; null where a heading does */
function draft(keyword: Keyword, rest: string, speakers: readonly string[] | null): Draft {
  const described = { label: keyword, kind: CompletionItemKind.Keyword, description: MEANINGS[keyword] };
  // A header that goes on behind the word needs only the word.
  if (parseHeader(keyword + rest, 0, keyword.length + rest.length)) return { ...described, newText: keyword };
  return { ...described, newText: `${keyword}: `, snippet: `${keyword}${speakerPlace(keyword, speakers)}: $0` };
}

/** Who says it, where the note says such things: a support has the speaker of what it supports. */
function speakerPlace(keyword: Keyword, speakers: readonly string[] | null): string {
  if (keyword === 'support' || keyword === 'cite' || speakers === null) return '';
  if (speakers.length > 0) return ` (${choice(1, speakers)})`;
  return keyword === 'concession' ? ` (${choice(1, ['Speaker'])})` : '';
}

const MOST_SPEAKERS = 9;

/** The statements above a line, in its section. */
interface SectionAbove {
  readonly parents: Section;
  readonly keywords: readonly Keyword[];
  /** Whether a heading names the speaker. */
  readonly isSpoken: boolean;
}

function sectionAbove(tree: NoteTree, offset: number): SectionAbove {
  const last = blockAt(tree, offset);
  let first = last;
  while (first > 0 && tree.green[first]?.kind !== 'heading') first--;
  const parents = new Section();
  const keywords: Keyword[] = [];
  let isSpoken = false;
  for (let block = first; block <= last; block++) {
    const green = tree.green[block];
    if (green?.kind === 'speakerHeading') isSpoken = true;
    if (green?.kind !== 'statement') continue;
    // The statement whose own line is being written is none of those above it.
    if (block === last && tree.lines.end(tree.firstLines[block] as number) >= offset) continue;
    parents.place(green.header.keyword, green.column, keywords.length);
    keywords.push(green.header.keyword);
  }
  return { parents, keywords, isSpoken };
}
