import { RequestType } from 'vscode-languageserver';
import {
  CITATIONS_REQUEST,
  type CitationOverview,
  type CitationsParams,
  PAPERS_CHANGED,
  PAPERS_REQUEST,
  type PapersAnswer,
  type PapersParams,
} from '../messages';
import type { Host, RequestFeature } from './request';

const PAPERS = new RequestType<PapersParams, PapersAnswer | null, void>(PAPERS_REQUEST);
const CITATIONS = new RequestType<CitationsParams, CitationOverview[], void>(CITATIONS_REQUEST);

/** UTF-16 units of a statement's words: what a hover can show. */
const LONGEST_TEXT = 300;

/** What a client has been told, which is all that is kept of it: nobody else is told of changes. */
interface Told {
  readonly revision: number;
  /** Key -> what was told of it, as JSON. */
  readonly known: ReadonlyMap<string, string>;
}

const TOLD = new WeakMap<Host['connection'], Told>();

/** For the papers view of our own client: nothing to announce. */
export const papers: RequestFeature = {
  announce: () => ({}),
  serve: ({ connection, service, answer, loadAllBibliographies }) => {
    const ask = async ({ revision: known }: PapersParams): Promise<PapersAnswer | null> => {
      if (known === service.papers.revision) return null;
      await loadAllBibliographies();
      const { revision } = service.papers;
      const before = TOLD.get(connection);
      const { told, different } = compare(service.papers.overviews(), before?.revision === known ? before : null);
      TOLD.set(connection, { revision, known: told });
      return { revision, ...different };
    };
    answer(PAPERS, ask, { urgency: 'soon' });
    answer(CITATIONS, ({ key }) => service.papers.citationsOf(String(key), LONGEST_TEXT));
    service.lookup?.onMetadata(() => tell(connection));
  },
  refresh: ({ connection }) => tell(connection),
};

function tell(connection: Host['connection']): void {
  if (TOLD.has(connection)) void connection.sendNotification(PAPERS_CHANGED);
}

type All = Pick<PapersAnswer, 'papers' | 'broken'>;

/** What is new or different since a client was told; everything where it has been told nothing that still counts. */
function compare({ papers: listed, broken }: All, before: Told | null) {
  const told = new Map<string, string>();
  const isDifferent = (one: { readonly key: string }) => {
    const written = JSON.stringify(one);
    told.set(one.key, written);
    return before?.known.get(one.key) !== written;
  };
  const different = {
    isAll: before === null,
    papers: listed.filter(isDifferent),
    broken: broken.filter(isDifferent),
    gone: [...(before?.known.keys() ?? [])].filter((key) => !told.has(key)),
  };
  return { told, different };
}
