import type { Paper } from '../../bibliography/paper';
import type { Reference } from '../../citations/reference';
import type { Refused } from '../ask';
import type { NotUnderstood } from '../reading';

/** A public index of papers: whom to ask, how, and how to read what it says. Knows nothing of when it is asked. */
export interface PaperIndex {
  /** Short name, safe in the name of a file. */
  readonly name: string;
  /** What people call it. */
  readonly label: string;
  /** The only hosts that are asked; the first is asked first. */
  readonly hosts: readonly [string, ...string[]];
  readonly accept: string;
  /** Media types of answers, without parameters and in lower case. */
  readonly mediaType: RegExp;
  /** Milliseconds between the end of one request and the beginning of the next. */
  readonly gap: number;
  /** Papers that one request may ask for. */
  readonly batch: number;
  /** What the index calls a work; null for works that it is not asked about. */
  idOf(reference: Pick<Reference, 'kind' | 'id'>): string | null;
  /**
   * Path and query of a request. Everything in it is made of the ids, and of the address that the user wants told.
   * @param ids at least one, at most `batch`, from `idOf`
   * @param mailto an e-mail address; null where none is to be told
   */
  path(ids: readonly string[], mailto: string | null): string;
  /** The papers in an answer, by id; those that are not in it the index does not know. Never throws. */
  read(text: string, ids: readonly string[]): ReadonlyMap<string, Paper> | NotUnderstood | Refused;
}
