/** Papers on Semantic Scholar, which names them by 40 hexadecimal digits. https://api.semanticscholar.org/api-docs/ */
import { pathOf } from '../characters';
import type { Verdict } from '../reference';
import { arxivVerdict } from './arxiv';
import { prefixedForm } from './forms';
import type { Kind } from './kind';

function s2Verdict(written: string): Verdict {
  const id = written.toLowerCase();
  if (!/^[\da-f]{40}$/.test(id)) {
    return { reason: `Semantic Scholar names a paper by 40 hexadecimal digits, not ${written.length}` };
  }
  const url = `https://www.semanticscholar.org/paper/${id}`;
  return { reference: { kind: 's2', id, version: null, url, pdf: null } };
}

/** `/paper/Title-words/HASH`, `/paper/HASH`, `/reader/HASH`; and `/arxiv/ID`, which leads to a paper of arXiv. */
function readPage(page: URL): Verdict | null {
  const [route, ...parts] = pathOf(page);
  if (route === 'arxiv' && parts.length > 0) return arxivVerdict(parts.join('/'));
  if (route !== 'paper' && route !== 'reader') return null;
  const hash = parts.slice(0, 2).find((part) => /^[\da-f]{24,64}$/i.test(part) && /\d/.test(part));
  return hash === undefined ? null : s2Verdict(hash);
}

export const s2: Kind<'s2'> = {
  kind: 's2',
  name: 'Semantic Scholar',
  written: ({ id }) => `s2:${id}`,
  hosts: '(?:www\\.)?semanticscholar\\.org',
  readPage,
  forms: [prefixedForm('s2', /[\da-f]{30,64}/iy, s2Verdict)],
};
