/** Papers of the ACL Anthology: https://aclanthology.org/info/ids/ */
import { isWordCharacter, matchAt, pathOf } from '../characters';
import type { Reference, Refused, Verdict } from '../reference';
import { prefixedForm } from './forms';
import type { Kind, WrittenForm } from './kind';

/** `2023.acl-long.1`: year, venue, volume and number. */
const NEW_FORM = /^(\d{4})\.([a-z\d_]+-[a-z\d_]+)\.(\d+)$/i;
/** `P19-1001`: a letter for the venue, the year and six digits' worth of number. */
const OLD_FORM = /^([a-z])(\d\d)-?(\d+)$/i;

/** Reads an Anthology id that is the whole of `written`; refuses one that the Anthology cannot have given out. */
export function parseAclId(written: string): { readonly id: string } | Refused {
  const recent = NEW_FORM.exec(written);
  if (recent) {
    const [, year = '', volume = '', number = ''] = recent;
    if (Number(year) < 1952) return { reason: `the Anthology has nothing of ${year}, it begins with 1952` };
    return { id: `${year}.${volume.toLowerCase()}.${number.replace(/^0+(?=\d)/, '')}` };
  }
  const [, letter = '', year = '', number = ''] = OLD_FORM.exec(written) ?? [];
  if (letter === '') return { reason: 'an Anthology id is written like 2023.acl-long.1 or P19-1001' };
  if (number.length !== 4) return { reason: `an old Anthology id has 4 digits after the hyphen, not ${number.length}` };
  // Volumes of 1965 to 2019 have such ids; those since 2020 have the other form.
  if (Number(year) > 19 && Number(year) < 65) return { reason: 'old Anthology ids end with 2019' };
  return { id: `${letter.toUpperCase()}${year}-${number}` };
}

export function aclReference(id: string): Reference {
  const page = `https://aclanthology.org/${id}`;
  return { kind: 'acl', id, version: null, url: `${page}/`, pdf: `${page}.pdf` };
}

function aclVerdict(written: string): Verdict {
  const parsed = parseAclId(written);
  return 'reason' in parsed ? parsed : { reference: aclReference(parsed.id) };
}

const RESEMBLES = /^(?:\d{4}\.[a-z\d_]+-[a-z\d_]+\.\d+|[a-z]\d\d-\d+)$/i;
/** File endings, and the `v2` of a corrected PDF. */
const ENDING = /(?:v\d+)?(?:\.(?:pdf|bib|xml|endf|html))?$/i;

/** `/ID/` and `/ID.pdf`, and the older `/anthology/ID`, `/anthology/P/P19/P19-1001.pdf`, `/papers/ID/slug`; where its files lie is `/anthology-files/pdf/acl/ID.pdf`. */
function readPage(page: URL): Verdict | null {
  const path = pathOf(page);
  const routes = /^(?:anthology|anthology-new|anthology-files|papers)$/.test(path[0] ?? '')
    ? path.slice(1)
    : path.slice(0, 1);
  const written = routes.map((part) => part.replace(ENDING, '')).find((part) => RESEMBLES.test(part));
  return written === undefined ? null : aclVerdict(written);
}

/** Accepts or is text: `P19-1001` may be a part number, too. */
const bare: WrittenForm = {
  start: '(?:\\d{4}\\.[a-z\\d_]{1,20}-[a-z\\d_]{1,20}\\.\\d{1,4}|[a-z]\\d\\d-\\d{4})',
  typedOnly: true,
  read(text, start, bodyStart) {
    const isPart = (offset: number) => /[./\\@_=%&:+$-]/.test(text.charAt(offset));
    if (start > 0 && isPart(start - 1)) return null;
    if (isWordCharacter(text, bodyStart) || matchAt(/[-_/\\@]|\.[a-z\d]/iy, text, bodyStart) !== null) return null;
    const verdict = aclVerdict(text.slice(start, bodyStart));
    return { end: bodyStart, stop: bodyStart, verdict: 'reference' in verdict ? verdict : null };
  },
};

export const acl: Kind<'acl'> = {
  kind: 'acl',
  name: 'ACL',
  written: ({ id }) => `acl:${id}`,
  hosts: '(?:www\\.)?aclanthology\\.(?:org|info)|(?:www\\.)?aclweb\\.org|aclanthology\\.coli\\.uni-saarland\\.de',
  readPage,
  forms: [prefixedForm('acl(?: anthology)?', /\d{4}\.[a-z\d_]+-[a-z\d_]+\.\d+|[a-z]\d\d-\d+/iy, aclVerdict), bare],
  judgeAlone: (input) => (RESEMBLES.test(input) && /^\d{4}\./.test(input) ? aclVerdict(input) : null),
};
