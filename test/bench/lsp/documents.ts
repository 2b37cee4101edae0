import { madeUpDebate, PROBLEMS } from '../madeUpDebate';
import { noteOf } from '../madeUpNote';

/** A document of the bench: 50 problems whatever its size, and places in its middle. */
export interface Document {
  readonly text: string;
  /** Where a letter is typed: offset in the text. */
  readonly typing: number;
  /** Where the hover and the completion are asked for: offsets in the text. */
  readonly hover: number;
  readonly completion: number;
  /** A line with one problem more, that can be put in at a line's start. */
  readonly problem: string;
  /** How many symbols it has at least. */
  readonly symbols: number;
}

/**
 * A note, in lines about.
 * @param seed makes another debate of the same size
 */
export function note(lines: number, seed = lines): Document {
  const debate = madeUpDebate(lines, seed);
  const text = noteOf(debate);
  const at = placesIn(text);
  return {
    text,
    typing: at(/^ {2}support: \w+ /gm),
    hover: at(/^claim #c/gm),
    completion: at(/^ {2}rebuttal \(Ben\) -> #/gm),
    problem: 'claim: Nobody has said why, in these very words.\n',
    symbols: debate.threads.length,
  };
}

/** The same debate as Markdown: a heading for each thread, links among them, and 50 that lead nowhere. */
export function markdown(lines: number): Document {
  const { problems, threads } = madeUpDebate(lines);
  const written = problems.map((claim, i) => `- [${claim}](#nowhere-${i})`);
  threads.forEach(({ claim, reason, paper, rebuts, rebuttal, answer }, i) => {
    written.push(`## c${i}`, `${claim} ${reason}`, `- <https://arxiv.org/abs/${paper.slice('arXiv:'.length)}>`);
    written.push(`- [${rebuttal}](#c${rebuts})`, `  - ${answer}`, '');
  });
  const text = `${written.join('\n')}\n`;
  const at = placesIn(text);
  return {
    text,
    typing: at(/^ {2}- \w+ /gm),
    hover: at(/^- \[[^\]]*\]\(#c/gm),
    completion: at(/^- \[[^\]]*\]\(#/gm),
    problem: '- [x](#nowhere-at-all)\n',
    symbols: threads.length,
  };
}

/** The same debate as JSON: an object for each thread, and 50 names that stand twice. */
export function json(lines: number): Document {
  const { problems, threads } = madeUpDebate(lines);
  // Of two names that are one, both are problems.
  const twice = problems.slice(0, PROBLEMS / 2).flatMap((claim, i) => [`  "p${i}": "${claim}",`, `  "p${i}": "",`]);
  const objects = threads.map(
    ({ claim, reason, paper, rebuts, rebuttal, answer }, i) =>
      `  "c${i}": {\n    "claim": "${claim} ${reason}",\n    "paper": "${paper}",\n    "rebuts": "c${rebuts}",\n` +
      `    "texts": ["${rebuttal}", "${answer}"]\n  },`,
  );
  const text = `{\n${[...twice, ...objects].join('\n')}\n  "end": true\n}\n`;
  const at = placesIn(text);
  return {
    text,
    typing: at(/^ {4}"claim": "\w+ /gm),
    hover: at(/^ {4}"rebu/gm),
    completion: at(/^ {4}"rebuts": /gm),
    problem: '  "c0": 1,\n',
    symbols: threads.length,
  };
}

/** Finds the end of the first match behind the middle of a text. */
function placesIn(text: string): (pattern: RegExp) => number {
  return (pattern) => {
    pattern.lastIndex = text.length >> 1;
    if (!pattern.exec(text)) throw new Error(`${pattern} is not in the second half`);
    return pattern.lastIndex;
  };
}
