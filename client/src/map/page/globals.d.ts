/** What VS Code lends to the page of a webview. */
interface VSCodeApi {
  postMessage(message: unknown): void;
  /** What was last kept, also over a reload. */
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VSCodeApi;

declare module '*.css' {
  /** The text of the style sheet. */
  const text: string;

  // biome-ignore lint/style/noDefaultExport: what esbuild's loader of texts exports
  export { text as default };
}
