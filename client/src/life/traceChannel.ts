import { type Disposable, EventEmitter, LogLevel, type LogOutputChannel, workspace } from 'vscode';

const SECTION = 'debateNotes';
const TRACE = 'trace.server';

/**
 * Where the client writes what editor and server say to each other: into the log, as soon as the setting asks for it. Left
 * to itself the client writes only what a log of the level *Trace* takes, whatever the setting says.
 */
export function traceChannel(log: LogOutputChannel): LogOutputChannel & Disposable {
  const changed = new EventEmitter<LogLevel>();
  const level = () => (workspace.getConfiguration(SECTION).get(TRACE) === 'off' ? LogLevel.Info : LogLevel.Trace);
  const following = workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(`${SECTION}.${TRACE}`)) changed.fire(level());
  });
  return Object.create(log, {
    logLevel: { get: level },
    onDidChangeLogLevel: { value: changed.event },
    trace: { value: (message: string) => log.info(message) },
    dispose: {
      value: () => {
        following.dispose();
        changed.dispose();
      },
    },
  });
}
