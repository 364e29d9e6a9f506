import type { JobName } from "./jobs.ts";

export function openRunningWork(failed: (name: JobName, error: unknown) => void) {
  let count = 0;
  let idle: (() => void) | undefined;
  return {
    async run(name: JobName, work: () => Promise<void>): Promise<void> {
      count += 1;
      try {
        await work();
      } catch (error) {
        failed(name, error);
      } finally {
        count -= 1;
        if (count === 0) idle?.();
      }
    },
    async waitUntilIdle(): Promise<void> {
      if (count > 0) await new Promise<void>((resolve) => (idle = resolve));
    },
  };
}
