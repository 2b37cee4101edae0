/** A half-open stretch of a note: UTF-16 offsets from 0, `end` not included, `start <= end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** True when `offset` lies in the range or at its end, where a cursor still touches it. */
export function touches(range: TextRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** True when the two ranges share at least one character. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when `inner` lies wholly inside `outer`. */
export function encloses(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
