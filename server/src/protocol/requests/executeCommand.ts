import { ErrorCodes, ExecuteCommandRequest, type ProgressToken, ResponseError } from 'vscode-languageserver';
import type { Progress } from '../commands/command';
import { COMMANDS } from '../commands/registry';
import type { Host, RequestFeature } from './request';

export const executeCommand: RequestFeature = {
  announce: () => ({
    executeCommandProvider: { commands: COMMANDS.map(({ name }) => name), workDoneProgress: true },
  }),
  serve: (host) => {
    // `onExecuteCommand` does not tell whether the client has given a token.
    host.answer(ExecuteCommandRequest.type, (params, token) => {
      const { command: name, arguments: args = [], workDoneToken } = params;
      const command = COMMANDS.find((known) => known.name === name);
      if (!command) throw new ResponseError(ErrorCodes.InvalidParams, 'there is no such command');
      return command.run(host, args, { token, progress: (title) => begin(host, workDoneToken, title) });
    });
  },
};

/** Begins to report progress: on the token that the client has given, else on one that it makes, else to nobody. */
async function begin({ connection, client }: Host, given: ProgressToken | undefined, title: string): Promise<Progress> {
  const canMake = given === undefined && client().window?.workDoneProgress === true;
  const made = canMake ? await connection.window.createWorkDoneProgress() : null;
  const reporter = made ?? connection.window.attachWorkDoneProgress(given);
  reporter.begin(title, 0, undefined, true);
  return {
    report: (share, message) => reporter.report(Math.round(100 * share), message),
    done: () => reporter.done(),
    token: made?.token ?? null,
  };
}
