import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assign } from "../../src/messaging/assign.ts";
import type { Officer } from "../../src/staff/officer.ts";
import { KEY_SETTINGS } from "../support/keys.ts";
import { startService } from "../support/runtime.ts";

const TOKEN = "token-of-the-tests-0123456789";
const NIK = "3524015206799901";
const VILLAGE = "3524012001";
/** What nobody but its readers may learn of a ticket. */
const WORDS = /pak lurah|dusun Krajan|lampu teras|Siti Aminah|foto-1|mei lalu/;

let service: Awaited<ReturnType<typeof startService>>;
const tokenOf = (id: string) => (id === "operator" ? TOKEN : `sapa_${id.padEnd(32, "x")}`);
const OTHERS = ["sari", "pia", "tono", "dudi", "dina", "marta", "ugi", "operator"];
beforeAll(async () => {
  service = await startService({ API_TOKEN: TOKEN }, { sample: false });
  const { store, vault } = service.runtime;
  const officer = { district: "lamongan", areas: [] as string[], sensitive: false, active: true };
  const all: Officer[] = [
    { ...officer, id: "sari", name: "Sari", rung: "village", areas: [VILLAGE] },
    { ...officer, id: "pia", name: "Pia", rung: "companion", areas: [VILLAGE] },
    { ...officer, id: "tono", name: "Tono", rung: "tksk", areas: [VILLAGE.slice(0, 6)] },
    { ...officer, id: "dudi", name: "Dudi", rung: "disdukcapil" },
    { ...officer, id: "dina", name: "Dina", rung: "dinsos" },
    { ...officer, id: "marta", name: "Marta", rung: "dinsos", sensitive: true },
    { ...officer, id: "ugi", name: "Ugi", rung: "dinsos", urgent: true },
    { ...officer, id: "susi", name: "Susi", rung: "dinsos", survivor: true },
  ];
  for (const one of all) await store.saveOfficer(one, vault.index("officer-token", tokenOf(one.id)));
});
afterAll(() => service.close());

const call = async (id: string, path: string, body?: object) => {
  const answer = await fetch(`${service.url}/api${path}`, {
    method: body ? "POST" : "GET",
    headers: {
      authorization: `Bearer ${tokenOf(id)}`,
      "x-operator": "dewi",
      ...(body ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown>, headers: answer.headers };
};

let serial = 0;
/** A ticket with words in every place that keeps some, held by the village's operator. */
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
  await store.changeTicket(number, { ...stamp, type: "added", id: "a1" });
  if (category === "card")
    await store.changeTicket(number, {
      ...stamp,
      by: "system",
      text: "Sari",
      type: "routed",
      id: "r0",
      seen: 1,
      officer: "sari",
    });
  return number;
}

describe("a confidential ticket", () => {
  it("is a head for the operator's token, wherever it is shown", async () => {
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
    await assign(service.runtime, number); // the sweeper's ring would come between
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

  it("is read whole by a marked officer with a token of their own", async () => {
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
    await assign(service.runtime, number);
    return number;
  };

  it("is not there any more for whoever may not see it: thread, additions, files, numbers, rows, acts", async () => {
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

  it("is read by its marked officer with all that was written before", async () => {
    const number = await amended();
    const { status, body } = await call(reader, `/tickets/${number}`);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toMatch(/soal pak lurah.*lampu teras/);
    if (category === "violence") expect(body.mentioned).toEqual([]);
  });

  it("leaves no word in the log or an alarm, and on the command line its number only", async () => {
    const number = await amended();
    const { out } = sapa("tickets", "list", "--district", "lamongan", "--all", "--json");
    expect(out.split("\n").filter((line) => line.includes(number))).toEqual([JSON.stringify({ number })]);
    const shown = sapa("tickets", "show", number);
    expect([shown.status, `${shown.out}${shown.errors}`]).toEqual([1, expect.not.stringMatching(WORDS)]);
    expect(JSON.stringify(service.lines)).not.toMatch(WORDS);
  });
});

function sapa(...args: string[]) {
  const env = { PATH: process.env.PATH ?? "", ...KEY_SETTINGS, DATA_DIR: service.directory, DISTRICTS: "lamongan" };
  const main = join(import.meta.dirname, "../../src/cli/sapa.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { env, encoding: "utf8" });
  return { status, out: stdout, errors: stderr };
}
