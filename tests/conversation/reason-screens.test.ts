import { describe, expect, it } from "vitest";
import { contextOf, optionsOf, promptOf } from "../../src/conversation/engine/prompt.ts";
import { newSession } from "../../src/conversation/engine/session.ts";
import type { StateName } from "../../src/conversation/engine/state-names.ts";
import { flows } from "../../src/conversation/flows/index.ts";
import { isKeptFromVillage, isObjectedTo, isRepairable, REASON_KINDS } from "../../src/register/reason-kinds.ts";
import { REASONS, type Reason } from "../../src/vocabulary/lists.ts";
import { chat, factsAt, locales, NOW, translate } from "./dialogue.ts";
import { KK, NIK, service } from "./people.ts";

const screensOf = (reason: Reason): readonly StateName[] =>
  reason === "MENINGGAL"
    ? ["repair.deceased", "repair.report", "repair.death-details", "repair.contest"]
    : ["repair.explain", "repair.details"];

function screen(at: StateName, reason: Reason, reasons: readonly Reason[], locale: string) {
  const context = contextOf({ ...newSession(locale), at, data: { reason, reasons } }, factsAt(NOW), flows);
  const text = promptOf(context)
    .parts.map((part) => translate(locale, part))
    .join("\n");
  return { text, options: optionsOf(flows.stateAt(at), context) };
}

function looked(reason: Reason) {
  const talk = chat(service({ recipient: { valid: false, reasons: [reason] } }));
  talk.say(`cek NIK ${NIK} KK ${KK}`);
  return { talk, shown: talk.press("check.result:repair") };
}

/** These buttons lead to the further states of a reason. */
const WAYS: Partial<Record<StateName, readonly string[]>> = {
  "repair.details": ["repair.explain:details"],
  "repair.report": ["repair.deceased:yes"],
  "repair.death-details": ["repair.deceased:yes", "repair.report:more"],
  "repair.contest": ["repair.deceased:no"],
};

const each = REASONS.flatMap((reason) => screensOf(reason).map((at) => [reason, at] as const));

describe.each(each)("%s on %s", (reason, at) => {
  it.each(locales)("has a whole text in %s", (locale) => {
    for (const reasons of [[], [reason]]) {
      const { text } = screen(at, reason, reasons, locale);
      expect(text).not.toMatch(/undefined|\{\{|\$t\(|repair\.|owner\./);
    }
  });

  const { options } = screen(at, reason, [reason], "id");
  it.each(options.map(({ id, to }) => [id, to] as const))("button %s leads to %s", (id, to) => {
    const { talk } = looked(reason);
    for (const way of WAYS[at] ?? []) talk.press(way);
    expect(talk.session().at).toBe(at);
    const answer = talk.press(`${at}:${id}`);
    expect(answer.text.trim()).not.toBe("");
    expect(answer.at === to || answer.at === at).toBe(true);
  });

  it("has at most 350 characters, or 700 in details", () => {
    for (const reasons of [[], [reason]])
      expect([...screen(at, reason, reasons, "id").text].length).toBeLessThanOrEqual(/details/.test(at) ? 700 : 350);
  });

  it("offers an officer and the menu", () =>
    expect(options.map(({ to }) => to)).toEqual(expect.arrayContaining(["officer.ask", "menu.choose"])));
});

describe.each(REASONS.filter((reason) => reason !== "MENINGGAL"))("%s", (reason) => {
  const ids = screen("repair.explain", reason, [reason], "id").options.map(({ id }) => id);

  it("offers an objection to a reason against aid, and a repair of a repairable reason", () => {
    expect(ids.includes("object")).toBe(isObjectedTo(reason));
    expect(ids.includes("done")).toBe(isRepairable(reason));
    if (["barred", "out"].includes(REASON_KINDS[reason])) expect(ids).toContain("object");
  });

  it("offers a check only if the chat has not looked the person up", () => {
    const unseen = screen("repair.explain", reason, [], "id").options.map(({ id }) => id);
    expect([unseen.includes("check"), ids.includes("check")]).toEqual([true, false]);
  });
});

it("the menu leads to every reason", () => {
  const reached = new Set<string>(["MENINGGAL"]);
  for (const kind of ["data", "payment", "unsure", "barred", "out"]) {
    const { press } = chat(service());
    press(">repair.choose");
    press("repair.choose:others");
    for (const id of press(`repair.kinds:${kind}`).choices) {
      const code = id.replace("repair.of-kind:", "").toUpperCase();
      if (!(REASONS as readonly string[]).includes(code)) continue;
      const again = chat(service());
      again.press(">repair.choose");
      again.press("repair.choose:others");
      again.press(`repair.kinds:${kind}`);
      expect(again.press(id).at).toBe("repair.explain");
      reached.add(code);
    }
  }
  expect([...reached].sort()).toEqual([...REASONS].sort());
});

describe("an objection", () => {
  function objected(reason: Reason) {
    const { talk } = looked(reason);
    const asked = talk.press("repair.explain:object");
    expect(asked.at).toBe("ticket.collect");
    expect(asked.text).toContain("tidak ada yang berubah sebelum itu");
    expect(talk.say("saya tidak pernah begitu pak, tolong dicek").at).toBe("ticket.filed");
    return talk.requests.flatMap((request) => (request.type === "open-ticket" ? [request.draft] : []))[0];
  }

  it.each(REASONS.filter((reason) => reason !== "MENINGGAL" && isObjectedTo(reason)))(
    "to %s opens a ticket",
    (reason) => {
      expect(objected(reason)).toMatchObject({ category: "objection", reason });
      expect(objected(reason)?.confidential).toBe(isKeptFromVillage(reason) ? true : undefined);
    },
  );

  it("to TERINDIKASI_TRANSAKSI follows a text without details, and is kept from the village", () => {
    const { shown } = looked("TERINDIKASI_TRANSAKSI");
    expect(shown.text).toContain("Ini bukan tuduhan");
    expect(shown.text).not.toMatch(/jud[io]|PPATK|transaksi/i);
    expect(objected("TERINDIKASI_TRANSAKSI")?.confidential).toBe(true);
  });
});
