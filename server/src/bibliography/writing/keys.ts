import type { Paper } from '../paper';

/**
 * Citation keys for some papers, in order, no two the same: that of a paper's bibliography, or else one like
 * `perez2022discovering`; of a paper of which nothing is known, its identifier. Cost: linear.
 */
export function keysFor(papers: readonly Paper[]): string[] {
  const used = new Set(papers.flatMap(({ key }) => key ?? []));
  const given = new Set<string>();
  return papers.map((paper) => {
    // Two bibliographies may have the same key.
    const own = paper.key !== null && !given.has(paper.key) ? paper.key : null;
    const key = own ?? free(made(paper), used);
    used.add(key);
    given.add(key);
    return key;
  });
}

function free(wanted: string, used: ReadonlySet<string>): string {
  for (let number = 2, key = wanted; ; number++) {
    if (!used.has(key)) return key;
    key = `${wanted}-${number}`;
  }
}

function made({ key, authors, year, title, identifiers }: Paper): string {
  if (key !== null) return key;
  const family = letters(authors[0]?.family ?? '');
  const word =
    (title ?? '')
      .split(/\s+/)
      .map(letters)
      .find((part) => part.length > SHORT_WORD) ?? '';
  const [identifier] = identifiers;
  const id = identifier ? `${identifier.kind}-${identifier.id.replace(/[^a-z0-9]+/gi, '-')}` : 'paper';
  return family + word === '' ? id.replace(/-+$/, '') : `${family}${year ?? ''}${word}`;
}

const SHORT_WORD = 3;

/** Letters and digits of ASCII, small, accents left out: all that every program takes in a key. */
function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
