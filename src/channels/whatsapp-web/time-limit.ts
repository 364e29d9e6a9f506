import { limitTime } from "../../time-limit.ts";

/** Rejects with `hung` if `work` has not ended after `ms`. */
export const limitWork = <T>(work: Promise<T>, ms: number): Promise<T> =>
  limitTime(ms, work, () => {
    throw new Error("hung");
  });
