import type { ServerCommand } from './command';
import { forgetPapers } from './forgetPapers';
import { lookUp } from './lookUp';
import { writePaper } from './writePaper';

export const COMMANDS: readonly ServerCommand[] = [forgetPapers, lookUp, writePaper];
