import type { Reference } from '../../citations/reference';

/** The DOI of a work; null where it has none that its reference tells. */
export function doiOf({ kind, id }: Pick<Reference, 'kind' | 'id'>): string | null {
  if (kind === 'doi') return id;
  // The ACL has given its papers DOIs since 2016: https://aclanthology.org/info/ids/
  return kind === 'acl' && /^(?:20\d\d\.|[A-Z]1[6-9]-)/.test(id) ? `10.18653/v1/${id.toLowerCase()}` : null;
}
