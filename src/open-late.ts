/** Calls `open` at the first use of the result. An error of `open` then leaves that use. */
export function openLate<T extends object>(open: () => T): T {
  let opened: T | undefined;
  return new Proxy({} as T, {
    get: (_, name) => {
      opened ??= open();
      return Reflect.get(opened, name);
    },
  });
}
