import { readSettings, type Settings, settingsIn } from './settings';

/**
 * Where a client may have settings: it answers when it is asked, sends them when they change, and sends them when it
 * starts the server. The first of these that says anything holds, as a whole.
 */
export class SettingSources {
  private atStart: unknown = null;
  private sent: unknown = null;
  /** Whether the client has once answered with settings: then an empty answer means that they were taken out. */
  private hasAnswered = false;

  /** @param written `initializationOptions` */
  started(written: unknown): Settings {
    this.atStart = written;
    return this.settings(null);
  }

  /** @param written `settings` of `workspace/didChangeConfiguration`; one that says nothing takes back the last */
  changed(written: unknown): void {
    this.sent = written;
  }

  /** @param answer of the client to `workspace/configuration`; null where it was not asked */
  settings(answer: unknown): Settings {
    if (settingsIn(answer) !== null) this.hasAnswered = true;
    if (this.hasAnswered && typeof answer === 'object' && answer !== null) return readSettings(answer);
    return readSettings(settingsIn(answer) ?? settingsIn(this.sent) ?? settingsIn(this.atStart));
  }
}
