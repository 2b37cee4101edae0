// Stands in, in the bundle, for the features of the client of which the server announces nothing: see `esbuild.js`.

class NoFeature {
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
  SignatureHelpFeature: NoFeature,
  TextDocumentContentFeature: NoFeature,
  TypeDefinitionFeature: NoFeature,
  TypeHierarchyFeature: NoFeature,
};
