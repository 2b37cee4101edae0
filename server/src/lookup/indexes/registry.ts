import { arxiv } from './arxiv';
import { crossref } from './crossref';
import { datacite } from './datacite';
import { openalex } from './openalex';
import type { PaperIndex } from './paperIndex';

/** Every index, in the order in which those that may know a paper are asked. */
export const INDEXES: readonly PaperIndex[] = [arxiv, crossref, datacite, openalex];
