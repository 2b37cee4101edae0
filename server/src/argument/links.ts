import type { Keyword } from '../syntax/tree';
import { foldSpeaker } from './speakers';

/** What one statement does to another as far as labels go. */
export type Effect = 'attacks' | 'supports' | 'attacksLink';

/** Statements that assert something: they have a label. */
export function hasLabel(keyword: Keyword): boolean {
  return keyword !== 'question' && keyword !== 'concession' && keyword !== 'cite';
}

/** Statements that have a link to what they answer, which an undercut can hit. */
export function hasLink(keyword: Keyword): boolean {
  return keyword === 'support' || keyword === 'rebuttal' || keyword === 'undercut' || keyword === 'cite';
}

/** What a statement of one keyword does to one of another; null where labels do not change by it. */
export function effectOf(keyword: Keyword, on: Keyword): Effect | null {
  switch (keyword) {
    case 'support':
    case 'cite':
      return hasLabel(on) ? 'supports' : null;
    case 'rebuttal':
      return hasLabel(on) ? 'attacks' : null;
    case 'undercut':
      return hasLink(on) ? 'attacksLink' : null;
    default:
      return null;
  }
}

/** Something that a concession grants, and up to where: attacks on it by the same speaker that stand above are withdrawn. */
export class Concessions {
  private readonly latest = new Map<string, number>();

  /** @param to names what is conceded, over all notes */
  add(to: number, speaker: string, index: number): void {
    const key = `${to} ${foldSpeaker(speaker)}`;
    this.latest.set(key, Math.max(this.latest.get(key) ?? -1, index));
  }

  /** Whether an attack of a speaker, at some place in the same note, has been withdrawn. */
  withdraw(to: number, speaker: string | null, index: number): boolean {
    if (this.latest.size === 0 || speaker === null) return false;
    return (this.latest.get(`${to} ${foldSpeaker(speaker)}`) ?? -1) > index;
  }
}
