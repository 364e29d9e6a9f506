/**
 * `name` is the store's name for people. `isFile` is true for a file of this machine, which one process uses at a time.
 */
type Scheme = { name: string; isFile: boolean };

/** Every store, keyed by the scheme of its URL. Settings and checks read this table, so they need not load a driver. */
const schemes = {
  "sqlite:": { name: "SQLite", isFile: true },
  "mongodb:": { name: "MongoDB", isFile: false },
  "mongodb+srv:": { name: "MongoDB", isFile: false },
} as const satisfies Record<string, Scheme>;

export type SchemeName = keyof typeof schemes;

const isScheme = (text: string): text is SchemeName => Object.hasOwn(schemes, text);

/** Returns the scheme of a store's URL; `undefined` if no store has it or nothing follows it. */
export function schemeOf(url: string): SchemeName | undefined {
  const scheme = url.slice(0, url.indexOf(":") + 1);
  return isScheme(scheme) && url.length > scheme.length ? scheme : undefined;
}

/** Returns the name of the store at this URL, for people. */
export function storeName(url: string): string {
  const scheme = schemeOf(url);
  return scheme ? schemes[scheme].name : "the store";
}

/** Tells whether the store is a file or in memory, so only one process uses it at a time. */
export function isFileStore(url: string): boolean {
  const scheme = schemeOf(url);
  return scheme !== undefined && schemes[scheme].isFile;
}

/** Tells whether the store is a database server, which many processes can use. */
export const isServerStore = (url: string): boolean => schemeOf(url) !== undefined && !isFileStore(url);

/** Returns the path of the file that holds the store; `undefined` for a database server and for a store in memory. */
export function storeFile(url: string): string | undefined {
  const path = isFileStore(url) ? url.slice(url.indexOf(":") + 1) : ":memory:";
  return path === ":memory:" ? undefined : path;
}

const either = (names: readonly string[]): string => [...new Set(names)].join(" or ");

/** Returns the schemes that a store's URL may have, in one text such as `sqlite: or mongodb:`. */
export const knownSchemes = (): string => either(Object.keys(schemes));

/** Returns the names of the stores that many processes can use, in one text with `or` between them. */
export const serverNames = (): string =>
  either(Object.values(schemes).flatMap(({ name, isFile }) => (isFile ? [] : [name])));
