import type { Followed } from '../passages/passages';
import type { Note } from './note';

/** What can be asked of notes in such a way that it can be seen later whether the answer would still be the same. */
export interface Answers {
  /** The note of a canonical URI. */
  note(key: string): Note | undefined;
  /** The note that references mean by a name. */
  named(name: string): Note | undefined;
  /** Who replies from elsewhere to the statements of a note, and with what words: a number for each state of it. */
  replies(key: string): number | undefined;
  /** What stands in a note, written down. */
  said(key: string): string | undefined;
}

interface Asked {
  readonly question: keyof Answers;
  readonly about: string;
  readonly answer: unknown;
}

/** Stands for the note itself, whose versions may come and go. */
const ITSELF = Symbol('the note itself');

/** What was asked of other notes to work something out of one. What was worked out holds as long as the answers do. */
export class Reads {
  private readonly asked = new Map<string, Asked>();
  /** What the passages of the note follow from that were asked for. */
  readonly followed: Followed[] = [];
  private isAll = false;
  /** As of when the answers are known to hold. */
  asOf = 0;
  /** The same of the bibliographies. */
  bibliographies = 0;

  /** @param own canonical URI of the note that it is all about */
  constructor(readonly own: string) {}

  add(question: keyof Answers, about: string, answer: unknown): void {
    const isOwn = question === 'note' && about === this.own;
    if (!isOwn) this.asked.set(`${question} ${about}`, { question, about, answer: this.told(answer) });
  }

  /** Something was asked that any change of any note may change. */
  addAll(): void {
    this.isAll = true;
  }

  /** Adds what was asked for a part of the same that was taken over; passages aside. */
  take({ asked, isAll }: Reads): void {
    for (const [key, one] of asked) this.asked.set(key, one);
    this.isAll ||= isAll;
  }

  /** Whether all would be answered as it was, passages aside. Cost: the questions. */
  holds(answers: Answers): boolean {
    if (this.isAll) return false;
    for (const { question, about, answer } of this.asked.values()) {
      if (this.told(answers[question](about)) !== answer) return false;
    }
    return true;
  }

  private told(answer: unknown): unknown {
    return (answer as Partial<Note> | undefined)?.key === this.own ? ITSELF : answer;
  }
}
