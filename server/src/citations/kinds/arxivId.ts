/**
 * arXiv identifiers, as described at https://info.arxiv.org/help/arxiv_identifier.html and
 * https://info.arxiv.org/help/arxiv_identifier_for_services.html.
 */
import type { Refused } from '../reference';

export interface ArxivId {
  /** `2107.03374` or `hep-th/9901001`. */
  readonly id: string;
  /** `v2`, or null. */
  readonly version: string | null;
}

/**
 * The archives that gave out identifiers of the old form, among them those merged into others since. The archives
 * founded after March 2007 (`stat`, `q-fin`, `econ`, `eess`) never did. Source: https://arxiv.org/category_taxonomy
 * and the archive table of the arXiv project's own software (arXiv/arxiv-base, taxonomy/definitions.py).
 */
export const OLD_ARCHIVES: readonly string[] = [
  'acc-phys',
  'adap-org',
  'alg-geom',
  'ao-sci',
  'astro-ph',
  'atom-ph',
  'bayes-an',
  'chao-dyn',
  'chem-ph',
  'cmp-lg',
  'comp-gas',
  'cond-mat',
  'cs',
  'dg-ga',
  'funct-an',
  'gr-qc',
  'hep-ex',
  'hep-lat',
  'hep-ph',
  'hep-th',
  'math',
  'math-ph',
  'mtrl-th',
  'nlin',
  'nucl-ex',
  'nucl-th',
  'patt-sol',
  'physics',
  'plasm-ph',
  'q-alg',
  'q-bio',
  'quant-ph',
  'solv-int',
  'supr-con',
];

/** `YYMM.NUMBER`, with or without a version. */
const NEW_FORM = /^(\d\d)(\d\d)\.(\d+)(v\d*)?$/i;
/** `archive/YYMMNUMBER` or `archive.CLASS/YYMMNUMBER`, with or without a version. */
const OLD_FORM = /^([a-z][a-z-]*)(?:\.[a-z-]+)?\/(\d+)(v\d*)?$/i;

/** Reads an identifier that is the whole of `written`; refuses one that arXiv cannot have given out. */
export function parseArxivId(written: string): ArxivId | Refused {
  const recent = NEW_FORM.exec(written);
  if (recent) {
    const [, year = '', month = '', number = '', version = ''] = recent;
    const id = `${year}${month}.${number}`;
    return refuse(newFormFault(year, month, number) ?? versionFault(version)) ?? withVersion(id, version);
  }
  const old = OLD_FORM.exec(written);
  if (old) {
    const [, archive = '', digits = '', version = ''] = old;
    const id = `${archive.toLowerCase()}/${digits}`;
    return refuse(oldFormFault(archive.toLowerCase(), digits) ?? versionFault(version)) ?? withVersion(id, version);
  }
  return { reason: 'an arXiv identifier is written like 2107.03374 or hep-th/9901001' };
}

/**
 * The identifier that a mistyped one was probably meant as: with a missing dot or hyphen, with a zero too many or too
 * few, with a version that does not exist. Null when no such slip gives a possible identifier.
 */
export function probableArxivId(written: string): ArxivId | null {
  const [, month = '', number = '', version = ''] = /^(\d{4})\.?(\d+)(v\d*)?$/i.exec(written) ?? [];
  const isDotted = written.includes('.');
  const length = month < '1501' ? 4 : 5;
  const digits = isDotted ? withLength(number, length) : number;
  const keptVersion = /^v[1-9]/i.test(version) ? version : '';
  const repaired = month ? `${month}.${digits}${keptVersion}` : withHyphen(written);
  const parsed = repaired === null ? null : parseArxivId(repaired);
  return parsed === null || 'reason' in parsed ? null : parsed;
}

/** The number with zeros put in or left out; of `033745` any digit may be the one too many. */
function withLength(number: string, length: number): string {
  const shortened = number.slice(-length);
  const isPadded = length === 4 || shortened.startsWith('0');
  return number.length > length && isPadded && /^0*$/.test(number.slice(0, -length))
    ? shortened
    : number.padStart(length, '0');
}

/** `hepth/9901001` with the hyphen that the archive has; null when no archive is named so. */
function withHyphen(written: string): string | null {
  const [, name = '', rest = ''] = /^([a-z][a-z-]*)(?:\.[a-z-]+)?(\/\d{7}(?:v[1-9]\d*)?)/i.exec(written) ?? [];
  const letters = (archive: string) => archive.replaceAll('-', '').toLowerCase();
  const archive = name && OLD_ARCHIVES.find((known) => letters(known) === letters(name));
  return archive ? archive + rest : null;
}

function newFormFault(year: string, month: string, number: string): string | null {
  // Years have two digits and arXiv began in 1991, so 91 to 99 can only be 1991 to 1999.
  if (Number(year) >= 91) return `papers of 19${year} have identifiers of the old form, like hep-th/9901001`;
  const fault = monthFault(month);
  if (fault) return fault;
  if (`${year}${month}` < '0704') return 'identifiers of this form begin with April 2007, 0704';
  const length = `${year}${month}` < '1501' ? 4 : 5;
  if (number.length !== length) {
    const period = length === 4 ? 'until the end of 2014' : 'since 2015';
    return `${period} the number after the dot has ${length} digits, not ${number.length}`;
  }
  return numberFault(number);
}

function oldFormFault(archive: string, digits: string): string | null {
  if (!OLD_ARCHIVES.includes(archive)) return `arXiv has no old identifiers of an archive named ${archive}`;
  if (digits.length !== 7) return `an old arXiv identifier has 7 digits, not ${digits.length}`;
  const fault = monthFault(digits.slice(2, 4));
  if (fault) return fault;
  const year = Number(digits.slice(0, 2));
  if (year < 91 && digits.slice(0, 4) > '0703') return 'identifiers of the old form end with March 2007, 0703';
  return numberFault(digits.slice(4));
}

function monthFault(month: string): string | null {
  return Number(month) >= 1 && Number(month) <= 12 ? null : `month ${month} does not exist`;
}

function numberFault(number: string): string | null {
  return Number(number) > 0 ? null : `paper number ${number} does not exist, the first of a month is 1`;
}

function versionFault(version: string): string | null {
  return version === '' || /^v[1-9]/i.test(version) ? null : `version ${version} does not exist, the first is v1`;
}

function refuse(reason: string | null): Refused | null {
  return reason === null ? null : { reason };
}

function withVersion(id: string, version: string): ArxivId {
  return { id, version: version === '' ? null : version.toLowerCase() };
}
