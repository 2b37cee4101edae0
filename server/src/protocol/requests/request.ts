import type { CancellationToken, ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { LanguageService } from '../../service';
import type { Door } from '../door';
import type { PositionEncoding } from '../encoding/positionEncoding';
import type { Schedule } from '../scheduling';
import type { ClientCommands, Settings } from '../settings';

/** What a request is answered with and on. What the client can do and has set is known once it has introduced itself. */
export interface Host {
  readonly connection: Connection;
  readonly service: LanguageService;
  /** Answers a request from now on; the only way to do so, because positions are converted there. */
  readonly answer: Door['answer'];
  /** Tells the client to ask again. */
  readonly refresh: Door['refresh'];
  readonly encoding: PositionEncoding;
  /** Makes room for others in what takes long. */
  readonly schedule: Schedule;
  client(): ClientCapabilities;
  settings(): Settings;
  commands(): ClientCommands;
  /** Returns once it is known what users have set for a note. */
  loadConfig(note: string): Promise<void>;
  /** Returns once the bibliographies are known that a note or the settings name. */
  loadBibliographies(note: string): Promise<void>;
  /** Returns once the bibliographies that any note names are known. */
  loadAllBibliographies(): Promise<void>;
  /** Returns once settings that have just been changed are known. */
  settingsRead(): Promise<void>;
  /**
   * Returns once all notes have been read that there are: for what is wrong where one is missing, and not only less.
   * Throws where the request is taken back before.
   */
  notesRead(token: CancellationToken): Promise<void>;
}

/** A request of the protocol, or a few that only make sense together: one file each, one line in `registry.ts`. */
export interface RequestFeature {
  /** What the server says of it. */
  announce(client: ClientCapabilities): ServerCapabilities;
  /** Answers it from now on. */
  serve(host: Host): void;
  /** Tells the client, if it takes that, that answers may be others though it has edited nothing they are about. */
  refresh?(host: Host): void;
}
