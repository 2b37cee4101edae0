import { writtenForm } from '../citations/paper';
import { LanguageService } from '../service';
import { decodeUtf8 } from '../workspace/decode';
import { printedLines } from './printed';
import { EXIT, type ExitCode, type Format, type Terminal } from './terminal';

/**
 * `debate-notes cite [REF…]`: what references refer to. Without arguments it reads them from standard input, one a
 * line, everything but the line break included; blank lines are passed over. A reference that is refused is an answer, not a failure.
 */
export async function cite(references: readonly string[], format: Format, terminal: Terminal): Promise<ExitCode> {
  const service = new LanguageService();
  const inputs = references.length > 0 ? references : linesOf(decodeUtf8(await terminal.input()).text);
  for (const input of inputs) {
    for (const verdict of service.identify(input)) {
      terminal.out(format === 'json' ? `${json(input, verdict)}\n` : printedLines([text(input, verdict)]));
    }
  }
  return EXIT.clean;
}

type Verdict = ReturnType<LanguageService['identify']>[number];

/** A line ends with LF or CRLF; a CR that stands alone belongs to the line. */
function linesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}

function json(input: string, verdict: Verdict): string {
  if ('reason' in verdict) {
    return JSON.stringify({ input, rejected: verdict.reason, meant: verdict.meant && writtenForm(verdict.meant) });
  }
  const { kind, id, version, url, pdf } = verdict.reference;
  return JSON.stringify({ input, kind, id, version, url, pdf });
}

function text(input: string, verdict: Verdict): string {
  if ('reason' in verdict) {
    const meant = verdict.meant ? ` (perhaps ${writtenForm(verdict.meant)})` : '';
    return `${input}: rejected: ${verdict.reason}${meant}`;
  }
  const { kind, id, version, url, pdf } = verdict.reference;
  return [`${input}: ${kind} ${id}${version ?? ''}`, url, pdf].filter((part) => part !== null).join('  ');
}
