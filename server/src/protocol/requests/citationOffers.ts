import { RequestType } from 'vscode-languageserver';
import { CITATION_OFFERS_REQUEST, type CitationOfferItem, type CitationOffersParams } from '../messages';
import type { RequestFeature } from './request';

const REQUEST = new RequestType<CitationOffersParams, CitationOfferItem[], void>(CITATION_OFFERS_REQUEST);

/** So many can be looked through; whoever looks for another paper types more of it. */
const MOST = 100;

/** For the command *Insert Citation* of our own client: nothing to announce. */
export const citationOffers: RequestFeature = {
  announce: () => ({}),
  serve: ({ service, answer, loadBibliographies }) => {
    answer(REQUEST, async ({ textDocument, range, query }) => {
      await loadBibliographies(textDocument.uri);
      return service.across.citationOffers(textDocument.uri, range, query, MOST);
    });
  },
};
