import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Done, runCommands } from './commands';
import { type LoadServer, type ServeOptions, serve } from './serve';
import type { ExitCode, Terminal } from './terminal';

const TRANSPORTS = ['stdio', 'socket', 'nodeIpc'];

export function addServe(program: Command, terminal: Terminal, done: Done, load: LoadServer): void {
  const command = program
    .command('serve')
    .description('run the language server, for editors; name one of --stdio, --socket and --node-ipc')
    .addOption(transport('--stdio', 'talk over standard input and output'))
    .addOption(
      transport('--socket <port>', 'talk to a port of this machine, on which the client listens').argParser(readPort),
    )
    .addOption(transport('--node-ipc', 'talk over the channel of a Node process that has forked this one'))
    .addOption(new Option('--clientProcessId <id>', 'end when this process has ended').hideHelp());
  command.action(async (options: ServeOptions) => {
    if (!TRANSPORTS.some((name) => name in options)) {
      command.error("error: an editor starts the language server, with '--stdio', '--socket PORT' or '--node-ipc'");
    }
    done(await serve(options, terminal, load));
  });
}

/**
 * Runs `debate-notes serve …` and knows no other command: an editor waits for it.
 * @param args without the program's own name
 */
export function runServe(args: readonly string[], terminal: Terminal, load: LoadServer): Promise<ExitCode> {
  return runCommands(args, terminal, (program, done) => addServe(program, terminal, done, load));
}

/** An option that excludes the other transports. */
function transport(flags: string, description: string): Option {
  const option = new Option(flags, description);
  return option.conflicts(TRANSPORTS.filter((name) => name !== option.attributeName()));
}

function readPort(written: string): number {
  const port = /^\d{1,5}$/.test(written) ? Number(written) : 0;
  if (port < 1 || port > 65535) throw new InvalidArgumentError('A port is a number from 1 to 65535.');
  return port;
}
