import { folded } from './shape';

/**
 * The text of a field that Crossref and DataCite deliver with markup: HTML's face markup in titles, JATS in abstracts
 * (https://www.crossref.org/documentation/schema-library/markup-guide-metadata-segments/). Only the elements of those
 * two are taken out, so that `a < b` stays. Null when nothing is left. Cost: linear.
 */
export function plainText(marked: string | null): string | null {
  if (marked === null) return null;
  const text = marked.replace(BREAKING, ' ').replace(INLINE, '');
  return folded(text.replace(ENTITY, (written, name: string) => ENTITIES[name] ?? written));
}

const BREAKING =
  /<\/?(?:jats:)?(?:p|title|sec|list|list-item|label|abstract|br|div|li|ul|ol|h\d)(?:\s[^<>]{0,500})?\/?>/gi;
const INLINE =
  /<\/?(?:(?:jats:)?(?:b|i|u|em|strong|bold|italic|underline|sub|sup|sc|scp|tt|ovl|strike|monospace|roman|styled-content|span|a|ext-link|xref|inline-formula|tex-math|alternatives|named-content)|(?:mml|m):[a-z]{1,20}|math)(?:\s[^<>]{0,500})?\/?>/gi;
const ENTITY = /&(amp|lt|gt|quot|apos|nbsp);/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
