import type { RequestFeature } from './request';

/** Who supports and attacks a statement, and what it bears on. */
export const callHierarchy: RequestFeature = {
  announce: () => ({ callHierarchyProvider: true }),
  serve: ({ connection, service }) => {
    const { callHierarchy } = connection.languages;
    callHierarchy.onPrepare(({ textDocument, position }) =>
      service.across.prepareCallHierarchy(textDocument.uri, position),
    );
    callHierarchy.onIncomingCalls(({ item }) => service.across.incomingCalls(item));
    callHierarchy.onOutgoingCalls(({ item }) => service.across.outgoingCalls(item));
  },
};
