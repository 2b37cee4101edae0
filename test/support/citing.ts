import type { Paper } from '../../server/src/bibliography/paper';
import { LineIndex } from '../../server/src/syntax/lineIndex';
import type { LookedUp } from '../../server/src/workspace/paperKnowledge';
import { marked } from './marks';
import { type Asked, addBibliographies, asked, shownPlace, type Workspace } from './notes';

/** Bibliographies beside the notes of a test workspace, by file name. */
export type Files = Readonly<Record<string, string>>;

/** Notes with a cursor in one of them, and bibliographies beside them, with marks in both; see `asked`. */
export function citing(workspace: Workspace, files: Files): Asked {
  const found = asked(workspace);
  const read = Object.entries(files).map(([name, source]) => ({ name, ...marked(source) }));
  addBibliographies(found.service, Object.fromEntries(read.map(({ name, text }) => [name, text])));
  const inFiles = read.flatMap(({ name, text, ranges }) => {
    const lines = new LineIndex(text);
    return ranges.map((range) => shownPlace(`file:///notes/${name}`, lines.positions(range)));
  });
  return { ...found, ranges: [...found.ranges, ...inFiles] };
}

/** A paper of which an index has said this much. */
export function paper(said: Partial<Paper>): Paper {
  const nothing = { title: null, year: null, venue: null, volume: null, issue: null, pages: null, abstract: null };
  const unnamed = { key: null, doi: null, arxiv: null, url: null, identifiers: [], authors: [], hasMoreAuthors: false };
  return { type: 'article', ...nothing, ...unnamed, ...said };
}

/** What indexes have said, by `paperKey`; they can be asked for what has an arXiv id or a DOI. */
export function lookedUp(papers: Readonly<Record<string, Paper>>, isOn = true): LookedUp & { noticed: string[] } {
  const noticed: string[] = [];
  return {
    isOn,
    noticed,
    metadataOf: (key) => papers[key] ?? null,
    known: () => Object.entries(papers),
    whyUnknown: (key) => (isOn ? (key.includes('10.1000/gone') ? 'It is gone.' : null) : 'It is off.'),
    canLookUp: ({ kind }) => kind === 'arxiv' || kind === 'doi',
    notice: ({ kind, id }) => void noticed.push(`${kind}:${id}`),
  };
}
