import picomatch from 'picomatch';

/**
 * Whether glob patterns fit a path. A pattern without a slash at its start fits at any depth; one that fits a folder fits
 * all that lies in it. Broken patterns fit nothing.
 * @returns a function of a path from the folder that the patterns start from, with `/` between names
 */
export function pathMatcher(patterns: readonly string[], { dot = false } = {}): (path: string) => boolean {
  const matchers = patterns.flatMap((pattern) => matcherOf(pattern, dot) ?? []);
  return (path) => matchers.some((matches) => matches(path));
}

/** The pattern with `**` in front, unless it begins at the folder already. */
export function anywhere(pattern: string): string {
  if (pattern.startsWith('/')) return pattern.slice(1);
  return pattern.startsWith('**/') ? pattern : `**/${pattern}`;
}

function matcherOf(pattern: string, dot: boolean): ((path: string) => boolean) | null {
  try {
    const glob = anywhere(pattern.replace(/\/+$/, ''));
    if (glob === '' || glob === '**/') return null;
    return picomatch([glob, `${glob}/**`], { dot });
  } catch {
    return null;
  }
}
