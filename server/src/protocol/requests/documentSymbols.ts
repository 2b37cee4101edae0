import { type DocumentSymbol, DocumentSymbolRequest, type SymbolInformation } from 'vscode-languageserver';
import type { RequestFeature } from './request';

/** As a tree; for clients that take none, as a list. */
export const documentSymbols: RequestFeature = {
  announce: () => ({ documentSymbolProvider: true }),
  serve: ({ service, client, answer }) => {
    answer(
      DocumentSymbolRequest.type,
      ({ textDocument: { uri } }) => {
        const symbols = service.documentSymbols(uri);
        const isTree = client().textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
        return isTree ? symbols : listed(symbols.value(), uri);
      },
      { urgency: 'soon' },
    );
  },
};

/** All symbols one after the other, each with the name of the one that it stands under. Cost: linear in the symbols. */
function listed(symbols: readonly DocumentSymbol[], uri: string): SymbolInformation[] {
  const list: SymbolInformation[] = [];
  const waiting = symbols.map((symbol) => ({ symbol, containerName: '' })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { name, kind, range, children = [] } = next.symbol;
    const { containerName } = next;
    list.push({ name, kind, location: { uri, range }, ...(containerName && { containerName }) });
    for (const child of children.toReversed()) waiting.push({ symbol: child, containerName: name });
  }
  return list;
}
