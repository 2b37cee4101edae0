import { arxiv } from './arxiv';
import { doi } from './doi';

/** Every kind of paper that is recognised. Where two could claim a reference, the first one does. */
export const KINDS = [arxiv, doi] as const;
