/**
 * Loaded into a process in front of everything else (`node --require`), makes every way to the network throw, and writes
 * down who has tried. The file is named by the environment variable NO_NETWORK_RECORD; it has a line for each attempt.
 */
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const record = process.env['NO_NETWORK_RECORD'] ?? '';

function refuse(name: string) {
  return (...args: unknown[]): never => {
    appendFileSync(record, `${name} ${String(args[0])}\n`);
    throw new Error(`${name} is not to be called`);
  };
}

/** Replaces functions of a module. A name that Node has no more must not pass unseen. */
function close(module: object, name: string, functions: readonly string[]): void {
  for (const each of functions) {
    const known = Reflect.get(module, each);
    if (typeof known !== 'function') throw new Error(`${name} has no ${each}`);
    Reflect.set(module, each, refuse(`${name}.${each}`));
  }
}

const LOOKUPS = ['lookup', 'lookupService', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt', 'reverse'];

// Every connection of TCP and TLS comes to this, of pipes to other programs, too.
close(net.Socket.prototype, 'net.Socket', ['connect']);
close(net, 'net', ['connect', 'createConnection']);
close(tls, 'tls', ['connect']);
close(http, 'http', ['request', 'get']);
close(https, 'https', ['request', 'get']);
close(http2, 'http2', ['connect']);
close(dgram, 'dgram', ['createSocket']);
close(dns, 'dns', LOOKUPS);
close(dns.promises, 'dns.promises', LOOKUPS);
close(dns.Resolver.prototype, 'dns.Resolver', ['resolve', 'resolve4', 'resolve6']);
// Another program could ask in this one's place.
close(childProcess, 'child_process', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']);
close(globalThis, 'globalThis', ['fetch']);
syncBuiltinESMExports();
