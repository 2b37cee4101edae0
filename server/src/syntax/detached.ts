/**
 * The same text, but not as a view of a longer one. V8 keeps the whole text of which a part was taken alive with the
 * part: names that are shared by the versions of a note would keep every version.
 */
export function detached(part: string): string {
  // Up to this length V8 copies.
  if (part.length < 13) return part;
  return ` ${part}`.slice(1);
}
