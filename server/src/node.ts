import { createConnection } from 'vscode-languageserver/node';
import { nodeFileSystem } from './files/nodeFileSystem';
import { serve } from './protocol/server';

// The transport is named on the command line: --node-ipc, --stdio or --socket=PORT.
serve(createConnection(), nodeFileSystem);
