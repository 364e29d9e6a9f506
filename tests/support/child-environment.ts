const cache = process.env.NODE_COMPILE_CACHE;

/** What every child process of a test gets beside its own settings: no setting of whoever runs the tests reaches it. */
export const CHILD_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? "",
  ...(cache ? { NODE_COMPILE_CACHE: cache } : {}),
};
