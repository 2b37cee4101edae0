import { ErrorCodes, ExecuteCommandRequest, ResponseError } from 'vscode-languageserver';
import { COMMANDS } from '../commands/registry';
import { beginProgress } from '../progress';
import type { RequestFeature } from './request';

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
      const progress = (title: string) => beginProgress(host.connection, host.client(), title, workDoneToken);
      return command.run(host, args, { token, progress });
    });
  },
};
