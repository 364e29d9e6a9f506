/** Returns an object that calls `open` at its first use. */
export function openLate<T extends object>(open: () => T): T {
  let opened: T | undefined;
  return new Proxy({} as T, {
    get: (_, name) => {
      opened ??= open();
      return Reflect.get(opened, name);
    },
  });
}
