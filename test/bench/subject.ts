import { Notes } from '../../server/src/workspace/notes';
import type { Counts } from './madeUpDebate';

const URI = 'file:///bench.debate';

/** What is measured of Debate Notes, behind one door: when its API changes, this file does, and no other of the bench. */
export class Subject {
  private readonly notes = new Notes();
  private version = 0;

  /** Hands the next text of the one note over, as an editor would, and works out tree, links and labels. */
  read(text: string): void {
    this.version++;
    this.notes.standing(this.notes.set(URI, text, this.version));
  }

  /** Counts of the text that was read last: proof that the work was done. */
  counts(): Counts {
    const points = this.notes.get(URI)?.argument.points ?? [];
    return { statements: points.length, relations: points.reduce((sum, { repliesTo }) => sum + repliesTo.length, 0) };
  }
}
