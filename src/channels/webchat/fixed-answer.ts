import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { RouteRequest, RouteResponse } from "../channel.ts";

type Encoding = "br" | "gzip" | "identity";

type Forms = (encoding: Encoding) => Buffer;

const ENCODERS: Readonly<Record<Encoding, (text: Buffer) => Buffer>> = {
  br: (text) =>
    brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
  gzip: (text) => gzipSync(text, { level: 9 }),
  identity: (text) => text,
};

/** Only for fixed texts: the length of a compressed answer reveals secrets (BREACH). */
export function openFixedText(text: string): Forms {
  const made = new Map<Encoding, Buffer>();
  return (encoding) => {
    const form = made.get(encoding) ?? ENCODERS[encoding](Buffer.from(text));
    made.set(encoding, form);
    return form;
  };
}

export function fixedAnswer(
  request: Pick<RouteRequest, "headers">,
  forms: Forms,
  { status = 200, headers, hash }: { status?: number; headers: Record<string, string>; hash?: string },
): RouteResponse {
  const encoding = encodingFor(request.headers["accept-encoding"] ?? "");
  const tag = hash === undefined ? {} : { etag: `"${hash}-${encoding}"` };
  const common = { ...headers, ...tag, vary: "accept-encoding" };
  if (tag.etag && knownTags(request).includes(tag.etag)) {
    const { "content-type": _, ...kept } = common as Record<string, string>;
    return { status: 304, headers: kept };
  }
  const coded: Record<string, string> = encoding === "identity" ? {} : { "content-encoding": encoding };
  return { status, headers: { ...common, ...coded }, body: forms(encoding) };
}

/** `q=0` refuses an encoding. */
function encodingFor(accepted: string): Encoding {
  const named = accepted
    .toLowerCase()
    .split(",")
    .filter((one) => !/;\s*q=0(?:\.0*)?\s*$/.test(one))
    .map((one) => one.replace(/;.*/, "").trim());
  return (["br", "gzip"] as const).find((encoding) => named.includes(encoding)) ?? "identity";
}

const knownTags = ({ headers }: Pick<RouteRequest, "headers">): string[] =>
  (headers["if-none-match"] ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
