import { reference } from '../authorYear';
import type { Paper } from '../paper';
import { bibtexEntry } from './bibtex';
import { cslRecord } from './cslJson';
import { keysFor } from './keys';

/** Writes papers down, line end included; nothing for no papers but what the format needs. Cost: linear. */
type Write = (papers: readonly Paper[]) => string;

/** The ways to write papers down. `reference` is one line each, author and year first. */
const WRITERS = {
  bibtex: (papers) => {
    const keys = keysFor(papers);
    return papers.map((paper, i) => bibtexEntry(paper, keys[i] as string)).join('\n');
  },
  'csl-json': (papers) => {
    const keys = keysFor(papers);
    return `${JSON.stringify(
      papers.map((paper, i) => cslRecord(paper, keys[i] as string)),
      null,
      2,
    )}\n`;
  },
  reference: (papers) => papers.map((paper) => `${reference(paper)}\n`).join(''),
} satisfies Readonly<Record<string, Write>>;

export type PaperFormat = keyof typeof WRITERS;

export const PAPER_FORMATS = Object.keys(WRITERS) as readonly PaperFormat[];

/** Papers in a format. */
export function writePapers(papers: readonly Paper[], format: PaperFormat): string {
  return WRITERS[format](papers);
}
