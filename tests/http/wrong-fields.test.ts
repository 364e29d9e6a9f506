import { afterAll, beforeAll, expect, it } from "vitest";
import { startService } from "../support/runtime.ts";
import { ticketsIn } from "../support/tickets.ts";

const TOKEN = "token-of-the-tests-0123456789";
let service: Awaited<ReturnType<typeof startService>>;
let open: string;
beforeAll(async () => {
  service = await startService({ API_TOKEN: TOKEN }, { sample: false });
  const opened = await call("POST", "/tickets", { ...GIVEN, category: "card" });
  open = (opened.body as { number: string }).number;
});
afterAll(() => service.close());

const send = async (method: string, path: string, body: string | undefined, headers: Record<string, string>) => {
  const answer = await fetch(`${service.url}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return { status: answer.status, body: (await answer.json()) as { field?: string; code?: string } };
};
const call = (method: string, path: string, body?: object) =>
  send(method, path, body && JSON.stringify(body), {
    "x-operator": "dewi",
    ...(body ? { "content-type": "application/json" } : {}),
  });

const GIVEN: Record<string, unknown> = {
  id: "act-000001",
  district: "lamongan",
  category: "quality",
  text: "beras berkutu",
  reason: "salah dipilih warga",
  to: "sari",
  office: "disdukcapil",
  words: "siti aminah",
};

type Schema = { $ref?: string; properties?: Record<string, object>; required?: string[] };
type Operation = {
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};
type Paths = Record<string, Record<string, Operation>>;
const operations = async () => {
  const described = (await call("GET", "/docs/json")).body as unknown as {
    paths: Paths;
    components: { schemas: Record<string, Schema> };
  };
  const resolved = (schema: Schema | undefined): Schema | undefined =>
    schema?.$ref ? described.components.schemas[schema.$ref.split("/").at(-1) ?? ""] : schema;
  const { paths } = described;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path
        .replace(/^\/api/, "")
        .replace("{number}", open)
        .replace("{id}", "x"),
      query: (operation.parameters ?? []).filter((one) => one.in === "query"),
      body: resolved(operation.requestBody?.content["application/json"]?.schema),
    })),
  );
};

it("every field of every operation's body and query is named if it is wrong or missing", async () => {
  const all = await operations();
  const tried: string[] = [];
  for (const { method, path, query, body } of all) {
    for (const { name } of query) {
      const needed = query.filter((one) => one.required && one.name !== name);
      const others = [...(name === "district" ? [] : ["district"]), ...needed.map((one) => one.name)]
        .map((one) => `&${one}=${GIVEN[one]}`)
        .join("");
      const { status, body: said } = await call(method, `${path}?${name}=%C2%A7${others}`);
      expect([method, path, status, said.code, said.field]).toEqual([method, path, 400, "BAD_REQUEST", name]);
      tried.push(name);
    }
    const { properties = {}, required = [] } = body ?? {};
    const right = Object.fromEntries(required.map((name) => [name, GIVEN[name]]));
    expect(Object.values(right), `${path}: what its required fields take`).not.toContain(undefined);
    for (const name of Object.keys(properties)) {
      const { status, body: said } = await call(method, path, { ...right, [name]: { no: "word" } });
      expect([method, path, status, said.code, said.field]).toEqual([method, path, 400, "BAD_REQUEST", name]);
      tried.push(name);
    }
    for (const name of required) {
      const { [name]: _, ...rest } = right;
      const { status, body: said } = await call(method, path, rest);
      expect([method, path, `without ${name}`, status, said.field]).toEqual([
        method,
        path,
        `without ${name}`,
        400,
        name,
      ]);
    }
  }
  expect(new Set(tried).size).toBeGreaterThan(20);
  expect(all.length).toBeGreaterThan(15);
});

it.each([
  ["no JSON", "{", "application/json", "body"],
  ["no object", "[1]", "application/json", "body"],
  ["nothing", "", "application/json", "body"],
  ["another type", "id=1", "text/plain", "content-type"],
])("a body that is %s is named", async (_, body, type, field) => {
  for (const path of ["/tickets", `/tickets/${open}/note`, `/tickets/${open}/amend`]) {
    const { status, body: said } = await send("POST", path, body, { "content-type": type, "x-operator": "dewi" });
    expect([path, status, said.field]).toEqual([path, 400, field]);
  }
});

const wrongHead = [
  ["an area of another district", { area: "3517012001" }, "area"],
  ["an area that is none", { area: "3524999999" }, "area"],
  ["a programme nobody has", { programme: "ATLANTIS" }, "programme"],
  ["a NIK with an impossible day", { nik: "3524019999999901" }, "nik"],
  ["a NIK of another length", { nik: "35240199" }, "nik"],
  ["a KK number with an impossible day", { kk: "3524019999999901" }, "kk"],
  ["a name without words", { name: "-" }, "name"],
  ["a category nobody knows", { category: "gossip" }, "category"],
] as const;

it.each(wrongHead)("%s is refused at the counter as in an amendment", async (_, wrong, field) => {
  const before = await ticketsIn(service.runtime.store);
  const counter = await call("POST", "/tickets", { ...GIVEN, id: "counter-00002", ...wrong });
  expect([counter.status, counter.body.field]).toEqual([400, field]);
  const amended = await call("POST", `/tickets/${open}/amend`, { id: "amend-00002", reason: "salah desa", ...wrong });
  expect([amended.status, amended.body.field]).toEqual([400, field]);
  expect(await ticketsIn(service.runtime.store)).toEqual(before);
});

it.each([
  ["a district that is not served", "/tickets?district=atlantis", "district"],
  ["an officer nobody knows", "/tickets?district=lamongan&officer=nobody", "officer"],
  ["an area of another district", "/tickets?district=lamongan&area=3517", "area"],
  ["a page that is none", "/tickets?district=lamongan&after=elsewhere", "after"],
])("a list of %s is refused", async (_, path, field) => {
  expect(await call("GET", path)).toMatchObject({ status: 400, body: { code: "BAD_REQUEST", field } });
});

it.each([
  ["an officer nobody knows", "transfer", { to: "nobody" }, "to"],
  ["an entry without numbers", "amend", { id: "amend-00003", reason: "salah desa", mentioned: "text" }, "mentioned"],
  ["nothing that would change", "amend", { id: "amend-00004", reason: "salah desa", category: "card" }, "category"],
  ["nothing at all", "amend", { id: "amend-00005", reason: "salah desa" }, "body"],
  ["a request that it is not", "export", {}, "number"],
  [
    "unfulfilled, and no request about data",
    "close",
    { id: "close-00001", text: "tidak bisa", unfulfilled: true },
    "unfulfilled",
  ],
])("an act with %s names the field", async (_, act, body, field) => {
  const { store, vault } = service.runtime;
  const officer = { name: "Dina", district: "lamongan", areas: [], sensitive: false, active: true };
  await store.saveOfficer(
    { ...officer, id: "dina", rung: "dinsos" },
    vault.index("officer-token", `sapa_${"d".repeat(32)}`),
  );
  const { status, body: said } = await send("POST", `/tickets/${open}/${act}`, JSON.stringify(body), {
    "content-type": "application/json",
    authorization: `Bearer sapa_${"d".repeat(32)}`,
  });
  expect([status, said.code, said.field]).toEqual([400, "BAD_REQUEST", field]);
});
