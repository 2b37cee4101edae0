/** What became of looking up some papers. */
export interface LookupSummary {
  /** Papers, each counted once. */
  readonly asked: number;
  readonly found: number;
  readonly notFound: number;
  /** Sentences about what was in the way, each with the number of papers, the most frequent first. */
  readonly troubles: readonly { readonly sentence: string; readonly papers: number }[];
}

/** A summary in a few English sentences, fit for a message. Nothing in it comes from an index or a note. */
export function messageOf({ asked, found, notFound, troubles }: LookupSummary): string {
  if (asked === 0) return 'There is no cited paper that an index could be asked for.';
  const first = asked === 1 ? 'The paper was looked up.' : `${found} of ${asked} papers are known.`;
  const [single] = troubles;
  if (asked === 1 && single) return single.sentence;
  if (asked === 1 && notFound === 1) return 'The paper is not found in any index.';
  const missing = notFound === 0 ? [] : [`${count(notFound)} not found in any index.`];
  return [first, ...missing, ...troubles.map(({ sentence, papers }) => `${sentence} (${plural(papers)})`)].join(' ');
}

function count(papers: number): string {
  return `${plural(papers)} ${papers === 1 ? 'is' : 'are'}`;
}

function plural(papers: number): string {
  return papers === 1 ? '1 paper' : `${papers} papers`;
}
