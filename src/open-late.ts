/**
 * Opens something large at its first use, so that a command without such a use does not wait. If `open` throws, the
 * first use throws the error.
 */
export function openLate<T extends object>(open: () => T): T {
  let opened: T | undefined;
  return new Proxy({} as T, {
    get: (_, name) => {
      opened ??= open();
      return Reflect.get(opened, name);
    },
  });
}
