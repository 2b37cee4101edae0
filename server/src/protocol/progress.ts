import type { CancellationToken, ClientCapabilities, Connection, ProgressToken } from 'vscode-languageserver';

/** Shows the user how far something is, where the client can. */
export interface Progress {
  /** @param share from 0 to 1 */
  report(share: number, message: string): void;
  done(): void;
  /** The user ended it. */
  readonly token: CancellationToken | null;
}

/** Begins to report progress: on the token that the client has given, else on one that it makes, else to nobody. */
export async function beginProgress(
  connection: Connection,
  client: ClientCapabilities,
  title: string,
  given?: ProgressToken,
): Promise<Progress> {
  const made = given === undefined ? await makeToken(connection, client) : null;
  const reporter = made ?? connection.window.attachWorkDoneProgress(given);
  reporter.begin(title, 0, undefined, true);
  return {
    report: (share, message) => reporter.report(Math.round(100 * share), message),
    done: () => reporter.done(),
    token: made?.token ?? null,
  };
}

/**
 * The same for work that waits for no client: what it reports until the client has made a token is not shown, and
 * nothing at all of work that has nothing to report. A share is told once, as whole percent.
 */
export function showProgress(
  connection: Connection,
  client: ClientCapabilities,
  title: string,
): Omit<Progress, 'token'> {
  let shown: Awaited<ReturnType<typeof makeToken>> = null;
  let last = -1;
  let isDone = false;
  const begin = async () => {
    shown = await makeToken(connection, client);
    shown?.begin(title, last, undefined, false);
    if (isDone) shown?.done();
  };
  return {
    report: (share, message) => {
      const percent = Math.round(100 * share);
      const isFirst = last < 0;
      if (percent !== last) shown?.report(percent, message);
      last = percent;
      if (isFirst) void begin();
    },
    done: () => {
      isDone = true;
      shown?.done();
    },
  };
}

/** Null where the client cannot, or will not. */
async function makeToken(connection: Connection, { window }: ClientCapabilities) {
  if (window?.workDoneProgress !== true) return null;
  return connection.window.createWorkDoneProgress().catch(() => null);
}
