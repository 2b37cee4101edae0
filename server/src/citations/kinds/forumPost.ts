/** Posts of the forums that run on the software of LessWrong: https://github.com/ForumMagnum/ForumMagnum */
import { pathOf } from '../characters';
import type { Reference, Verdict } from '../reference';

const ID = /^[A-Za-z\d]{17}$/;

/** What must follow for the part before to be the id of a post: `posts/ID`, `events/ID`, `s/SEQUENCE/p/ID`. */
const ROUTES: readonly RegExp[] = [
  /^(?:posts|events)\/([^/]+)(?:\/[^/]*\/comment\/([^/]+))?/,
  /^(?:s|g|h)\/[^/]+\/p\/([^/]+)/,
];

/**
 * The post, or the comment on a post, that a page shows.
 * @param host the forum that the link is to lead to
 */
export function readPost(kind: 'lw' | 'ea', page: URL, host: string): Verdict | null {
  const path = pathOf(page).join('/');
  for (const route of ROUTES) {
    const [, id, commentInPath] = route.exec(path) ?? [];
    if (id === undefined) continue;
    // Old addresses have a slug instead: they are pages like any other.
    if (!ID.test(id)) return /^[A-Za-z\d]{15,19}$/.test(id) ? { reason: lengthFault(id) } : null;
    return { reference: referenceTo(kind, host, id, page.searchParams.get('commentId') ?? commentInPath) };
  }
  return null;
}

function lengthFault(id: string): string {
  return `the id of a post has 17 letters and digits, not ${id.length}`;
}

function referenceTo(kind: 'lw' | 'ea', host: string, id: string, comment: string | undefined): Reference {
  const post = `https://${host}/posts/${id}`;
  const url = comment !== undefined && ID.test(comment) ? `${post}?commentId=${comment}` : post;
  return { kind, id, version: null, url, pdf: null };
}
