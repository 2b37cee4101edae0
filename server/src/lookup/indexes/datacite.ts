/** DataCite's REST API, https://support.datacite.org/docs/api-get-doi; its fields are those of its Metadata Schema 4. */
import type { PersonName } from '../../bibliography/paper';
import { plainText } from '../plainText';
import { notUnderstood } from '../reading';
import { at, listAt, parseJson, textAt, yearAt } from '../shape';
import { doiOf } from './doiOf';
import { paperOf, personName, plainDoi, referencesTo } from './fields';
import type { PaperIndex } from './paperIndex';

export const datacite: PaperIndex = {
  name: 'datacite',
  label: 'DataCite',
  hosts: ['api.datacite.org'],
  accept: 'application/vnd.api+json',
  mediaType: /^application\/(?:vnd\.api\+)?json$/,
  gap: 1000,
  batch: 1,
  idOf: doiOf,
  path: ([doi = '']) => `/dois/${encodeURIComponent(doi)}`,
  read(text, [asked = '']) {
    const json = parseJson(text);
    if (json === undefined) return notUnderstood('malformed');
    const work = at(json, 'data', 'attributes');
    const doi = plainDoi(textAt(work, 'doi'));
    const title = plainText(textAt(work, 'titles', 0, 'title'));
    if (doi === null || title === null) return notUnderstood('another-shape');
    if (doi !== asked) return notUnderstood('another-paper');
    const descriptions = listAt(work, 'descriptions');
    const abstract = descriptions.find((description) => at(description, 'descriptionType') === 'Abstract');
    const paper = paperOf({
      type: textAt(work, 'types', 'citeproc') ?? 'document',
      title,
      authors: listAt(work, 'creators').flatMap(readName),
      year: yearAt(work, 'publicationYear'),
      venue: textAt(work, 'container', 'title') ?? textAt(work, 'publisher', 'name') ?? textAt(work, 'publisher'),
      volume: textAt(work, 'container', 'volume'),
      issue: textAt(work, 'container', 'issue'),
      pages: pagesOf(work),
      abstract: plainText(textAt(abstract, 'description')),
      doi,
      url: `https://doi.org/${encodeURI(doi)}`,
      identifiers: referencesTo(`doi:${doi}`),
    });
    return new Map([[asked, paper]]);
  },
};

function readName(creator: unknown): PersonName[] {
  const family = textAt(creator, 'familyName');
  if (family !== null) return [{ family, given: textAt(creator, 'givenName') ?? '' }];
  const name = textAt(creator, 'name');
  if (name === null) return [];
  if (at(creator, 'nameType') === 'Organizational') return [{ family: name, given: '' }];
  // Names of people are written `Family, Given` there.
  const comma = name.indexOf(', ');
  return [comma < 0 ? personName(name) : { family: name.slice(0, comma), given: name.slice(comma + 2) }];
}

function pagesOf(work: unknown): string | null {
  const first = textAt(work, 'container', 'firstPage');
  const last = textAt(work, 'container', 'lastPage');
  return first !== null && last !== null ? `${first}-${last}` : first;
}
