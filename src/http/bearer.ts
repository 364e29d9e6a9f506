import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { AppError } from "../errors.ts";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Lets in whoever brings `Authorization: Bearer TOKEN`; compared in constant time. */
export function bearer(token: string): (request: FastifyRequest) => Promise<void> {
  const expected = digest(token);
  return async ({ headers }) => {
    const given = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1] ?? "";
    if (!timingSafeEqual(digest(given), expected)) throw new AppError("UNAUTHORIZED", "wrong or missing token");
  };
}
