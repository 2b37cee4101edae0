import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
} from 'vscode-languageserver';
import type { RequestFeature } from './request';

/** Who supports and attacks a statement, and what it bears on. */
export const callHierarchy: RequestFeature = {
  announce: () => ({ callHierarchyProvider: true }),
  serve: ({ service, answer, notesRead }) => {
    answer(CallHierarchyPrepareRequest.type, ({ textDocument, position }) =>
      service.across.prepareCallHierarchy(textDocument.uri, position),
    );
    answer(CallHierarchyIncomingCallsRequest.type, async ({ item }, token) => {
      await notesRead(token);
      return service.across.incomingCalls(item);
    });
    answer(CallHierarchyOutgoingCallsRequest.type, async ({ item }, token) => {
      await notesRead(token);
      return service.across.outgoingCalls(item);
    });
  },
};
