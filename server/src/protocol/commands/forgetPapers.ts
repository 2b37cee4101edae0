import { FORGET_PAPERS_COMMAND } from '../messages';
import type { ServerCommand } from './command';

export const forgetPapers: ServerCommand = {
  name: FORGET_PAPERS_COMMAND,
  run: async ({ service }) => {
    await service.lookup?.clear();
    return null;
  },
};
