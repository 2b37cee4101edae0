import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const GRAMMAR = 'syntaxes/debate.tmLanguage.json';

/** YAML has a grammar of its own in every editor; here its lines are one colour. */
const YAML = JSON.stringify({ scopeName: 'source.yaml', patterns: [{ match: '.+', name: 'string.yaml' }] });

/** The grammar as VS Code runs it: the same tokeniser and the same regular expressions. */
export async function loadGrammar(): Promise<IGrammar> {
  const entry = createRequire(path.resolve('package.json')).resolve('vscode-oniguruma');
  await loadWASM(fs.readFileSync(path.join(path.dirname(entry), 'onig.wasm')));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) =>
      scope === 'text.debate'
        ? parseRawGrammar(fs.readFileSync(GRAMMAR, 'utf8'), GRAMMAR)
        : parseRawGrammar(YAML, 'yaml.json'),
  });
  const grammar = await registry.loadGrammar('text.debate');
  if (!grammar) throw new Error('the grammar has not loaded');
  return grammar;
}

/** A stretch of a line and its scopes, the root left out. */
export interface GrammarToken {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** The tokens of every line of a text. */
export function tokensOf(grammar: IGrammar, text: string): GrammarToken[][] {
  let state = INITIAL;
  return text.split(/\r\n|\r|\n/).map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      start: startIndex,
      end: Math.min(endIndex, line.length),
      scopes: scopes.slice(1),
    }));
  });
}

/** A text with the scopes below each line, as its snapshot has them: `#    ^^^ scope scope`. */
export function snapshotOf(grammar: IGrammar, text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  return tokensOf(grammar, text)
    .flatMap((tokens, number) => [
      `>${lines[number]}`,
      ...tokens
        .filter(({ start, end, scopes }) => scopes.length > 0 && end > start)
        .map(({ start, end, scopes }) => `#${' '.repeat(start)}${'^'.repeat(end - start)} ${scopes.join(' ')}`),
    ])
    .join('\n')
    .concat('\n');
}
