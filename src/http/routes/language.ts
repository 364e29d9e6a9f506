import type { FastifyRequest } from "fastify";
import type { Runtime } from "../../runtime.ts";
import type { Text } from "../../vocabulary/message.ts";

export function translateFor(
  { headers }: Pick<FastifyRequest, "headers">,
  { translate, locales }: Pick<Runtime, "translate" | "locales">,
  text: Text,
): string {
  const wanted = headers["accept-language"]?.slice(0, 2).toLowerCase() ?? "";
  return translate(locales.includes(wanted) ? wanted : (locales[0] ?? "id"), text);
}
