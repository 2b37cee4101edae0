import { acl } from './acl';
import { arxiv } from './arxiv';
import { citekey } from './citekey';
import { doi } from './doi';
import { ea } from './ea';
import { isbn } from './isbn';
import { lw } from './lw';
import { neurips } from './neurips';
import { openreview } from './openreview';
import { pmcid } from './pmcid';
import { pmid } from './pmid';
import { pmlr } from './pmlr';
import { s2 } from './s2';
import { shortdoi } from './shortdoi';

/** Every kind of paper that is recognised. Where two could claim a reference, the first one does. */
export const KINDS = [
  arxiv,
  shortdoi,
  doi,
  pmcid,
  pmid,
  isbn,
  acl,
  openreview,
  neurips,
  pmlr,
  s2,
  lw,
  ea,
  citekey,
] as const;
