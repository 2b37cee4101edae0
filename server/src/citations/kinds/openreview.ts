/** Submissions on OpenReview. Their ids tell large letters from small ones. */
import type { Reference, Verdict } from '../reference';
import { prefixedForm } from './forms';
import type { Kind } from './kind';

/** OpenReview hands out ids of about 10 characters; the bounds leave room. */
const ID = /^[\w-]{6,20}$/;
/** Ids are random: behind a prefix, letters alone, without a large one in the middle, are a word. */
const MEANT_AS_ID = /(?=[\w-]{0,19}?(?:\d|[a-z][A-Z]))[\w-]{6,20}/y;

function openreviewVerdict(written: string): Verdict {
  if (ID.test(written)) return { reference: referenceTo(written) };
  return { reason: 'an OpenReview id has 6 to 20 letters, digits, hyphens and underscores' };
}

function referenceTo(id: string): Reference {
  const query = `id=${id}`;
  return {
    kind: 'openreview',
    id,
    version: null,
    url: `https://openreview.net/forum?${query}`,
    pdf: `https://openreview.net/pdf?${query}`,
  };
}

/** The pages of one submission; those of a group or a person carry an `id`, too. */
const ROUTE = /^\/+(?:forum|pdf|attachment|revisions|references\/pdf|notes\/edits\/attachment)\/?$/;

function readPage(page: URL): Verdict | null {
  if (!ROUTE.test(page.pathname)) return null;
  const id = page.searchParams.get('id')?.trim();
  return id ? openreviewVerdict(id) : null;
}

export const openreview: Kind<'openreview'> = {
  kind: 'openreview',
  name: 'OpenReview',
  written: ({ id }) => `openreview:${id}`,
  hosts: '(?:(?:www|api|api2)\\.)?openreview\\.net',
  readPage,
  forms: [prefixedForm('openreview(?=[ \\t\\u00a0]{0,2}:)', MEANT_AS_ID, openreviewVerdict)],
};
