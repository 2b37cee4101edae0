import { plainLine } from './escape';
import type { Paper } from './paper';

/** A paper whose texts are lines without control characters: what indexes send may be anything. Cost: linear. */
export function plainPaper(paper: Paper): Paper {
  const line = (text: string | null) => (text === null ? null : plainLine(text) || null);
  return {
    ...paper,
    title: line(paper.title),
    authors: paper.authors.map(({ family, given }) => ({ family: plainLine(family), given: plainLine(given) })),
    venue: line(paper.venue),
    volume: line(paper.volume),
    issue: line(paper.issue),
    pages: line(paper.pages),
    abstract: line(paper.abstract),
  };
}
