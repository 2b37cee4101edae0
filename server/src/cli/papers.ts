import {
  authorYear,
  type ListedBroken,
  type ListedCitation,
  type ListedPaper,
  type ListedPapers,
  type ListedSide,
  writePapers,
} from '../service';
import { shareBibliographies } from './bibliographyOption';
import { readBibliographies } from './configure';
import { OpenedNotes } from './opened';
import { complain, printedLines } from './printed';
import { EXIT, type ExitCode, type Terminal } from './terminal';

export const PAPERS_FORMATS = ['text', 'json', 'bibtex', 'csl-json'] as const;

type PapersFormat = (typeof PAPERS_FORMATS)[number];

export interface PapersOptions {
  readonly format: PapersFormat;
  /** Bibliographies that all notes may cite from. */
  readonly bibliography?: readonly string[];
}

/**
 * `debate-notes papers PATH…`: every paper that notes cite, once, with what their bibliographies say of it. Nothing is
 * asked online.
 */
export async function papers(
  paths: readonly string[],
  { format, bibliography = [] }: PapersOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const opened = await OpenedNotes.open(paths, terminal);
  for (const { file, firstInvalid } of opened.notes) {
    if (firstInvalid !== null) complain(terminal, `${file} is not valid UTF-8; read with U+FFFD in its place.`);
  }
  const areShared = await shareBibliographies(opened.service, bibliography, terminal);
  await readBibliographies(opened);
  const found = opened.service.papers.list();
  terminal.out(PRINTED[format](opened, found));
  return opened.incomplete || !areShared ? EXIT.failed : EXIT.clean;
}

const PRINTED: Readonly<Record<PapersFormat, (opened: OpenedNotes, found: ListedPapers) => string>> = {
  text: asText,
  json: asJson,
  bibtex: (_, found) => writePapers(inTheOrderOfNotes(found), 'bibtex'),
  'csl-json': (_, found) => writePapers(inTheOrderOfNotes(found), 'csl-json'),
};

function inTheOrderOfNotes({ papers: listed }: ListedPapers) {
  return listed.map(({ about }) => about);
}

function asJson(opened: OpenedNotes, { papers: listed, broken }: ListedPapers): string {
  return `${JSON.stringify({
    papers: listed.map((paper) => paperJson(opened, paper)),
    broken: broken.map(({ written, reason, meant, citations }) => ({
      written,
      reason,
      meant,
      citations: citations.map((citation) => citationJson(opened, citation)),
    })),
  })}\n`;
}

function paperJson(opened: OpenedNotes, { about, isKnown, forms, url, pdf, citations }: ListedPaper) {
  const { key, title, authors, year, venue, doi, arxiv } = about;
  return {
    known: isKnown,
    key,
    forms,
    title,
    authors: authors.map(({ family, given }) => (given ? `${given} ${family}` : family)),
    year,
    venue,
    doi,
    arxiv,
    url,
    pdf,
    citations: citations.map((citation) => citationJson(opened, citation)),
  };
}

function citationJson(opened: OpenedNotes, { uri, range, kind, speaker, text, quoted, sides }: ListedCitation) {
  const place = ({ line, character }: ListedCitation['range']['start']) => ({ line: line + 1, column: character + 1 });
  return {
    file: opened.fileOf(uri),
    range: { start: place(range.start), end: place(range.end) },
    kind,
    speaker,
    text,
    quoted,
    sides: sides.map(({ does, id, text: claim, uri: note, range: at }) => ({
      does,
      claim,
      id,
      file: opened.fileOf(note),
      line: at.start.line + 1,
    })),
  };
}

function asText(opened: OpenedNotes, { papers: listed, broken }: ListedPapers): string {
  const lines = [
    ...broken.flatMap((one) => [brokenLine(one), ...one.citations.map((each) => citationLine(opened, each))]),
    ...listed.flatMap((paper) => [paperLine(paper), ...paper.citations.map((each) => citationLine(opened, each))]),
  ];
  const counted = `${plural(listed.length, 'paper')} cited, ${listed.filter(({ isKnown }) => !isKnown).length} of them unknown`;
  return printedLines([...lines, `${counted}; ${plural(broken.length, 'broken reference')}.`]);
}

function brokenLine({ written, reason, meant }: ListedBroken): string {
  return `broken: ${written}: ${reason}${meant === null ? '' : ` (perhaps ${meant})`}`;
}

function paperLine({ about, isKnown, forms }: ListedPaper): string {
  const named = forms.join(', ');
  if (!isKnown) return `unknown: ${named}`;
  return `${beginning(authorYear(about), LONGEST_NAMES)}. ${beginning(about.title ?? '', LONGEST_TITLE)} (${named})`;
}

function citationLine(opened: OpenedNotes, { uri, range, speaker, text, quoted, sides }: ListedCitation): string {
  const who = [speaker, text === null || text === '' ? null : `“${beginning(text)}”`].filter(Boolean).join(': ');
  const how = quoted ? ' (in a quotation)' : sides.map(sideOf).join('');
  return `  ${opened.fileOf(uri)}:${range.start.line + 1}:${range.start.character + 1}${who && ` ${who}`}${how}`;
}

function sideOf({ does, id, text }: ListedSide): string {
  return ` [${does} ${id === null ? `“${beginning(text)}”` : `#${id}`}]`;
}

/** The first words of a text. @param longest in UTF-16 units */
function beginning(text: string, longest = LONGEST_WORDS): string {
  if (text.length <= longest) return text;
  return `${text
    .slice(0, longest)
    .replace(/\p{Surrogate}$/u, '')
    .replace(/\s+\S*$/, '')}…`;
}

const LONGEST_WORDS = 60;
/** Of a paper more is shown than of a statement; but what a bibliography has may be as long as a file. */
const LONGEST_NAMES = 80;
const LONGEST_TITLE = 300;

function plural(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
