import { circularSupport } from './circular-support';
import { danglingReply } from './dangling-reply';
import { duplicateId } from './duplicate-id';
import { duplicatePassage } from './duplicate-passage';
import { emptyStatement } from './empty-statement';
import { faultyBibliographyEntry } from './faulty-bibliography-entry';
import { invalidFrontMatter } from './invalid-front-matter';
import { malformedCitation } from './malformed-citation';
import { malformedHeader } from './malformed-header';
import { misplacedTarget } from './misplaced-target';
import { misplacedUndercut } from './misplaced-undercut';
import { misquotation } from './misquotation';
import { missingBibliography } from './missing-bibliography';
import { noncanonicalCitation } from './noncanonical-citation';
import { openQuestion } from './open-question';
import { ownSide } from './own-side';
import type { Rule } from './rule';
import { selfAttack } from './self-attack';
import { unansweredRebuttal } from './unanswered-rebuttal';
import { unclosedEnclosure } from './unclosed-enclosure';
import { unknownCitationKey } from './unknown-citation-key';
import { unknownDirective } from './unknown-directive';
import { unknownKeyword } from './unknown-keyword';
import { unresolvedReference } from './unresolved-reference';
import { unsupportedClaim } from './unsupported-claim';
import { unusedDirective } from './unused-directive';

/** Every rule. */
export const RULES: readonly Rule[] = [
  unsupportedClaim,
  duplicatePassage,
  misquotation,
  emptyStatement,
  malformedHeader,
  unknownKeyword,
  unclosedEnclosure,
  invalidFrontMatter,
  unresolvedReference,
  duplicateId,
  danglingReply,
  misplacedUndercut,
  misplacedTarget,
  openQuestion,
  unansweredRebuttal,
  ownSide,
  circularSupport,
  selfAttack,
  malformedCitation,
  noncanonicalCitation,
  missingBibliography,
  unknownCitationKey,
  faultyBibliographyEntry,
  unknownDirective,
  unusedDirective,
];
