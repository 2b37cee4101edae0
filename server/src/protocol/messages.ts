/**
 * What the client and the server say to each other beyond the Language Server Protocol, by what it is about. The only
 * file of the server that the client imports. Lines and characters count from 0, characters in UTF-16 units, as in LSP.
 */
export * from './messages/argumentActions';
export * from './messages/argumentMap';
export * from './messages/argumentView';
export * from './messages/clientFiles';
export * from './messages/papers';
