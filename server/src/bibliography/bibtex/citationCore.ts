/**
 * Stands in for `@citation-js/core` in the bundles: what its reader of BibTeX takes from it. The rest would double it,
 * brings packages that ask the web, and keeps a log that is never emptied.
 */
import { Grammar } from 'citation-js-util/grammar.js';
import { Translator } from 'citation-js-util/translator.js';

export const util = { Grammar, Translator };
