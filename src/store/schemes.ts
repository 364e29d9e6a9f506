type Scheme = { name: string; isFile: boolean };

const schemes = {
  "sqlite:": { name: "SQLite", isFile: true },
  "mongodb:": { name: "MongoDB", isFile: false },
  "mongodb+srv:": { name: "MongoDB", isFile: false },
} as const satisfies Record<string, Scheme>;

export type SchemeName = keyof typeof schemes;

const isScheme = (text: string): text is SchemeName => Object.hasOwn(schemes, text);

export function schemeOf(url: string): SchemeName | undefined {
  const scheme = url.slice(0, url.indexOf(":") + 1);
  return isScheme(scheme) && url.length > scheme.length ? scheme : undefined;
}

export function storeName(url: string): string {
  const scheme = schemeOf(url);
  return scheme ? schemes[scheme].name : "the store";
}

export function isFileStore(url: string): boolean {
  const scheme = schemeOf(url);
  return scheme !== undefined && schemes[scheme].isFile;
}

export const isServerStore = (url: string): boolean => schemeOf(url) !== undefined && !isFileStore(url);

/** Returns `undefined` for a database server and for a store in memory. */
export function storeFile(url: string): string | undefined {
  const path = isFileStore(url) ? url.slice(url.indexOf(":") + 1) : ":memory:";
  return path === ":memory:" ? undefined : path;
}

const either = (names: readonly string[]): string => [...new Set(names)].join(" or ");

export const knownSchemes = (): string => either(Object.keys(schemes));

export const serverNames = (): string =>
  either(Object.values(schemes).flatMap(({ name, isFile }) => (isFile ? [] : [name])));
