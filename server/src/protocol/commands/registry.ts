import type { ServerCommand } from './command';
import { forgetPapers } from './forgetPapers';
import { lookUp } from './lookUp';

export const COMMANDS: readonly ServerCommand[] = [forgetPapers, lookUp];
