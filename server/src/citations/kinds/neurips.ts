/** Papers in the proceedings of NeurIPS, https://proceedings.neurips.cc */
import { pathOf } from '../characters';
import type { Verdict } from '../reference';
import type { Kind } from './kind';

/**
 * A year's page names the track at its end. Only these are passed on, since an address is never copied from the note.
 * Up to 2021 there was no track.
 */
const TRACKS = ['Conference', 'Datasets_and_Benchmarks', 'Datasets_and_Benchmarks_Track', 'Position_Paper_Track'];
const FIRST_YEAR_WITH_TRACK = 2022;
const FIRST_YEAR = 1987;

/** `HASH-Abstract-Conference.html`, `HASH-Paper.pdf`, `HASH-Supplemental-Conference.zip`: hash, kind of file, track. */
const FILE = /^([\da-zA-Z]+)-[A-Z][A-Za-z]*(?:-([A-Za-z_]+))?\.[a-z]+$/;

function readPage(page: URL): Verdict | null {
  const path = pathOf(page);
  const at = path.indexOf('paper');
  if (at > 1) return null;
  const [year = '', folder = '', file = ''] = path.slice(at + 1);
  if (!/^\d{4}$/.test(year) || !/^(?:hash|file)$/.test(folder)) return null;
  const [, hash = '', track = ''] = FILE.exec(file) ?? [];
  return hash === '' ? null : neuripsVerdict(Number(year), hash, track);
}

function neuripsVerdict(year: number, written: string, track: string): Verdict {
  const hash = written.toLowerCase();
  if (!/^[\da-f]{32}$/.test(hash)) {
    return { reason: `a NeurIPS paper has 32 hexadecimal digits in its address, not ${JSON.stringify(written)}` };
  }
  if (year < FIRST_YEAR) return { reason: `there was no NeurIPS in ${year}, the first was in ${FIRST_YEAR}` };
  const known = TRACKS.includes(track) ? track : 'Conference';
  const suffix = year < FIRST_YEAR_WITH_TRACK ? '' : `-${known}`;
  const folder = `https://proceedings.neurips.cc/paper_files/paper/${year}`;
  return {
    reference: {
      kind: 'neurips',
      id: `${year}/${hash}`,
      version: null,
      url: `${folder}/hash/${hash}-Abstract${suffix}.html`,
      pdf: `${folder}/file/${hash}-Paper${suffix}.pdf`,
    },
  };
}

export const neurips: Kind<'neurips'> = {
  kind: 'neurips',
  name: 'NeurIPS',
  hosts: '(?:www\\.)?(?:papers|proceedings)\\.(?:nips|neurips)\\.cc',
  readPage,
  forms: [],
};
