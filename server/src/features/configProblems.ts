import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { BaselineEntry } from '../config/baseline';
import type { Configuration } from '../config/configuration';
import { LineIndex } from '../syntax/lineIndex';
import { SOURCE } from './diagnostics';

/** A diagnostic of a configuration file or a baseline. */
export type ConfigProblem = Diagnostic & { readonly message: string };

/**
 * What is wrong in configuration files and baselines, in the files themselves.
 * @param stale entries of baselines that nothing fits any more, by URI of the baseline
 * @returns diagnostics by URI; files without a problem have an empty list. Cost: linear in files with problems
 */
export function configProblems(
  configuration: Configuration,
  stale: ReadonlyMap<string, readonly BaselineEntry[]>,
): Map<string, ConfigProblem[]> {
  const problems = new Map<string, ConfigProblem[]>();
  for (const [uri, faults] of configuration.faults()) {
    const entries = stale.get(uri) ?? [];
    if (faults.length + entries.length === 0) {
      problems.set(uri, []);
      continue;
    }
    const lines = new LineIndex(configuration.textOf(uri) ?? '');
    problems.set(uri, [
      ...faults.map(({ range, message }) => ({ range: lines.positions(range), ...FAULT, message })),
      ...entries.map(({ rule, range }) => ({
        range: lines.positions(range),
        ...STALE,
        message: `The note has no such '${rule}' any more. Take this out, or write the baseline anew.`,
      })),
    ]);
  }
  return problems;
}

const FAULT = { severity: DiagnosticSeverity.Error, source: SOURCE };

const STALE = {
  severity: DiagnosticSeverity.Information,
  code: 'stale-baseline-entry',
  source: SOURCE,
  tags: [DiagnosticTag.Unnecessary],
} satisfies Partial<Diagnostic>;
