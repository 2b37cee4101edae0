import type { WorkspaceEdit } from 'vscode-languageserver';
import { KEYWORDS } from '../../service';
import {
  ADD_REPLY_REQUEST,
  type AddedReply,
  type AddReplyParams,
  BRANCH_MARKDOWN_REQUEST,
  MOVE_BRANCHES_REQUEST,
  MOVE_DESTINATIONS_REQUEST,
  type MoveBranchesParams,
  REFERENCE_REQUEST,
  REPLIES_REQUEST,
  type Refused,
  type StatementPlace,
  type StatementReference,
} from '../messages';
import type { RequestFeature } from './request';

/** What our own client does to statements from its view: nothing to announce. */
export const argumentActions: RequestFeature = {
  announce: () => ({}),
  serve: ({ connection, service, client }) => {
    const actions = service.argumentActions;
    const versioned = () => client().workspace?.workspaceEdit?.documentChanges === true;
    connection.onRequest<WorkspaceEdit | Refused, void>(
      MOVE_BRANCHES_REQUEST,
      ({ statements, to }: MoveBranchesParams) => actions.move(statements, to, versioned()),
    );
    connection.onRequest(MOVE_DESTINATIONS_REQUEST, ({ uri }: { uri: string }) => actions.destinations(uri));
    connection.onRequest(REPLIES_REQUEST, (place: StatementPlace) => actions.replies(place));
    connection.onRequest<AddedReply | Refused, void>(ADD_REPLY_REQUEST, ({ place, kind }: AddReplyParams) => {
      const keyword = KEYWORDS.find((known) => known === kind);
      return keyword ? actions.add(place, keyword, versioned()) : { refused: `\`${kind}\` is no kind of statement.` };
    });
    connection.onRequest(BRANCH_MARKDOWN_REQUEST, ({ statements }: { statements: StatementPlace[] }) =>
      actions.markdown(statements),
    );
    connection.onRequest<StatementReference | Refused, void>(REFERENCE_REQUEST, (place: StatementPlace) =>
      actions.reference(place, versioned()),
    );
  },
};
