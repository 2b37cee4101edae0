/**
 * arXiv's API, as described at https://info.arxiv.org/help/api/user-manual.html and
 * https://info.arxiv.org/help/api/tou.html: one request every three seconds, one connection at a time.
 */
import type { Paper } from '../../bibliography/paper';
import { parseArxivId } from '../../citations/kinds/arxivId';
import { type AtomElement, childrenOf, parseAtom, textOf } from '../atom';
import { notUnderstood } from '../reading';
import { folded, yearAt } from '../shape';
import { paperOf, personName, plainDoi, referencesTo } from './fields';
import type { PaperIndex } from './paperIndex';

export const arxiv: PaperIndex = {
  name: 'arxiv',
  label: 'arXiv',
  hosts: ['export.arxiv.org', 'arxiv.org'],
  accept: 'application/atom+xml',
  mediaType: /^(?:application\/(?:atom\+)?xml|text\/xml)$/,
  gap: 3000,
  batch: 50,
  idOf: ({ kind, id }) => (kind === 'arxiv' ? id : null),
  // Without `max_results` it answers about the first ten.
  path: (ids) => `/api/query?id_list=${ids.map(encodeURIComponent).join(',')}&max_results=${ids.length}`,
  read(text, ids) {
    const feed = parseAtom(text);
    if (feed === null) return notUnderstood('malformed');
    if (feed.name !== 'feed') return notUnderstood('another-shape');
    const papers = new Map<string, Paper>();
    for (const entry of childrenOf(feed, 'entry')) {
      const page = textOf(entry, 'id') ?? '';
      if (/\/api\/errors/.test(page)) return { kind: 'refused' };
      const id = idIn(page);
      // An id that it does not know comes back as an entry without a title, or does not come back.
      if (id === null || textOf(entry, 'title') === null) continue;
      if (!ids.includes(id)) return notUnderstood('another-paper');
      papers.set(id, readEntry(entry, id));
    }
    return papers;
  },
};

function readEntry(entry: AtomElement, id: string): Paper {
  const doi = plainDoi(textOf(entry, 'doi'));
  return paperOf({
    type: 'article',
    title: folded(textOf(entry, 'title') ?? ''),
    authors: childrenOf(entry, 'author').flatMap((author) => {
      const name = folded(textOf(author, 'name') ?? '');
      return name === null ? [] : [personName(name)];
    }),
    year: yearAt((textOf(entry, 'published') ?? '').slice(0, 4)),
    venue: folded(textOf(entry, 'journal_ref') ?? ''),
    abstract: folded(textOf(entry, 'summary') ?? ''),
    doi,
    arxiv: id,
    url: `https://arxiv.org/abs/${id}`,
    identifiers: referencesTo(`arXiv:${id}`, doi && `doi:${doi}`),
  });
}

/** The id in `http://arxiv.org/abs/2107.03374v2`, without its version. */
function idIn(page: string): string | null {
  const [, written = ''] = /^https?:\/\/arxiv\.org\/abs\/(\S+)$/.exec(page.trim()) ?? [];
  const parsed = parseArxivId(written);
  return 'reason' in parsed ? null : parsed.id;
}
