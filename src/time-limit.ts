/**
 * If `work` takes longer than `ms`, returns or throws the result of `late`. `work` then goes on, and its failure is
 * ignored.
 */
export async function limitTime<T, L>(ms: number, work: Promise<T>, late: () => L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<"late">((resolve) => (timer = setTimeout(() => resolve("late"), ms)));
  const ended = work.then((value) => ({ value }));
  ended.catch(() => undefined);
  try {
    const first = await Promise.race([ended, limit]);
    return first === "late" ? late() : first.value;
  } finally {
    clearTimeout(timer);
  }
}
