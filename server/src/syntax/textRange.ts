/** A half-open stretch of a note: UTF-16 offsets from 0, `end` not included, `start <= end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** True when `offset` lies in the range or at its end, where a cursor still touches it. */
export function touches(range: TextRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
