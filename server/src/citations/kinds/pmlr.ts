/** Papers in the Proceedings of Machine Learning Research, https://proceedings.mlr.press */
import { pathOf } from '../characters';
import type { Verdict } from '../reference';
import type { Kind } from './kind';

/** Author, two digits of the year, and a letter where the author has several; `r1` is a reissue. */
const VOLUME = /^[vr]\d{1,4}$/i;
const KEY = /^[a-z][a-z\d_-]*?\d\d[a-z]{0,2}$/i;
const ENDING = /(?:-supp)?(?:\.(?:html|pdf|bib|zip))?$/i;

/** What stands before the volume, on the host itself, on those of before and where the PDFs of today lie. */
const ROUTES: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /^(?:www\.)?proceedings\.mlr\.press$/, path: /^()/ },
  { host: /jmlr\./, path: /^proceedings\/papers\// },
  { host: /^raw\.githubusercontent\.com$/, path: /^mlresearch\// },
];

function readPage(page: URL, host: string): Verdict | null {
  const path = pathOf(page).join('/');
  const route = ROUTES.find((known) => known.host.test(host) && known.path.test(path));
  if (!route) return null;
  const [volume = '', ...parts] = path.replace(route.path, '').split('/');
  const file = parts[0] === 'main' && parts[1] === 'assets' ? parts[2] : parts[0];
  if (!VOLUME.test(volume) || !file || file === 'assets') return null;
  const key = file.replace(ENDING, '');
  return key === '' || key === 'index' ? null : pmlrVerdict(volume.toLowerCase(), key);
}

function pmlrVerdict(volume: string, key: string): Verdict {
  if (!KEY.test(key)) return { reason: `a paper of PMLR is named like guo17a, not ${JSON.stringify(key)}` };
  const page = `https://proceedings.mlr.press/${volume}/${key}`;
  return {
    reference: { kind: 'pmlr', id: `${volume}/${key}`, version: null, url: `${page}.html`, pdf: `${page}/${key}.pdf` },
  };
}

export const pmlr: Kind<'pmlr'> = {
  kind: 'pmlr',
  name: 'PMLR',
  hosts: [
    '(?:www\\.)?proceedings\\.mlr\\.press',
    '(?:www\\.)?jmlr\\.org',
    'jmlr\\.csail\\.mit\\.edu',
    'raw\\.githubusercontent\\.com',
  ].join('|'),
  readPage,
  forms: [],
};
