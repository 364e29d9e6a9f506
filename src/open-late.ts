/**
 * Opens something large at its first use, so that a command that reads no message does not pay for it. What `open`
 * throws is thrown at that use.
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
