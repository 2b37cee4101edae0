/**
 * When a server may be asked again, by its `Retry-After` header (RFC 9110, section 10.2.3): a number of seconds or an
 * HTTP date. Null for a header that is neither. At most a day from now, whatever the header says.
 * @param now milliseconds since 1970, as is the result
 */
export function readRetryAfter(header: string | null, now: number): number | null {
  const written = header?.trim() ?? '';
  if (/^\d{1,10}$/.test(written)) return now + Math.min(Number(written) * 1000, LONGEST);
  const date = HTTP_DATE.test(written) ? Date.parse(written.replace(/\d$/, '$& GMT')) : Number.NaN;
  return Number.isNaN(date) ? null : Math.min(Math.max(date, now), now + LONGEST);
}

const LONGEST = 24 * 60 * 60 * 1000;

/** `Sun, 06 Nov 1994 08:49:37 GMT`, and the two older forms, of which the last leaves out that it is GMT. */
const HTTP_DATE =
  /^(?:\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT|\w{6,9}, \d{2}-\w{3}-\d{2} \d{2}:\d{2}:\d{2} GMT|\w{3} \w{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4})$/;
