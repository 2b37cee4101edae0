import { aimAtQuoted } from './aimAtQuoted';
import { changeKind } from './changeKind';
import { extractCitation } from './extractCitation';
import { giveId } from './giveId';
import { markParagraphs } from './markParagraphs';
import { moveOut } from './moveOut';
import { moveUnderTarget } from './moveUnderTarget';
import type { Refactoring } from './refactoring';
import { referToFirst } from './referToFirst';
import { takeInParagraph } from './takeInParagraph';

/** Every refactoring, in the order in which menus show them. */
export const REFACTORINGS: readonly Refactoring[] = [
  markParagraphs,
  takeInParagraph,
  changeKind,
  giveId,
  referToFirst,
  aimAtQuoted,
  extractCitation,
  moveUnderTarget,
  moveOut,
];
