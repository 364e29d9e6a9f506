import type { FastifyReply, FastifyRequest } from "fastify";
import { describe, expect, it } from "vitest";
import { bearerCheck, browserBearerCheck, operatorNameOf } from "../../src/http/bearer.ts";

const TOKEN = "token:of-the-tests-0123456789";
const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;
const withHeader = (authorization: string | undefined, more: object = {}) =>
  ({ headers: { ...(authorization === undefined ? {} : { authorization }), ...more } }) as FastifyRequest;

const RIGHT = [`Bearer ${TOKEN}`, basic(`dewi:${TOKEN}`), basic(`:${TOKEN}`)];
const WRONG = [
  undefined,
  "",
  "Bearer ",
  TOKEN,
  `bearer${TOKEN}`,
  `Bearer x${TOKEN}`,
  basic(TOKEN),
  basic(`dewi:x`),
  basic(""),
  "Basic §",
  `Digest ${TOKEN}`,
];

function reply() {
  const answered: { status?: number; body?: unknown; headers: Record<string, string> } = { headers: {} };
  const self = {
    header: (name: string, value: string) => {
      answered.headers[name] = value;
      return self;
    },
    code: (status: number) => {
      answered.status = status;
      return self;
    },
    send: (body: unknown) => {
      answered.body = body;
      return self;
    },
  };
  return { answered, reply: self as unknown as FastifyReply };
}

describe("a token", () => {
  it.each(RIGHT)("lets in: %s", async (header) => {
    await expect(bearerCheck(TOKEN)(withHeader(header))).resolves.toBeUndefined();
    const { answered, reply: page } = reply();
    await expect(browserBearerCheck(TOKEN)(withHeader(header), page)).resolves.toBeUndefined();
    expect(answered).toEqual({ headers: {} });
  });

  it.each(WRONG)("lets nobody in: %s", async (header) => {
    await expect(bearerCheck(TOKEN)(withHeader(header))).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    const { answered, reply: page } = reply();
    const asked = browserBearerCheck(TOKEN)(withHeader(header), page);
    if (header === undefined) {
      await asked;
      expect([answered.status, answered.body]).toEqual([401, { code: "UNAUTHORIZED" }]);
    } else await expect(asked).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    expect(answered.headers["www-authenticate"]).toContain("Basic");
  });
});

it("the header names an operator before the user beside the token", () => {
  expect(operatorNameOf(withHeader(basic(`Bu Dewi:${TOKEN}`)))).toBe("Bu Dewi");
  expect(operatorNameOf(withHeader(basic(`Bu Dewi:${TOKEN}`), { "x-operator": "wati" }))).toBe("wati");
  for (const one of [
    withHeader(`Bearer ${TOKEN}`),
    withHeader(basic(`:${TOKEN}`)),
    withHeader(undefined, { "x-operator": "operator:x" }),
  ])
    expect(operatorNameOf(one)).toBeUndefined();
});
