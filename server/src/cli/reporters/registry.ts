import { github } from './github';
import { json } from './json';
import { markdown } from './markdown';
import type { Reporter } from './reporter';
import { sarif } from './sarif';
import { text } from './text';

/** Every way to write a report down, by the name that `--format` takes. */
export const REPORTERS = { text, json, sarif, github, markdown } as const satisfies Readonly<Record<string, Reporter>>;

export type ReportFormat = keyof typeof REPORTERS;
