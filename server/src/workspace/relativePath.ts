/**
 * The path that a reference in one note has to name another by: the shortest relative one.
 * @param from canonical URI of the note that the reference stands in
 * @param to what the other is called: its canonical URI, ending left out or not
 * @returns null where the two have no folder in common that a path could start from
 */
export function relativePath(from: string, to: string): string | null {
  const [here, there] = [from, to].map(parts);
  if (!here || !there || here.root !== there.root) return null;
  const up = here.names.slice(0, -1);
  let shared = 0;
  while (shared < up.length && shared < there.names.length - 1 && up[shared] === there.names[shared]) shared++;
  return [...up.slice(shared).map(() => '..'), ...there.names.slice(shared)].join('/');
}

/** Scheme and authority, and the names of folders and file. */
function parts(uri: string): { root: string; names: string[] } | null {
  const [, root, path] = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)\/(.*)$/is.exec(uri) ?? [];
  return root === undefined || path === undefined ? null : { root, names: path.split('/') };
}
