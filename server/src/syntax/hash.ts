/**
 * 64 bits of FNV-1a (Fowler, Noll, Vo), over UTF-16 units, in two halves of which one also counts the places.
 * Baselines are kept in files, so the same text must have the same hash for ever.
 * @returns 16 hexadecimal digits. Cost: the length of the text
 */
export function hash(text: string): string {
  let [low, high] = [0x811c9dc5, 0x9dc5811c];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000193 + 2 * at);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
