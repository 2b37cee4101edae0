import type * as VSCode from 'vscode';

/** The note `CAPABLE`, open in an editor, and another of the workspace that refers to it. */
export interface Asked {
  readonly vscode: typeof VSCode;
  readonly editor: VSCode.TextEditor;
  readonly other: VSCode.Uri;
}

/** How VS Code is made to ask the server for something, and what must be in the answer so that it is a real one. */
export interface Command {
  readonly ask: (asked: Asked) => unknown;
  /** Stands in the answer, written as JSON. */
  readonly shows: RegExp;
}

type Argument = number | string | undefined | Lines | object;

/** A place, or a stretch, by lines and characters. */
interface Lines {
  readonly from: readonly [line: number, character: number];
  readonly to?: readonly [line: number, character: number];
}

const CLAIM: Lines = { from: [1, 8] };
const TARGET: Lines = { from: [3, 20] };
const IN_TARGET: Lines = { from: [3, 19] };
const WHOLE: Lines = { from: [0, 0], to: [6, 0] };
const LAST: Lines = { from: [4, 0], to: [5, 0] };
const OPTIONS = { tabSize: 2, insertSpaces: true };

/** One of VS Code's commands, asked about the note. */
function run(name: string, ...args: readonly Argument[]) {
  return ({ vscode, editor }: Asked): Thenable<unknown> => {
    const given = args.map((arg) => (isLines(arg) ? placed(vscode, arg) : arg));
    return vscode.commands.executeCommand(name, editor.document.uri, ...given);
  };
}

function isLines(arg: Argument): arg is Lines {
  return typeof arg === 'object' && 'from' in arg;
}

function placed(vscode: typeof VSCode, { from, to }: Lines): VSCode.Position | VSCode.Range {
  const start = new vscode.Position(...from);
  return to ? new vscode.Range(start, new vscode.Position(...to)) : start;
}

/** The claim, or its rebuttal, and where the call hierarchy leads from there. */
function calls(from: Lines, command: string) {
  return async (asked: Asked): Promise<unknown> => {
    const prepared = await (run('vscode.prepareCallHierarchy', from)(asked) as Thenable<unknown[] | undefined>);
    return prepared?.[0] && asked.vscode.commands.executeCommand(command, prepared[0]);
  };
}

/** Renames the file, and back again; what becomes of the other note in between. */
async function renamed({ vscode, editor, other }: Asked): Promise<string> {
  const { uri } = editor.document;
  const away = uri.with({ path: uri.path.replace('capable', 'renamed') });
  const move = async (from: VSCode.Uri, to: VSCode.Uri) => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, to);
    await vscode.workspace.applyEdit(edit);
    return (await vscode.workspace.openTextDocument(other)).getText();
  };
  const between = await move(uri, away);
  await move(away, uri);
  return between;
}

/** VS Code asks, and edits along, a moment after something has happened. */
function resting(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 500));
}

/** The names of all symbols, those within others behind them. */
async function names(asked: Asked): Promise<string[]> {
  const flat = (symbols: readonly VSCode.DocumentSymbol[]): string[] =>
    symbols.flatMap(({ name, children }) => [name, ...flat(children)]);
  return flat((await run('vscode.executeDocumentSymbolProvider')(asked)) as VSCode.DocumentSymbol[]);
}

/** Types in the middle of an id, whose references VS Code then edits along; what the note says by then. */
async function linked({ vscode, editor }: Asked): Promise<string> {
  const place = new vscode.Position(...CLAIM.from);
  editor.selection = new vscode.Selection(place, place);
  await resting();
  await vscode.commands.executeCommand('type', { source: 'keyboard', text: 'x' });
  await resting();
  const text = editor.document.getText();
  await vscode.commands.executeCommand('undo');
  return text;
}

/** By the method of the protocol, everything that the server announces. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  'textDocument/diagnostic': {
    ask: ({ vscode, editor }) => vscode.languages.getDiagnostics(editor.document.uri),
    shows: /unsupported-claim/,
  },
  'textDocument/completion': {
    ask: run('vscode.executeCompletionItemProvider', IN_TARGET),
    shows: /"label":(?:\{"label":)?"#?scales"/,
  },
  'completionItem/resolve': {
    ask: run('vscode.executeCompletionItemProvider', IN_TARGET, undefined, 20),
    shows: /"documentation":\{"markdown":"[^}]*Debate scales/,
  },
  'textDocument/hover': { ask: run('vscode.executeHoverProvider', CLAIM), shows: /Rebutted/ },
  'textDocument/definition': { ask: run('vscode.executeDefinitionProvider', TARGET), shows: /"line":1/ },
  'textDocument/declaration': { ask: run('vscode.executeDeclarationProvider', TARGET), shows: /"line":1/ },
  'textDocument/references': { ask: run('vscode.executeReferenceProvider', CLAIM), shows: /referring\.debate/ },
  'textDocument/documentHighlight': {
    ask: run('vscode.executeDocumentHighlights', CLAIM),
    shows: /"line":1.*"line":3/,
  },
  'textDocument/prepareRename': { ask: run('vscode.prepareRename', CLAIM), shows: /"placeholder":"scales"/ },
  'textDocument/rename': {
    ask: run('vscode.executeDocumentRenameProvider', CLAIM, 'weighs'),
    shows: /referring\.debate.*weighs/,
  },
  'workspace/willRenameFiles': { ask: renamed, shows: /-> renamed#scales/ },
  'textDocument/documentSymbol': {
    ask: names,
    shows: /Oversight.*Debate scales/,
  },
  'workspace/symbol': {
    ask: ({ vscode }) => vscode.commands.executeCommand('vscode.executeWorkspaceSymbolProvider', 'says deb'),
    shows: /Debate scales/,
  },
  'textDocument/codeAction': {
    ask: run('vscode.executeCodeActionProvider', LAST, 'quickfix'),
    shows: /Add a 'support:' line/,
  },
  'textDocument/codeLens': { ask: run('vscode.executeCodeLensProvider'), shows: /"line":1/ },
  'codeLens/resolve': { ask: run('vscode.executeCodeLensProvider', 20), shows: /1 support · 2 rebuttals/ },
  'textDocument/inlayHint': { ask: run('vscode.executeInlayHintProvider', WHOLE), shows: /rebutted/ },
  'textDocument/semanticTokens/full': {
    ask: run('vscode.provideDocumentSemanticTokens'),
    shows: /"data":\{"0":1,/,
  },
  'textDocument/semanticTokens/range': {
    ask: run('vscode.provideDocumentRangeSemanticTokens', { from: [3, 0], to: [4, 0] }),
    shows: /"data":\{"0":3,/,
  },
  'textDocument/foldingRange': { ask: run('vscode.executeFoldingRangeProvider'), shows: /"start":1/ },
  'textDocument/selectionRange': {
    ask: ({ vscode, editor }) =>
      vscode.commands.executeCommand('vscode.executeSelectionRangeProvider', editor.document.uri, [
        placed(vscode, CLAIM),
      ]),
    shows: /"parent":\{.*"parent":/,
  },
  'textDocument/documentLink': { ask: run('vscode.executeLinkProvider'), shows: /arxiv\.org.*1805\.00899/ },
  'textDocument/linkedEditingRange': { ask: linked, shows: /claim #sxcales.*-> #sxcales/ },
  'textDocument/formatting': {
    ask: run('vscode.executeFormatDocumentProvider', OPTIONS),
    shows: /"line":4.*"newText":/,
  },
  'textDocument/rangeFormatting': {
    ask: run('vscode.executeFormatRangeProvider', LAST, OPTIONS),
    shows: /"line":4.*"newText":/,
  },
  'textDocument/onTypeFormatting': {
    ask: run('vscode.executeFormatOnTypeProvider', { from: [4, 6] }, ':', OPTIONS),
    shows: /"newText":"c"|"newText":"claim/,
  },
  'textDocument/prepareCallHierarchy': { ask: run('vscode.prepareCallHierarchy', CLAIM), shows: /Debate scales/ },
  'callHierarchy/incomingCalls': {
    ask: calls(CLAIM, 'vscode.provideIncomingCalls'),
    shows: /It did in games.*Not in life/,
  },
  'callHierarchy/outgoingCalls': {
    ask: calls({ from: [3, 2] }, 'vscode.provideOutgoingCalls'),
    shows: /"to":\{.*Debate scales/,
  },
  'workspace/executeCommand': {
    ask: ({ vscode, editor }) => vscode.commands.executeCommand('debateNotes.lookUp', editor.document.uri.toString()),
    shows: /Looking up papers online is off/,
  },
};

/** What VS Code asks for by itself, and shows without telling extensions; with when it does so. */
export const UNSEEN: Readonly<Record<string, string>> = {
  'inlayHint/resolve': 'while the mouse is over a hint',
  'textDocument/semanticTokens/full/delta': 'after every edit of a note that is shown',
};
