import { RequestType } from 'vscode-languageserver';
import { authorYear, type ListedBroken, type ListedCitation, type ListedPaper, reference } from '../../service';
import {
  type BrokenOverview,
  type CitationOverview,
  PAPERS_CHANGED,
  PAPERS_REQUEST,
  type PaperOverview,
  type PapersAnswer,
  type PapersParams,
} from '../messages';
import type { Host, RequestFeature } from './request';

const REQUEST = new RequestType<PapersParams, PapersAnswer | null, void>(PAPERS_REQUEST);

/** Connections of clients that have asked: nobody else is told. */
const asked = new WeakSet<Host['connection']>();

/** UTF-16 units of a statement's words: what a hover can show. */
const LONGEST_TEXT = 300;

/** For the papers view of our own client: nothing to announce. */
export const papers: RequestFeature = {
  announce: () => ({}),
  serve: ({ connection, service, answer, loadAllBibliographies }) => {
    const ask = async ({ revision: known }: PapersParams): Promise<PapersAnswer | null> => {
      asked.add(connection);
      if (known === service.papers.revision) return null;
      await loadAllBibliographies();
      const { revision } = service.papers;
      const { papers: listed, broken } = service.papers.list(LONGEST_TEXT);
      return { revision, papers: listed.map(paperOverview), broken: broken.map(brokenOverview) };
    };
    answer(REQUEST, ask, { urgency: 'soon' });
    service.lookup?.onMetadata(() => tell(connection));
  },
  refresh: ({ connection }) => tell(connection),
};

function tell(connection: Host['connection']): void {
  if (asked.has(connection)) void connection.sendNotification(PAPERS_CHANGED);
}

function paperOverview({ key, about, isKnown, forms, url, canLookUp, citations }: ListedPaper): PaperOverview {
  return {
    key,
    title: about.title,
    authorYear: isKnown && about.authors.length > 0 ? authorYear(about) : '',
    year: about.year,
    reference: isKnown ? reference(about) : '',
    forms,
    url,
    canLookUp,
    citations: citations.map(citationOverview),
  };
}

function brokenOverview({ key, written, reason, meant, citations }: ListedBroken): BrokenOverview {
  return { key, written, reason, meant, citations: citations.map(citationOverview) };
}

function citationOverview({ uri, range, speaker, text, quoted, sides }: ListedCitation): CitationOverview {
  return {
    uri,
    range,
    speaker,
    text,
    quoted,
    sides: sides.map(({ does, id, text: claim }) => ({ does, id, text: claim })),
  };
}
