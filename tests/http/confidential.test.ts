import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assignTicket } from "../../src/casework/desk/assign.ts";
import { type Call, startApi } from "../support/api.ts";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";
import { officerOf, VILLAGE } from "../support/officers.ts";

const NIK = "3524015206799901";
const WORDS = /pak lurah|dusun Krajan|lampu teras|Siti Aminah|foto-1|mei lalu/;

let service: Awaited<ReturnType<typeof startApi>>["service"];
let call: Call;
const OTHERS = ["sari", "pia", "tono", "dudi", "dina", "marta", "ugi", "operator"];
beforeAll(async () => {
  ({ service, call } = await startApi([
    officerOf("village", { id: "sari", name: "Sari" }),
    officerOf("companion", { id: "pia", name: "Pia", areas: [VILLAGE] }),
    officerOf("tksk", { id: "tono", name: "Tono" }),
    officerOf("disdukcapil", { id: "dudi", name: "Dudi" }),
    officerOf("dinsos", { id: "dina", name: "Dina" }),
    officerOf("dinsos", { id: "marta", name: "Marta", sensitive: true }),
    officerOf("dinsos", { id: "ugi", name: "Ugi", urgent: true }),
    officerOf("dinsos", { id: "susi", name: "Susi", survivor: true }),
  ]));
});
afterAll(() => service.close());

let serial = 0;
async function ticket(category: "card" | "officer-conduct"): Promise<string> {
  serial += 1;
  const number = `LMG-26-${String(920_000 + serial)}-1`;
  const { store } = service.runtime;
  await store.openTicket({
    number,
    district: "lamongan",
    category,
    text: "soal pak lurah",
    place: "dusun Krajan",
    when: "mei lalu",
    person: { nik: NIK, name: "Siti Aminah" },
    locale: "id",
    area: VILLAGE,
    openedAt: Date.now(),
    programme: "PKH",
    mentioned: [{ label: "nik", number: "3524015206799902" }],
    files: [{ kind: "image", file: "foto-1" }],
  });
  const stamp = { at: Date.now(), by: "citizen", text: "sampai lampu teras mati" };
  await store.changeTicket(number, { ...stamp, type: "add", id: "a1" });
  if (category === "card")
    await store.changeTicket(number, {
      ...stamp,
      by: "system",
      text: "Sari",
      type: "assign",
      id: "r0",
      seen: 1,
      officer: "sari",
    });
  return number;
}

describe("a confidential ticket", () => {
  it("is only a head for the operator's token, in every answer", async () => {
    const number = await ticket("officer-conduct");
    const shown = await call("operator", `/tickets/${number}`);
    expect(JSON.stringify(shown.body)).not.toMatch(WORDS);
    expect([shown.status, shown.body]).toMatchObject([
      200,
      {
        number,
        category: "officer-conduct",
        sensitive: true,
        state: "new",
        notice: expect.stringContaining("rahasia"),
      },
    ]);
    await assignTicket(service.runtime, number); // otherwise the sweeper would change the ticket during the test
    const acts: [string, object?][] = [
      [`/tickets/${number}/note`, { id: "note-00001", text: "cek surat" }],
      [`/tickets/${number}/transfer`, { to: "marta" }],
      [`/tickets/${number}/amend`, { id: "amend-00001", reason: "salah desa", area: "352401" }],
      ["/tickets?district=lamongan&category=officer-conduct"],
    ];
    for (const [path, given] of acts) {
      const { status, body } = await call("operator", path, given);
      expect([path, status]).toEqual([path, 200]);
      expect(JSON.stringify(body)).not.toMatch(WORDS);
      expect(JSON.stringify(body)).not.toMatch(/PKH|"events"|"person"|"mentioned"|cek surat/);
    }
  });

  it("gives an operator no number and no file, and writes no entry for it", async () => {
    const number = await ticket("officer-conduct");
    const before = await service.runtime.store.auditEntries(1, 1_000);
    for (const one of [
      await call("operator", `/tickets/${number}/reveal`, { reason: "cocokkan KTP" }),
      await call("operator", `/tickets/${number}/files/${number}-f1`),
    ])
      expect(one).toMatchObject({
        status: 403,
        body: { code: "CONFIDENTIAL", message: expect.stringContaining("rahasia") },
      });
    expect(await service.runtime.store.auditEntries(1, 1_000)).toEqual(before);
  });

  it("is read whole by a marked officer with an own token", async () => {
    const number = await ticket("officer-conduct");
    expect((await call("marta", `/tickets/${number}`)).body).toMatchObject({
      text: "soal pak lurah",
      programme: "PKH",
    });
  });
});

describe.each(["violence", "urgent-private"])("a ticket amended into %s", (category) => {
  const reader = category === "violence" ? "susi" : "ugi";
  const amended = async () => {
    const number = await ticket("card");
    const { status, body } = await call("dina", `/tickets/${number}/amend`, {
      id: "amend-00001",
      reason: "ternyata ini kekerasan",
      category,
    });
    expect([status, Object.keys(body)]).toEqual([200, ["number", "notice"]]);
    await assignTicket(service.runtime, number);
    return number;
  };

  it("does not exist for an officer without sight of it: thread, additions, files, numbers, rows, acts", async () => {
    const number = await amended();
    for (const id of OTHERS.filter((one) => one !== reader)) {
      for (const [path, body] of [
        [`/tickets/${number}`],
        [`/tickets/${number}/files/${number}-f1`],
        [`/tickets/${number}/reveal`, { reason: "cocokkan KTP" }],
        [`/tickets/${number}/note`, { id: "note-00001", text: "cek surat" }],
        [`/tickets/${number}/unlock`, { reason: "cocokkan KTP" }],
      ] as const) {
        const answer = await call(id, path, body);
        expect([id, path, answer.status]).toEqual([id, path, 404]);
        expect(JSON.stringify(answer.body)).not.toMatch(WORDS);
      }
      const list = await call(id, `/tickets?district=lamongan&limit=500`);
      expect([id, list.status]).toEqual([id, 200]);
      expect(JSON.stringify(list.body)).not.toContain(number);
    }
  });

  it("is read whole by its marked officer", async () => {
    const number = await amended();
    const { status, body } = await call(reader, `/tickets/${number}`);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toMatch(/soal pak lurah.*lampu teras/);
    if (category === "violence") expect(body.mentioned).toEqual([]);
  });

  it("leaves no words in the log or an alarm, and only its number on the command line", async () => {
    const number = await amended();
    const { out } = sapa("tickets", "list", "--district", "lamongan", "--all", "--json");
    expect(out.split("\n").filter((line) => line.includes(number))).toEqual([JSON.stringify({ number })]);
    const shown = sapa("tickets", "show", number);
    expect([shown.status, `${shown.out}${shown.errors}`]).toEqual([1, expect.not.stringMatching(WORDS)]);
    expect(JSON.stringify(service.lines)).not.toMatch(WORDS);
  });
});

function sapa(...args: string[]) {
  const env = { ...CHILD_ENVIRONMENT, ...KEY_SETTINGS, DATA_DIR: service.directory, DISTRICTS: "lamongan" };
  const main = join(import.meta.dirname, "../../src/cli/sapa.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { env, encoding: "utf8" });
  return { status, out: stdout, errors: stderr };
}
