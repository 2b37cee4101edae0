import { RULES } from '../../service';
import { rulePage } from '../rulePage';

/** What SARIF says of a rule, a `reportingDescriptor`. */
export interface SarifRule {
  readonly id: string;
  /** The id in the letters that viewers want names in. */
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: string };
  readonly properties: { readonly tags: readonly string[] };
}

/** Every rule; and the one thing that is said of files, not of notes. */
export async function sarifRules(): Promise<SarifRule[]> {
  const rules = RULES.map(async ({ meta }) => describe(meta, await rulePage(meta.id)));
  return [...(await Promise.all(rules)), describe(ENCODING, ENCODING_PAGE)];
}

const ENCODING = {
  id: 'invalid-encoding',
  severity: 'warning',
  description: 'A file holds bytes that are no UTF-8.',
  tags: ['files'],
};

const ENCODING_PAGE = `# \`invalid-encoding\`

Severity: warning.

**Fires on** a file with bytes that are no UTF-8. They are read as U+FFFD, and the file is not fixed.

**Why it matters.** Words that nobody can read are no argument. Save the file as UTF-8.
`;

interface Described {
  readonly id: string;
  readonly severity: string;
  readonly description: string;
  readonly tags: readonly string[];
}

function describe({ id, severity, description, tags }: Described, page: string): SarifRule {
  // Links to other pages lead nowhere from a report.
  const markdown = page.replace(/\[([^\]]*)\]\([^)]*\.md[^)]*\)/g, '$1');
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: description },
    fullDescription: { text: fullDescription(markdown) },
    help: { text: plain(markdown), markdown },
    defaultConfiguration: { level: levelOf(severity) },
    properties: { tags },
  };
}

/** What stands between the severity and the examples, in one line. */
function fullDescription(page: string): string {
  const [head = ''] = page.split(/^## /m);
  const [, , ...paragraphs] = head.trim().split(/\n\n+/);
  return plain(paragraphs.join(' ')).replace(/\s+/g, ' ');
}

function plain(markdown: string): string {
  return markdown.replaceAll('**', '');
}

/** SARIF knows no hints. */
export function levelOf(severity: string): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}
