/**
 * What `work` gives, or, when it has not ended after so many ms, what `late` gives or throws. The work goes on, and a
 * failure of it that nobody waits for any more is nobody's.
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
