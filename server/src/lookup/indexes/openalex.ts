/** OpenAlex: https://docs.openalex.org/api-entities/works/get-a-single-work, asked by DOI alone. */
import { plainText } from '../plainText';
import { notUnderstood } from '../reading';
import { at, listAt, parseJson, textAt, yearAt } from '../shape';
import { doiOf } from './doiOf';
import { paperOf, personName, plainDoi, referencesTo } from './fields';
import type { PaperIndex } from './paperIndex';

/** The fields that are read: a whole record is some hundred kilobytes. */
const FIELDS = 'doi,title,type,authorships,publication_year,primary_location,biblio,abstract_inverted_index';

export const openalex: PaperIndex = {
  name: 'openalex',
  label: 'OpenAlex',
  hosts: ['api.openalex.org'],
  accept: 'application/json',
  mediaType: /^application\/json$/,
  gap: 1000,
  batch: 1,
  idOf: doiOf,
  path: ([doi = '']) => `/works/doi:${encodeURIComponent(doi)}?select=${FIELDS}`,
  read(text, [asked = '']) {
    const work = parseJson(text);
    if (work === undefined) return notUnderstood('malformed');
    const doi = plainDoi(textAt(work, 'doi'));
    const title = plainText(textAt(work, 'title'));
    if (doi === null || title === null) return notUnderstood('another-shape');
    if (doi !== asked) return notUnderstood('another-paper');
    const paper = paperOf({
      type: TYPES.get(textAt(work, 'type') ?? '') ?? 'document',
      title,
      authors: listAt(work, 'authorships').flatMap((authorship) => {
        const name = textAt(authorship, 'author', 'display_name') ?? textAt(authorship, 'raw_author_name');
        return name === null ? [] : [personName(name)];
      }),
      year: yearAt(work, 'publication_year'),
      venue: textAt(work, 'primary_location', 'source', 'display_name'),
      volume: textAt(work, 'biblio', 'volume'),
      issue: textAt(work, 'biblio', 'issue'),
      pages: pagesOf(work),
      abstract: plainText(readInverted(at(work, 'abstract_inverted_index'))),
      doi,
      url: `https://doi.org/${encodeURI(doi)}`,
      identifiers: referencesTo(`doi:${doi}`),
    });
    return new Map([[asked, paper]]);
  },
};

/** An abstract is delivered as an index: each word with the places where it stands. */
function readInverted(index: unknown): string | null {
  if (typeof index !== 'object' || index === null) return null;
  const words: (readonly [number, string])[] = [];
  for (const [word, places] of Object.entries(index)) {
    for (const place of listAt(places)) if (Number.isInteger(place)) words.push([place as number, word]);
  }
  return words
    .sort(([a], [b]) => a - b)
    .map(([, word]) => word)
    .join(' ');
}

function pagesOf(work: unknown): string | null {
  const first = textAt(work, 'biblio', 'first_page');
  const last = textAt(work, 'biblio', 'last_page');
  return first !== null && last !== null && first !== last ? `${first}-${last}` : first;
}

/** OpenAlex's types after those of the Citation Style Language. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['article', 'article-journal'],
  ['review', 'article-journal'],
  ['preprint', 'article'],
  ['book', 'book'],
  ['book-chapter', 'chapter'],
  ['dissertation', 'thesis'],
  ['report', 'report'],
  ['dataset', 'dataset'],
  ['standard', 'standard'],
]);
