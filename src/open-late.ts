/**
 * Opens something large at its first use: a command that reads no message never pays for it. What `open` throws comes
 * with that use.
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
