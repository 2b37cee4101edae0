import fs from 'node:fs';
import path from 'node:path';

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  /** The heading that it stands under. */
  readonly heading: string;
  readonly text: string;
}

/** The fenced blocks of a page in `docs/editors`, in order. */
export function blocksOf(page: string): Block[] {
  const text = fs.readFileSync(path.join('docs', 'editors', page), 'utf8');
  let heading = '';
  const blocks: Block[] = [];
  for (const match of text.matchAll(/^#+ (.*)$|^```(\w+)\n([\s\S]*?)^```$/gm)) {
    const [, title, language, block] = match;
    if (language === undefined) heading = title ?? '';
    else blocks.push({ language, heading, text: block ?? '' });
  }
  return blocks;
}

/** The configuration that a page gives: its blocks of a language, under a heading if one is named. */
export function configurationOf(page: string, language: string, heading?: RegExp): string {
  const wanted = blocksOf(page).filter(
    (block) => block.language === language && (heading?.test(block.heading) ?? true),
  );
  if (wanted.length === 0) throw new Error(`${page} has no configuration in ${language} under ${heading}`);
  return wanted.map(({ text }) => text).join('\n');
}
