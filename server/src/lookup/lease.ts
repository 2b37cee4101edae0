import type { Clock, PaperStorage } from './edges';
import { at, parseJson } from './shape';

/**
 * A right that one window has at a time: a file that says who holds it and until when. A window that ends without
 * giving it back loses it when its time is over. Like every lease it rests on clocks: a holder that stands still for
 * longer than its time does not know that another has come in. Here that would cost one request too many.
 */
export class Lease {
  /**
   * @param name name of the file
   * @param holder something that no other window has
   * @param lifetime milliseconds; what is done under the lease must be over before
   */
  constructor(
    private readonly storage: PaperStorage,
    private readonly clock: Clock,
    private readonly name: string,
    private readonly holder: string,
    private readonly lifetime: number,
  ) {}

  /** Takes the lease; false when another window holds it. */
  async take(): Promise<boolean> {
    const text = JSON.stringify({ holder: this.holder, until: this.clock.now() + this.lifetime });
    if (await this.storage.create(this.name, text)) return true;
    const held = await this.storage.read(this.name, MOST_BYTES);
    if (!(await this.isOver(held))) return false;
    // Of all that see it is over one moves it away. Another may have done so, and taken it, a moment before.
    const away = `${this.name}.${this.holder}`;
    if (!(await this.storage.rename(this.name, away))) return false;
    const moved = await this.storage.read(away, MOST_BYTES);
    if (moved !== held && moved !== null) await this.storage.create(this.name, moved);
    await this.storage.remove(away);
    return this.storage.create(this.name, text);
  }

  /** Gives the lease back, if it is still ours. */
  async giveBack(): Promise<void> {
    const held = parseJson((await this.storage.read(this.name, MOST_BYTES)) ?? '');
    if (at(held, 'holder') === this.holder) await this.storage.remove(this.name);
  }

  /** Also for a file that says nothing: it is being written, or was left half written some time ago. */
  private async isOver(text: string | null): Promise<boolean> {
    // Later than the lease was read: one that was taken a moment ago must not seem to lie beyond its lifetime.
    const now = this.clock.now();
    const until = at(parseJson(text ?? ''), 'until');
    // No lease lasts longer than its lifetime, unless a clock was set back.
    if (typeof until === 'number') return now >= until || until > now + this.lifetime;
    const file = (await this.storage.list()).find(({ name }) => name === this.name);
    return file !== undefined && Math.abs(now - file.changed) > this.lifetime;
  }
}

const MOST_BYTES = 1000;
