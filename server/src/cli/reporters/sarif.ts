import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../../package.json';
import type { FileRange } from '../opened';
import type { Problem, Reporter } from './reporter';
import { levelOf, sarifRules } from './sarifRules';

/**
 * For code scanning: the Static Analysis Results Interchange Format, SARIF 2.1.0, with the pages of the rules as their
 * help. https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
export const sarif: Reporter = async ({ problems }) => {
  const rules = await sarifRules();
  const indexes = new Map(rules.map(({ id }, i) => [id, i]));
  const run = {
    tool: { driver: { name: 'debate-notes', fullName: `debate-notes ${version}`, semanticVersion: version, rules } },
    // Everything that can be said of the notes that could be read; the exit code tells of others.
    invocations: [{ executionSuccessful: true }],
    // No address: a report is the same wherever it was made.
    originalUriBaseIds: { [ROOT]: { description: { text: 'The folder that debate-notes was run in.' } } },
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    results: problems.map((problem) => resultOf(problem, indexes)),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
};

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const ROOT = '%SRCROOT%';

function resultOf(problem: Problem, indexes: ReadonlyMap<string, number>) {
  const { rule, severity, message, file, range, related, fingerprint } = problem;
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule),
    level: levelOf(severity),
    message: { text: plainText(message) },
    locations: [{ physicalLocation: locationOf(file, range) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        physicalLocation: locationOf(other.file, other.range),
        message: { text: plainText(other.message) },
      })),
    }),
    ...(fingerprint !== null && { partialFingerprints: { 'contentFingerprint/v1': fingerprint } }),
  };
}

function locationOf(file: string, { start, end }: FileRange) {
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
  return { artifactLocation: artifactLocation(file), region };
}

/** From the folder the command runs in; what lies outside of it has an address of its own. */
function artifactLocation(file: string) {
  const uri = pathToFileURL(path.resolve(file)).href;
  const root = pathToFileURL(path.resolve('.')).href.replace(/\/?$/, '/');
  if (!uri.startsWith(root)) return { uri };
  // What stands before a colon in the first name would be taken for a scheme (RFC 3986, section 4.2).
  return { uri: uri.slice(root.length).replaceAll(':', '%3A'), uriBaseId: ROOT };
}

/**
 * `{0}` would be a placeholder (section 3.11.5) and `[words](place)` a link (section 3.11.6), and the words of notes stand
 * in messages.
 */
function plainText(message: string): string {
  const text = message.replace(/[{}]/g, '$&$&');
  return text.includes('](') ? text.replace(/[[\]]/g, '\\$&') : text;
}
