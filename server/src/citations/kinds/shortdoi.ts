/** shortDOIs, such as `10/aabbe`: the DOI system's own short names of DOIs. https://shortdoi.org/ */
import { matchAt, pathOf } from '../characters';
import type { Reference, Verdict } from '../reference';
import type { Kind, WrittenForm } from './kind';

/** Ids have so many characters today; the bound leaves room for longer ones. */
const ID = /[a-z\d]{3,10}(?![a-z\d_/-]|\.[a-z\d])/iy;

function referenceTo(written: string): Reference {
  const id = `10/${written.toLowerCase()}`;
  return { kind: 'shortdoi', id, version: null, url: `https://doi.org/${id}`, pdf: null };
}

/** `doi.org/10/aabbe`, and the shorter `doi.org/aabbe`, which the resolver knows too. */
function readPage(page: URL, host: string): Verdict | null {
  const [first = '', second, ...more] = pathOf(page).join('/').split('/');
  const written = first.replace(/^doi:/i, '') === '10' ? second : undefined;
  if (written !== undefined && more.length === 0) {
    if (/^[a-z\d]{3,10}$/i.test(written)) return { reference: referenceTo(written) };
    return { reason: 'a shortDOI has 3 to 10 letters and digits after 10/' };
  }
  const isAlone = second === undefined && /^[a-z\d]{4,7}$/i.test(first) && !page.pathname.endsWith('/');
  return isAlone && !/^www\./.test(host) ? { reference: referenceTo(first) } : null;
}

function form(start: string, typedOnly: boolean, isMeant: (id: string) => boolean): WrittenForm {
  return {
    start,
    typedOnly,
    read(text, begin, bodyStart) {
      if (begin > 0 && /[./\\@_=%&,:+$€£-]/.test(text.charAt(begin - 1))) return null;
      const id = matchAt(ID, text, bodyStart);
      if (id === null || !isMeant(id)) return null;
      const end = bodyStart + id.length;
      return { end, stop: end, verdict: { reference: referenceTo(id) } };
    },
  };
}

export const shortdoi: Kind<'shortdoi'> = {
  kind: 'shortdoi',
  name: 'shortDOI',
  written: ({ id }) => `doi:${id}`,
  hosts: '(?:(?:dx|www)\\.)?doi\\.org',
  readPage,
  forms: [
    form('(?:short)?doi:[ \\t\\u00a0]{0,2}10\\/', false, () => true),
    // A number behind the slash makes it a date or a fraction.
    form('10\\/(?=[a-z\\d])', true, (id) => /[a-z]/i.test(id)),
  ],
};
