import { duplicatePassage } from './duplicate-passage';
import { emptyStatement } from './empty-statement';
import type { Rule } from './rule';
import { unsupportedClaim } from './unsupported-claim';

/** Every rule. */
export const RULES: readonly Rule[] = [unsupportedClaim, duplicatePassage, emptyStatement];
