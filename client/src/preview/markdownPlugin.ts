import { kindNames, labelNames } from '../map/mapStrings';
import { noteMarkdown, type PreviewStatement, readMark } from './noteMarkdown';

/** What of markdown-it is used: VS Code's preview hands over its own. */
export interface MarkdownIt {
  readonly core: { readonly ruler: { after(other: string, name: string, rule: (state: CoreState) => void): void } };
  readonly inline: {
    readonly ruler: {
      before(other: string, name: string, rule: (state: InlineState, silent: boolean) => boolean): void;
    };
  };
  readonly renderer: { readonly rules: Record<string, unknown> };
}

interface CoreState {
  src: string;
  readonly env: Environment | undefined;
}

interface InlineState {
  readonly src: string;
  pos: number;
  readonly env: Environment | undefined;
  push(type: string, tag: string, nesting: 0): { meta: unknown };
}

interface Environment {
  debateStatements?: readonly PreviewStatement[];
}

/**
 * Shows notes in VS Code's Markdown preview as trees, each statement with its kind, its speaker and whether it stands.
 * @param statementsOf those of the note that has a text; undefined where none has it, and the text is left alone. VS Code
 *   does not say which document it is that it reads
 */
export function debateNotes<Markdown extends MarkdownIt>(
  md: Markdown,
  statementsOf: (text: string) => readonly PreviewStatement[] | undefined,
): Markdown {
  md.core.ruler.after('normalize', 'debate_notes', (state) => {
    const statements = statementsOf(state.src);
    if (!statements || !state.env) return;
    state.env.debateStatements = statements;
    state.src = noteMarkdown(state.src, statements);
  });
  md.inline.ruler.before('text', 'debate_statement', (state, silent) => {
    const mark = readMark(state.src, state.pos);
    const statement = mark && state.env?.debateStatements?.[mark.index];
    if (!statement) return false;
    if (!silent) state.push('debate_statement', '', 0).meta = statement;
    state.pos = mark.end;
    return true;
  });
  md.renderer.rules['debate_statement'] = (tokens: readonly { meta: PreviewStatement }[], at: number) =>
    shown((tokens[at] as { meta: PreviewStatement }).meta);
  return md;
}

function shown({ kind, id, speaker, label }: PreviewStatement): string {
  const parts = [part(`kind debate-${kind}`, kindNames()[kind])];
  if (speaker !== null) parts.push(part('speaker', speaker));
  if (id !== null) parts.push(part('id', `#${id}`));
  if (label !== null) parts.push(part(`label debate-${label}`, labelNames()[label]));
  return `${parts.join(' ')} `;
}

function part(name: string, text: string): string {
  return `<span class="debate-${name}">${escaped(text)}</span>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
