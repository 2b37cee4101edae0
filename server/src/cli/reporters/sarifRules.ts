import { RULES } from '../../service';
import { rulePage } from '../rulePage';
import { ABOUT_FILES } from './aboutFiles';

/** What SARIF says of a rule, a `reportingDescriptor`. */
export interface SarifRule {
  readonly id: string;
  /** The id in the letters that viewers want names in; left out where it would be the id again (SARIF1001). */
  readonly name?: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: string };
  readonly properties: { readonly tags: readonly string[] };
}

/** Every rule; and what is said of files, not of notes. */
export async function sarifRules(): Promise<SarifRule[]> {
  const rules = RULES.map(async ({ meta }) => describe(meta, await rulePage(meta.id)));
  return [...(await Promise.all(rules)), ...ABOUT_FILES.map(({ page, ...meta }) => describe(meta, page))];
}

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
    ...(id.includes('-') && { name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()) }),
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
