import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startService } from "../support/runtime.ts";

const TOKEN = "token-of-the-tests-0123456789";

type Answer = { description: string; content?: Record<string, { schema: { $ref?: string } }> };
type Operation = {
  operationId?: string;
  tags?: string[];
  summary?: string;
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
  responses: Record<string, Answer>;
};
type Described = {
  openapi: string;
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: Record<string, { description?: string }> }> };
};

let described: Described;
let close: () => Promise<void>;
beforeAll(async () => {
  const service = await startService({ API_TOKEN: TOKEN }, { sample: false });
  close = () => service.close();
  const answer = await fetch(`${service.url}/api/docs/json`, { headers: { authorization: `Bearer ${TOKEN}` } });
  described = (await answer.json()) as Described;
});
afterAll(() => close());

const operations = () =>
  Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path: `${method.toUpperCase()} ${path}`, ...operation })),
  );
const jsonOf = (content: Answer["content"]) => content?.["application/json"]?.schema;

describe("the description of the API", () => {
  it("gives every operation its own name, a group and a summary", () => {
    const all = operations();
    expect(all.length).toBeGreaterThan(15);
    const groups = described.tags.map(({ name }) => name);
    const bare = all.filter(
      ({ operationId, tags, summary }) =>
        !operationId || !summary || tags?.length !== 1 || !groups.includes(tags[0] ?? ""),
    );
    expect(bare.map(({ path }) => path)).toEqual([]);
    const ids = all.map(({ operationId }) => operationId);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it("describes every answer, and every refusal as a problem", () => {
    for (const { path, responses } of operations()) {
      const statuses = Object.keys(responses);
      expect(
        statuses.filter((status) => status.startsWith("2")),
        path,
      ).toHaveLength(1);
      expect(statuses, path).toEqual(expect.arrayContaining(["400", "401", "500", "503"]));
      if (path.includes("{number}")) expect(statuses, path).toEqual(expect.arrayContaining(["403", "404"]));
      for (const [status, { description, content }] of Object.entries(responses)) {
        expect([path, status, description]).not.toEqual([path, status, "Default Response"]);
        if (Number(status) >= 400) expect(jsonOf(content), path).toEqual({ $ref: "#/components/schemas/Problem" });
      }
    }
  });

  it("names the schema of every body and of every answer in JSON", () => {
    for (const { path, requestBody, responses } of operations()) {
      const bodies = [requestBody, ...Object.values(responses)].map((one) => jsonOf(one?.content));
      for (const schema of bodies) if (schema) expect(schema, path).toEqual({ $ref: expect.any(String) });
    }
  });

  it("refers only to existing schemas, and has no unused schema", () => {
    const led = [...JSON.stringify(described).matchAll(/#\/components\/schemas\/([^"]+)/g)].map(([, name]) => name);
    expect([...new Set(led)].sort()).toEqual(Object.keys(described.components.schemas).sort());
  });

  it("says when `by` counts", () => {
    const bodies = Object.entries(described.components.schemas).filter(([, { properties }]) => properties?.by);
    const signed = bodies.filter(([name]) => name.endsWith("Input"));
    expect(signed.length).toBeGreaterThan(5);
    for (const [name, { properties }] of signed) expect(properties?.by?.description, name).toContain("X-Operator");
  });
});
