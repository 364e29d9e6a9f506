import { limitTime } from "../../time-limit.ts";

/** Resolves with the result of the work; rejects with `hung` when it has not ended after so many ms. */
export const within = <T>(work: Promise<T>, ms: number): Promise<T> =>
  limitTime(ms, work, () => {
    throw new Error("hung");
  });
