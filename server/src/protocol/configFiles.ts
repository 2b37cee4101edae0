import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { LanguageService } from '../service';
import type { FileSystem } from '../workspace/fileSystem';
import type { Door } from './door';
import type { Pauses } from './pauses';

/** Keeps the configuration of open notes known, and tells the client what is wrong in its files. */
export class ConfigFiles {
  /** What was told last, by URI. */
  private readonly sent = new Map<string, string>();
  private readonly publishSoon: () => void;

  constructor(
    private readonly connection: Connection,
    private readonly door: Door,
    private readonly service: LanguageService,
    private readonly files: FileSystem,
    private readonly openNotes: () => readonly { readonly uri: string }[],
    private readonly pauses: Pauses,
  ) {
    this.publishSoon = pauses.after(PUBLISH_DELAY, () => {
      this.publish().catch((error: unknown) => this.connection.console.error(String(error)));
    });
  }

  /** Returns once it is known what users have set for a note, and what the bibliographies say that it names. */
  async load(note: string): Promise<void> {
    this.publishSoon();
    await this.service.linter.configuration.load(note, this.files);
    await this.service.loadBibliographies(note, this.files);
  }

  /** Returns once the bibliographies that any note names are known. */
  async loadBibliographies(): Promise<void> {
    for (const note of this.service.noteUris()) await this.service.loadBibliographies(note, this.files);
  }

  /** Files have changed, been made or deleted. Returns whether other things may hold for some note. */
  changed(uris: readonly string[]): boolean {
    const known = uris.filter((uri) => this.service.linter.configuration.forget(uri));
    if (known.length > 0) this.publishSoon();
    return known.length > 0;
  }

  /** These files are no notes, so that no client asks for their diagnostics: they are pushed, where they have changed. */
  private async publish(): Promise<void> {
    const notes = this.openNotes().map(({ uri }) => uri);
    for (const note of notes) await this.service.linter.configuration.load(note, this.files);
    if (this.pauses.isOver) return;
    const problems = this.service.linter.configProblems(notes);
    for (const uri of this.sent.keys()) if (!problems.has(uri)) this.send(uri, []);
    for (const [uri, diagnostics] of problems) this.send(uri, diagnostics);
  }

  private send(uri: string, diagnostics: Diagnostic[]): void {
    const written = JSON.stringify(this.door.encoding.outgoing(diagnostics, uri));
    if ((this.sent.get(uri) ?? '[]') === written) return;
    if (diagnostics.length > 0) this.sent.set(uri, written);
    else this.sent.delete(uri);
    this.door.publish({ uri, diagnostics });
  }
}

/** Milliseconds without a change before problems are told. */
const PUBLISH_DELAY = 200;
