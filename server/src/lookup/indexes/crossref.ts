/** Crossref's REST API: https://api.crossref.org, its format at https://github.com/CrossRef/rest-api-doc (api_format.md). */
import type { PersonName } from '../../bibliography/paper';
import { plainText } from '../plainText';
import { notUnderstood } from '../reading';
import { at, listAt, parseJson, textAt, yearAt } from '../shape';
import { doiOf } from './doiOf';
import { paperOf, plainDoi, referencesTo } from './fields';
import type { PaperIndex } from './paperIndex';

export const crossref: PaperIndex = {
  name: 'crossref',
  label: 'Crossref',
  hosts: ['api.crossref.org'],
  accept: 'application/json',
  mediaType: /^application\/(?:json|vnd\.crossref-api-message\+json)$/,
  gap: 1000,
  batch: 1,
  idOf: doiOf,
  // With an address it answers from its “polite pool”: https://www.crossref.org/documentation/retrieve-metadata/rest-api/
  path([doi = ''], mailto) {
    const query = mailto === null ? '' : `?mailto=${encodeURIComponent(mailto)}`;
    return `/works/${encodeURIComponent(doi)}${query}`;
  },
  read(text, [asked = '']) {
    const json = parseJson(text);
    if (json === undefined) return notUnderstood('malformed');
    const work = at(json, 'message');
    const doi = plainDoi(textAt(work, 'DOI'));
    const title = plainText(textAt(work, 'title', 0));
    if (doi === null || title === null) return notUnderstood('another-shape');
    if (doi !== asked) return notUnderstood('another-paper');
    const subtitle = plainText(textAt(work, 'subtitle', 0));
    const paper = paperOf({
      type: TYPES.get(textAt(work, 'type') ?? '') ?? 'document',
      title: subtitle === null || title.includes(subtitle) ? title : `${title}: ${subtitle}`,
      authors: listAt(work, 'author').flatMap(readName),
      year: yearAt(work, 'issued', 'date-parts', 0, 0),
      venue: plainText(textAt(work, 'container-title', 0) ?? textAt(work, 'publisher')),
      volume: textAt(work, 'volume'),
      issue: textAt(work, 'issue'),
      pages: textAt(work, 'page') ?? textAt(work, 'article-number'),
      abstract: plainText(textAt(work, 'abstract')),
      doi,
      url: `https://doi.org/${encodeURI(doi)}`,
      identifiers: referencesTo(`doi:${doi}`),
    });
    return new Map([[asked, paper]]);
  },
};

function readName(author: unknown): PersonName[] {
  const family = textAt(author, 'family') ?? textAt(author, 'name');
  if (family === null) return [];
  const suffix = textAt(author, 'suffix');
  return [{ family: suffix === null ? family : `${family} ${suffix}`, given: textAt(author, 'given') ?? '' }];
}

/** Crossref's types after those of the Citation Style Language. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['journal-article', 'article-journal'],
  ['proceedings-article', 'paper-conference'],
  ['posted-content', 'article'],
  ['book', 'book'],
  ['monograph', 'book'],
  ['edited-book', 'book'],
  ['reference-book', 'book'],
  ['book-chapter', 'chapter'],
  ['book-section', 'chapter'],
  ['reference-entry', 'entry'],
  ['dissertation', 'thesis'],
  ['report', 'report'],
  ['dataset', 'dataset'],
  ['standard', 'standard'],
]);
