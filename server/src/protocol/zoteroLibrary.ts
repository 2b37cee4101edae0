import type { RemoteConsole } from 'vscode-languageserver';
import type { LanguageService, Lookup, ZoteroReading } from '../service';
import { hash } from '../syntax/hash';

type ServiceWithLibrary = Pick<LanguageService, 'setZoteroLibrary'> & {
  readonly lookup: Pick<Lookup, 'readZotero'> | null;
};

/** Milliseconds between two times that Zotero is asked: its library changes while papers are read. */
const ASK_AGAIN = 60_000;

/** Keeps the library of the Zotero on this machine known, if the user has switched that on. */
export class ZoteroLibrary {
  private isOn = false;
  private asking: AbortController | undefined;
  private lastAsked = Number.NEGATIVE_INFINITY;
  private lastSaid = '';
  /** Hash of the library that was read last. */
  private lastRead = '';

  /**
   * @param log of the client
   * @param changed is called when the library is another
   */
  constructor(
    private readonly service: ServiceWithLibrary,
    private readonly log: Pick<RemoteConsole, 'info'>,
    private readonly changed: () => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** Switches it on or off. Nothing is asked before, nor after. Cost: nothing where nothing changes. */
  configure(isOn: boolean): void {
    if (isOn === this.isOn) return;
    this.isOn = isOn;
    this.lastAsked = Number.NEGATIVE_INFINITY;
    this.lastSaid = '';
    this.lastRead = '';
    this.asking?.abort();
    this.asking = undefined;
    this.service.setZoteroLibrary(isOn ? '' : null);
    if (isOn) this.noteUsed();
    else this.changed();
  }

  /** Somebody uses a note: the library is read again, if it was not read a moment ago. Returns at once. */
  noteUsed(): void {
    const { lookup } = this.service;
    if (!this.isOn || !lookup || this.asking || this.now() - this.lastAsked < ASK_AGAIN) return;
    const asking = new AbortController();
    this.asking = asking;
    void lookup.readZotero(asking.signal).then((reading) => {
      // Switched off in the meantime, or on again.
      if (this.asking !== asking) return;
      this.asking = undefined;
      this.lastAsked = this.now();
      this.take(reading);
    });
  }

  /** Where the library cannot be read, what was read before still holds, and it is said once. */
  private take(reading: ZoteroReading): void {
    if (reading.kind === 'read') {
      this.lastSaid = '';
      const read = hash(reading.text);
      if (read === this.lastRead) return;
      this.lastRead = read;
      this.service.setZoteroLibrary(reading.text);
      this.changed();
      return;
    }
    const said = sentenceOf(reading);
    if (said !== '' && said !== this.lastSaid) this.log.info(said);
    this.lastSaid = said;
  }
}

function sentenceOf(reading: Exclude<ZoteroReading, { kind: 'read' }>): string {
  switch (reading.kind) {
    case 'absent':
      return 'Zotero does not run; its library is read as soon as it does.';
    case 'no-better-bibtex':
      return 'Zotero runs, but without Better BibTeX, which has the citation keys.';
    case 'failed':
      return `Zotero was asked for its library, but ${reading.reason}.`;
    case 'cancelled':
      return '';
  }
}
