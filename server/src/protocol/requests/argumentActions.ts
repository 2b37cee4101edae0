import { RequestType, type WorkspaceEdit } from 'vscode-languageserver';
import { KEYWORDS } from '../../service';
import {
  ADD_REPLY_REQUEST,
  type AddedReply,
  type AddReplyParams,
  BRANCH_MARKDOWN_REQUEST,
  MOVE_BRANCHES_REQUEST,
  MOVE_DESTINATIONS_REQUEST,
  type MoveBranchesParams,
  type MoveDestination,
  REFERENCE_REQUEST,
  REPLIES_REQUEST,
  type Refused,
  type StatementKind,
  type StatementPlace,
  type StatementReference,
} from '../messages';
import type { RequestFeature } from './request';

const MOVE = new RequestType<MoveBranchesParams, WorkspaceEdit | Refused, void>(MOVE_BRANCHES_REQUEST);
const DESTINATIONS = new RequestType<{ uri: string }, MoveDestination[] | null, void>(MOVE_DESTINATIONS_REQUEST);
const REPLIES = new RequestType<StatementPlace, StatementKind[], void>(REPLIES_REQUEST);
const ADD = new RequestType<AddReplyParams, AddedReply | Refused, void>(ADD_REPLY_REQUEST);
const MARKDOWN = new RequestType<{ statements: StatementPlace[] }, string, void>(BRANCH_MARKDOWN_REQUEST);
const REFERENCE = new RequestType<StatementPlace, StatementReference | Refused, void>(REFERENCE_REQUEST);

/** What our own client does to statements as a whole: nothing to announce. */
export const argumentActions: RequestFeature = {
  announce: () => ({}),
  serve: ({ service, client, answer, encoding }) => {
    const actions = service.argumentActions;
    const versioned = () => client().workspace?.workspaceEdit?.documentChanges === true;
    answer(MOVE, ({ statements, to }) => actions.move(statements, to, versioned()));
    answer(DESTINATIONS, ({ uri }) => actions.destinations(uri));
    answer(REPLIES, (place) => actions.replies(place));
    const add = ({ place, kind }: AddReplyParams) => {
      const keyword = KEYWORDS.find((known) => known === kind);
      const added = keyword ? actions.add(place, keyword, versioned()) : { refused: `“${kind}” is no kind.` };
      // Where to write is a position in the text afterwards, behind white space and letters that all units count alike.
      return 'edit' in added ? { ...added, edit: encoding.outgoing(added.edit, null) } : added;
    };
    answer(ADD, add, { isEncoded: true });
    answer(MARKDOWN, ({ statements }) => actions.markdown(statements));
    answer(REFERENCE, (place) => actions.reference(place, versioned()));
  },
};
