import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The meta model of the Language Server Protocol, as far as messages are checked with it: a file that the protocol's
 * repository publishes with each version. It is not ours to ship.
 */
export interface Model {
  readonly metaData: { readonly version: string };
  readonly requests: readonly RequestModel[];
  readonly notifications: readonly NotificationModel[];
  readonly structures: readonly Structure[];
  readonly enumerations: readonly Enumeration[];
  readonly typeAliases: readonly { readonly name: string; readonly type: Type }[];
}

type Direction = 'clientToServer' | 'serverToClient' | 'both';

interface NotificationModel {
  readonly method: string;
  readonly messageDirection: Direction;
  readonly params?: Type;
}

interface RequestModel extends NotificationModel {
  readonly result: Type;
  readonly partialResult?: Type;
  readonly errorData?: Type;
}

interface Property {
  readonly name: string;
  readonly type: Type;
  readonly optional?: boolean;
}

interface Structure {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly extends?: readonly Type[];
  readonly mixins?: readonly Type[];
}

interface Enumeration {
  readonly name: string;
  readonly type: Type;
  readonly values: readonly { readonly value: string | number }[];
  readonly supportsCustomValues?: boolean;
}

export type Type =
  | { readonly kind: 'base'; readonly name: string }
  | { readonly kind: 'reference'; readonly name: string }
  | { readonly kind: 'array'; readonly element: Type }
  | { readonly kind: 'map'; readonly key: Type; readonly value: Type }
  | { readonly kind: 'or' | 'and' | 'tuple'; readonly items: readonly Type[] }
  | { readonly kind: 'literal'; readonly value: { readonly properties: readonly Property[] } }
  | { readonly kind: 'stringLiteral'; readonly value: string };

/** What does not fit, and where: `result.items[3].range: …`; null where all does. */
export type Misfit = string | null;

/** Where the model is looked for: where `LSP_META_MODEL` says, or beside the checkout. */
export function findMetaModel(): MetaModel | null {
  const file = process.env['LSP_META_MODEL'] ?? path.join('..', 'shared', 'data', 'lsp-metaModel.json');
  return existsSync(file) ? new MetaModel(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Checks values against the types of the protocol. A property that a type does not have is none that may be sent. */
export class MetaModel {
  readonly version: string;
  private readonly requests: ReadonlyMap<string, RequestModel>;
  private readonly notifications: ReadonlyMap<string, NotificationModel>;
  private readonly structures: ReadonlyMap<string, Structure>;
  private readonly enumerations: ReadonlyMap<string, Enumeration>;
  private readonly aliases: ReadonlyMap<string, Type>;
  private readonly properties = new Map<string, ReadonlyMap<string, Property>>();

  constructor(model: Model) {
    this.version = model.metaData.version;
    this.requests = new Map(model.requests.map((request) => [request.method, request]));
    this.notifications = new Map(model.notifications.map((notification) => [notification.method, notification]));
    this.structures = new Map(model.structures.map((structure) => [structure.name, structure]));
    this.enumerations = new Map(model.enumerations.map((enumeration) => [enumeration.name, enumeration]));
    this.aliases = new Map(model.typeAliases.map(({ name, type }) => [name, type]));
  }

  request(method: string, params: unknown, from: 'client' | 'server'): Misfit {
    return this.sent(this.requests.get(method), method, params, from);
  }

  notification(method: string, params: unknown, from: 'client' | 'server'): Misfit {
    return this.sent(this.notifications.get(method), method, params, from);
  }

  result(method: string, result: unknown): Misfit {
    const request = this.requests.get(method);
    return request ? this.misfit(request.result, result, 'result') : null;
  }

  partialResult(method: string, value: unknown): Misfit {
    const partial = this.requests.get(method)?.partialResult;
    return partial ? this.misfit(partial, value, 'value') : `${method} has no partial results`;
  }

  errorData(method: string, data: unknown): Misfit {
    const type = this.requests.get(method)?.errorData;
    return type && data !== undefined ? this.misfit(type, data, 'error.data') : null;
  }

  /** A value against a type by its name. */
  type(name: string, value: unknown): Misfit {
    return this.misfit({ kind: 'reference', name }, value, name);
  }

  private sent(
    model: NotificationModel | undefined,
    method: string,
    params: unknown,
    from: 'client' | 'server',
  ): Misfit {
    if (!model) return `${method} is no method of the protocol`;
    const other: Direction = from === 'client' ? 'serverToClient' : 'clientToServer';
    if (model.messageDirection === other) return `${method} is not sent by the ${from}`;
    if (!model.params) return params === undefined || params === null ? null : `${method} has no parameters`;
    return this.misfit(model.params, params, 'params');
  }

  private misfit(type: Type, value: unknown, at: string): Misfit {
    switch (type.kind) {
      case 'base':
        return isOfBase(type.name, value) ? null : `${at}: ${shown(value)} is no ${type.name}`;
      case 'reference':
        return this.misfitOfNamed(type.name, value, at);
      case 'array':
        if (!Array.isArray(value)) return `${at}: ${shown(value)} is no list`;
        return firstOf(value, (item, index) => this.misfit(type.element, item, `${at}[${index}]`));
      case 'map':
        if (!isObject(value)) return `${at}: ${shown(value)} is no map`;
        return firstOf(Object.entries(value), ([key, item]) => this.misfit(type.value, item, `${at}.${key}`));
      case 'or':
        return this.misfitOfAny(type.items, value, at);
      case 'and':
        return firstOf(type.items, (item) => this.misfit(item, value, at));
      case 'tuple':
        if (!Array.isArray(value) || value.length !== type.items.length) return `${at}: ${shown(value)} is no tuple`;
        return firstOf(type.items, (item, index) => this.misfit(item, value[index], `${at}[${index}]`));
      case 'literal':
        return this.misfitOfObject(new Map(type.value.properties.map((one) => [one.name, one])), value, at);
      case 'stringLiteral':
        return value === type.value ? null : `${at}: ${shown(value)} is not ${type.value}`;
    }
  }

  private misfitOfNamed(name: string, value: unknown, at: string): Misfit {
    if (name === 'LSPAny' || name === 'LSPObject' || name === 'LSPArray') return null;
    const alias = this.aliases.get(name);
    if (alias) return this.misfit(alias, value, at);
    const enumeration = this.enumerations.get(name);
    if (enumeration) {
      const isKnown = enumeration.values.some((known) => known.value === value);
      if (isKnown || (enumeration.supportsCustomValues && this.misfit(enumeration.type, value, at) === null))
        return null;
      return `${at}: ${shown(value)} is no ${name}`;
    }
    return this.misfitOfObject(this.propertiesOf(name), value, at);
  }

  private misfitOfObject(properties: ReadonlyMap<string, Property>, value: unknown, at: string): Misfit {
    if (!isObject(value)) return `${at}: ${shown(value)} is no object`;
    for (const { name, type, optional } of properties.values()) {
      const field = value[name];
      if (field === undefined) {
        if (!optional) return `${at}.${name} is missing`;
        continue;
      }
      const misfit = this.misfit(type, field, `${at}.${name}`);
      if (misfit) return misfit;
    }
    return firstOf(Object.keys(value), (key) => (properties.has(key) ? null : `${at}.${key} is no property there`));
  }

  /** Of several types that do not fit, what is said of the one that fits longest. */
  private misfitOfAny(types: readonly Type[], value: unknown, at: string): Misfit {
    let longest = '';
    for (const type of types) {
      const misfit = this.misfit(type, value, at);
      if (misfit === null) return null;
      const depth = (text: string) => text.split(': ', 1).join().split(/[.[]/).length;
      if (longest === '' || depth(misfit) > depth(longest)) longest = misfit;
    }
    return longest;
  }

  private propertiesOf(name: string): ReadonlyMap<string, Property> {
    let properties = this.properties.get(name);
    if (!properties) {
      const structure = this.structures.get(name);
      if (!structure) throw new Error(`the model has no type ${name}`);
      const above = [...(structure.extends ?? []), ...(structure.mixins ?? [])].flatMap((type) =>
        type.kind === 'reference' ? [...this.propertiesOf(type.name).values()] : [],
      );
      properties = new Map([...above, ...structure.properties].map((property) => [property.name, property]));
      this.properties.set(name, properties);
    }
    return properties;
  }
}

function isOfBase(name: string, value: unknown): boolean {
  switch (name) {
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
    case 'uinteger':
      return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
    case 'decimal':
      return typeof value === 'number';
    case 'URI':
    case 'DocumentUri':
      return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:/i.test(value);
    default:
      return typeof value === 'string';
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstOf<T>(items: readonly T[], misfit: (item: T, index: number) => Misfit): Misfit {
  for (const [index, item] of items.entries()) {
    const found = misfit(item, index);
    if (found) return found;
  }
  return null;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 80);
}
