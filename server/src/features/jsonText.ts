/**
 * An answer that can be sent as JSON text that is known already: what is long, and changes little from one time to the
 * next, need not be written again. Where texts cannot be sent it is as good as the value: `JSON.stringify` takes that.
 */
export class JsonText<T> {
  /**
   * @param pieces in UTF-8; one after the other they are the JSON of the value. null where there is no such text
   * @param value the same as an object
   */
  constructor(
    readonly pieces: () => readonly Uint8Array[] | null,
    readonly value: () => T,
  ) {}

  toJSON(): T {
    return this.value();
  }
}
