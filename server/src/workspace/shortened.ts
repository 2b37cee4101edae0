/** The text, or its beginning and an ellipsis where it is longer than some UTF-16 units; never half a character. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const isSurrogatePair = /[\ud800-\udbff]/.test(text[longest - 1] as string);
  return `${text.slice(0, isSurrogatePair ? longest - 1 : longest)}…`;
}
