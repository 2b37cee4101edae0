import type { Outline, OutlineCitation, OutlineStatement } from '../service';
import type { NoteFile } from './findNotes';
import { type FileRange, OpenedNotes } from './opened';
import { complain, printedLines } from './printed';
import { EXIT, type ExitCode, type Format, type Terminal } from './terminal';

/** `debate-notes outline PATH…`: the argument of each note as a tree. */
export async function outline(paths: readonly string[], format: Format, terminal: Terminal): Promise<ExitCode> {
  const opened = await OpenedNotes.open(paths, terminal);
  for (const { file, firstInvalid } of opened.notes) {
    if (firstInvalid !== null) complain(terminal, `${file} is not valid UTF-8; read with U+FFFD in its place.`);
  }
  const outlines = opened.notes.flatMap((note) => {
    const found = opened.service.outline(note.uri);
    return found ? [{ note, found }] : [];
  });
  const print = format === 'json' ? jsonOf : textOf;
  const printed = outlines.map(({ note, found }) => print(opened, note, found));
  terminal.out(format === 'json' ? `[${printed.join(',')}]\n` : printed.join('\n'));
  return opened.incomplete ? EXIT.failed : EXIT.clean;
}

function jsonOf(opened: OpenedNotes, { file, uri }: NoteFile, { title, citations, statements }: Outline): string {
  const head = JSON.stringify({ file, title, citations: citations.map((cited) => citationJson(opened, uri, cited)) });
  return `${head.slice(0, -1)},"statements":${statementsJson(opened, uri, statements)}}`;
}

/** Written without recursion: a thread may be nested deeper than a stack. */
function statementsJson(opened: OpenedNotes, uri: string, roots: readonly OutlineStatement[]): string {
  const written: string[] = ['['];
  const waiting: (OutlineStatement | string)[] = [']'];
  const push = (statements: readonly OutlineStatement[]) => {
    for (let i = statements.length - 1; i >= 0; i--) {
      waiting.push(statements[i] as OutlineStatement);
      if (i > 0) waiting.push(',');
    }
  };
  push(roots);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') {
      written.push(next);
      continue;
    }
    written.push(`${JSON.stringify(statementJson(opened, uri, next)).slice(0, -1)},"children":[`);
    waiting.push(']}');
    push(next.children);
  }
  return written.join('');
}

function statementJson(opened: OpenedNotes, uri: string, statement: OutlineStatement) {
  const { kind, id, speaker, text, label, range, relation, targets, citations } = statement;
  return {
    kind,
    id,
    speaker,
    text,
    label,
    range: opened.rangeIn(uri, range),
    relation,
    targets: targets.map(({ id: target, meant }) => ({
      file: meant && opened.fileOf(meant.note.uri),
      id: target,
      line: meant && meant.point.statement.firstLine + 1,
    })),
    citations: citations.map((cited) => citationJson(opened, uri, cited)),
  };
}

interface CitationJson {
  readonly kind: string;
  readonly id: string;
  readonly version: string | null;
  readonly url: string | null;
  readonly pdf: string | null;
  readonly range: FileRange;
}

function citationJson(opened: OpenedNotes, uri: string, { reference, range }: OutlineCitation): CitationJson {
  const { kind, id, version, url, pdf } = reference;
  return { kind, id, version, url, pdf, range: opened.rangeIn(uri, range) };
}

function textOf(opened: OpenedNotes, { file, uri }: NoteFile, { title, citations, statements }: Outline): string {
  const lines = [title === null ? file : `${file}: ${title}`];
  const waiting = statements.map((statement) => ({ statement, depth: 1 })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { statement, depth } = next;
    const indent = '  '.repeat(Math.min(depth, DEEPEST_INDENT));
    lines.push(`${indent}${statementLine(opened, uri, statement)}`);
    for (const cited of statement.citations) lines.push(`${indent}  ${citationLine(cited)}`);
    for (const child of [...statement.children].reverse()) waiting.push({ statement: child, depth: depth + 1 });
  }
  if (citations.length > 0) lines.push('  Cited in no statement:');
  for (const cited of citations) lines.push(`    ${citationLine(cited)}`);
  return printedLines(lines);
}

/** Deeper statements are not indented any further: a line must stay readable, and the text linear. */
const DEEPEST_INDENT = 100;

function statementLine(opened: OpenedNotes, uri: string, statement: OutlineStatement): string {
  const { kind, id, speaker, text, label, range, targets } = statement;
  const header = [kind, id && `#${id}`, speaker && `(${speaker})`].filter((part) => part).join(' ');
  const to = targets.length > 0 ? ` -> ${targets.map(({ id: target }) => `#${target}`).join(', ')}` : '';
  const stands = label === null ? '' : ` [${label}]`;
  return `${header}${to}: ${text}${stands} (line ${opened.rangeIn(uri, range).start.line})`;
}

function citationLine({ reference: { kind, id, version, url, pdf } }: OutlineCitation): string {
  const links = [url, pdf].filter((link) => link !== null).join('  ');
  return kind === 'url' ? `* ${links}` : `* ${kind} ${id}${version ?? ''}  ${links}`;
}
