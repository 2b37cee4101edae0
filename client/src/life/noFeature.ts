// Stands in, in the bundle, for the features of the client of which the server announces nothing: see `esbuild.js`.

class NoFeature {
  /** Of cells of notebooks the client knows by it what it need not send. */
  static readonly CellScheme = 'vscode-notebook-cell';

  fillClientCapabilities(): void {}
  initialize(): void {}
  clear(): void {}

  getState(): { readonly kind: 'static' } {
    return { kind: 'static' };
  }
}

module.exports = {
  ColorProviderFeature: NoFeature,
  ImplementationFeature: NoFeature,
  InlineCompletionItemFeature: NoFeature,
  InlineValueFeature: NoFeature,
  NotebookDocumentSyncFeature: NoFeature,
  SignatureHelpFeature: NoFeature,
  TextDocumentContentFeature: NoFeature,
  TypeDefinitionFeature: NoFeature,
  TypeHierarchyFeature: NoFeature,
};
