import type { FastifyDynamicSwaggerOptions } from "@fastify/swagger";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import { TAGS } from "./operation.ts";

const ABOUT = `Tickets of a district's social agency. Times are ms since 1970.

A token in \`Authorization: Bearer\` is an officer's own, or the operator's. An operator names who acts in \`X-Operator\`, or
as \`by\` in the body; an officer is known by their token, and \`by\` is not read.

A list is read page by page: \`next\` of a page is \`after\` of the following one, and the \`link\` header holds the same.`;

const namesIn = (json: unknown): string[] =>
  [...JSON.stringify(json).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name = ""]) => name);

/** Each schema has a form for requests and another form for answers. */
function dropUnused(paths: unknown, schemas: Record<string, unknown>): void {
  const used = new Set<string>();
  const waiting = namesIn(paths);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    waiting.push(...namesIn(schemas[name] ?? {}));
  }
  for (const name of Object.keys(schemas)) if (!used.has(name)) delete schemas[name];
}

const describedAnswer = (schema: unknown, json: unknown): unknown => {
  const description = schema instanceof z.ZodType ? z.globalRegistry.get(schema)?.description : undefined;
  return description ? { description, content: { "application/json": { schema: json } } } : json;
};

export const openapi: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: "3.1.0",
    info: { title: "Sapa Bansos", version: "1", description: ABOUT },
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        operator: { type: "apiKey", in: "header", name: "X-Operator" },
      },
    },
    security: [{ token: [] }, { token: [], operator: [] }],
  },
  transform: (document) => {
    const { schema, url } = jsonSchemaTransform(document as Parameters<typeof jsonSchemaTransform>[0]);
    const { response } = document.schema as { response?: Record<string, unknown> };
    if (!schema.response || !response) return { schema, url };
    const answers = Object.entries(schema.response).map(([status, json]) => [
      status,
      describedAnswer(response[status], json),
    ]);
    return { schema: { ...schema, response: Object.fromEntries(answers) }, url };
  },
  transformObject: (document) => {
    const whole = jsonSchemaTransformObject(document);
    if ("components" in whole) dropUnused(whole.paths, whole.components?.schemas ?? {});
    return whole;
  },
};
