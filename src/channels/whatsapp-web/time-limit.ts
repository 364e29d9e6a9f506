/** What the work gives; rejects with `hung` when it has not ended after so many ms. */
export async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("hung")), ms);
  });
  work.catch(() => undefined); // it may still fail after we stopped waiting
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
