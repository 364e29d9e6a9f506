import { z } from "zod";
import { AppError } from "../../vocabulary/errors.ts";
import type { Content } from "../../vocabulary/message.ts";
import { cleanText } from "../clean-text.ts";

/** In bytes. This is enough for `LONGEST` characters of any alphabet. */
export const LARGEST = 16_384;
const LONGEST = 4_000;

const Words = z
  .string()
  .transform((text) => cleanText(text).trim())
  .pipe(z.string().min(1));
const Body = z.union([
  z.object({ id: z.uuid(), text: Words }),
  z.object({
    id: z.uuid(),
    choice: z.object({ id: z.string().min(1).max(200), title: Words.pipe(z.string().max(200)) }),
  }),
]);

/** Throws TOO_LARGE or BAD_REQUEST. */
export function readMessage(body: Buffer): { id: string; content: Content } {
  if (body.length > LARGEST) throw new AppError("TOO_LARGE", `more than ${LARGEST} bytes`);
  const parsed = Body.safeParse(parseJson(body));
  if (!parsed.success) throw new AppError("BAD_REQUEST", "not a message of the web chat");
  const id = parsed.data.id.toLowerCase();
  if ("choice" in parsed.data) return { id, content: { type: "choice", ...parsed.data.choice } };
  const { text } = parsed.data;
  if (text.length > LONGEST) throw new AppError("TOO_LARGE", `more than ${LONGEST} characters`);
  return { id, content: { type: "text", text } };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
