import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { AskedOf } from './paperIndex';

const PROGRAM = path.join(__dirname, 'support', 'paperIndex.js');

/** The hosts that a `PaperIndexProcess` stands in for. */
export const HOSTS = ['export.arxiv.org', 'api.crossref.org', 'api.datacite.org', 'api.openalex.org'] as const;

/** A server process that stands in for all paper indexes. */
export class PaperIndexProcess {
  private constructor(
    private readonly process: ChildProcess,
    /** `http://127.0.0.1:PORT` */
    readonly address: string,
  ) {}

  /** @param program path of the built `paperIndex.ts` */
  static async start(program = PROGRAM): Promise<PaperIndexProcess> {
    const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
    const [port] = await once(createInterface(child.stdout), 'line');
    return new PaperIndexProcess(child, `http://127.0.0.1:${port}`);
  }

  /** Gives every host a fault, or none. */
  async setFault(fault: string, hosts: readonly string[] = HOSTS): Promise<void> {
    for (const host of hosts) {
      const { ok } = await fetch(`${this.address}/-/fault/${host}`, { method: 'PUT', body: fault });
      if (!ok) throw new Error(`there is no fault ${fault}`);
    }
  }

  /** Every request so far, in order. */
  async asked(): Promise<AskedOf[]> {
    return (await fetch(`${this.address}/-/asked`)).json() as Promise<AskedOf[]>;
  }

  async stop(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.stdin?.end();
    await ended;
  }
}
