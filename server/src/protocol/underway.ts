import type { CancellationToken } from 'vscode-languageserver';
import { stopIfCancelled } from './scheduling';

/** Work that goes on in the background, for whoever must not answer before it has ended. */
export class Underway {
  private readonly works = new Set<Promise<unknown>>();

  /** Returns the work itself. */
  add<T>(work: Promise<T>): Promise<T> {
    const end = () => void this.works.delete(ended);
    const ended: Promise<void> = work.then(end, end);
    this.works.add(ended);
    return work;
  }

  /** Returns once nothing goes on, however it has ended. Throws where the request is taken back before. */
  async ended(token: CancellationToken): Promise<void> {
    while (this.works.size > 0) {
      stopIfCancelled(token);
      await Promise.race([Promise.all(this.works), cancelled(token)]);
    }
    stopIfCancelled(token);
  }
}

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => void token.onCancellationRequested(() => resolve()));
}
