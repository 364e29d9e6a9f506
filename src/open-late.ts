/**
 * Opens something large at its first use. So a command that reads no message does not wait for it. If `open` throws,
 * the first use throws the error.
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
