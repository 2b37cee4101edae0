import { readFileSync } from 'node:fs';

interface Setting {
  readonly scope?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
  };
}

/** The settings of the extension, by their names, out of all groups of the manifest. */
export function settings(): Readonly<Record<string, Setting>> {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  return Object.assign({}, ...contributes.configuration.map(({ properties }) => properties));
}
