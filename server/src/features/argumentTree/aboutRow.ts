import { isAccepted } from '../../citations/reference';
import { citationsInBlock } from '../../workspace/blockCitations';
import type { Notes, PointOf } from '../../workspace/notes';
import { referenceName } from '../referenceName';
import { aboutStatement, describe } from '../statementHover';
import { MARKDOWN } from '../writer';

/** Citations that are named at most. */
const MOST_CITATIONS = 8;

/** What a hover over a row says, in Markdown: the words, whether the statement stands and why, and what it cites. */
export function aboutRow(notes: Notes, of: PointOf): string {
  const parts = [describe(of, MARKDOWN), aboutStatement(notes, of, of.note, MARKDOWN), citedIn(of)];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What a statement and the `cite:` lines right under it cite. */
function citedIn({ note, point }: PointOf): string {
  const { argument, tree } = note;
  const cites = point.replies.filter((index) => argument.structure.keywords[index] === 'cite');
  const links = new Set<string>();
  for (const index of [point.index, ...cites]) {
    for (const { citations, quoted } of citationsInBlock(tree, argument.blocks[index] as number)) {
      for (const citation of quoted ? [] : citations.filter(isAccepted)) {
        const { url } = citation.reference;
        const name = MARKDOWN.text(referenceName(citation.reference));
        links.add(url ? MARKDOWN.link(name, url) : name);
      }
    }
  }
  const named = [...links].slice(0, MOST_CITATIONS);
  if (links.size > named.length) named.push(`${links.size - named.length} more`);
  return named.join(MARKDOWN.betweenLinks);
}
