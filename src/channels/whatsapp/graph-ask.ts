import type { z } from "zod";
import { appError } from "../../vocabulary/errors.ts";
import type { HttpPool } from "../http-pool.ts";
import { graphError } from "./errors.ts";

/** `token` replaces the usual token. Rejects as `graphError` says. */
export type Ask = <Schema extends z.ZodType>(path: string, schema: Schema, token?: string) => Promise<z.infer<Schema>>;

export const openAsk =
  (pool: HttpPool, headers: Record<string, string>): Ask =>
  async (path, schema, token) => {
    const own = token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` };
    const answer = await pool.request("GET", path, { headers: own });
    if (answer.status < 200 || answer.status >= 300) throw graphError(answer, Date.now());
    return schema.parse(JSON.parse(answer.text));
  };

export function reasonOf(thrown: unknown): string {
  const { code, details } = appError(thrown);
  return `${code} ${details.platformCode ?? ""}`.trim();
}
