import { join } from "node:path";
import { pathToFileURL } from "node:url";

const cache = process.env.NODE_COMPILE_CACHE;

/** What every child process of a test gets beside its own settings: no setting of whoever runs the tests reaches it. */
export const CHILD_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? "",
  ...(cache ? { NODE_COMPILE_CACHE: cache } : {}),
};

/** The same for a child that gives way to others when nobody keeps it from that. */
export const EVEN_ENVIRONMENT: Readonly<Record<string, string>> = {
  ...CHILD_ENVIRONMENT,
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, "even-priority.ts"))}`,
};
