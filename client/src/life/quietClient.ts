import type { BaseLanguageClient } from 'vscode-languageclient';

/**
 * Has a client write what goes wrong into the log and show nothing: of a server that ends it would tell each time, and what
 * there is to be told, `ServerLife` tells once.
 */
export function quiet<Client extends BaseLanguageClient>(client: Client): Client {
  const { error } = client;
  client.error = (message: string, data?: unknown) => error.call(client, message, data, false);
  return client;
}
