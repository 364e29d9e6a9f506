import { expect, it } from "vitest";
import { chat } from "./dialogue.ts";
import { service } from "./people.ts";

const NOTE = "jangan menelepon; jawab di chat ini";
const NUMBER = "081290009000";

it.each([
  ["at the question for a number", ["minta ditelepon petugas", "aja ditelpon, hp-ne digawa bojo", "kks kula ical"]],
  ["beside a question", ["petugas", `nomor saya ${NUMBER} tapi jangan dihubungi ya, kenapa bantuan saya putus`]],
  ["in a complaint", ["bpnt saya dipotong agen, tidak mau dihubungi", "desa Jegreg", "kirim"]],
])("a report of a citizen who wants no call says so to officers, and names no number: %s", (_, said) => {
  const { say, requests } = chat(service());
  for (const text of said) say(text);
  const [opened] = requests;
  if (opened?.type !== "open-ticket") throw new Error("no report");
  expect(opened.draft.text).toContain(NOTE);
  expect(opened.draft.person.phone).toBeUndefined();
  expect(opened.draft.category).not.toBe("call-back");
});

it("a citizen who takes back the wish for a call after the report has it added", () => {
  const { say, requests } = chat(service());
  say(`telpon saya di ${NUMBER}, mboten saged maos`);
  expect(say("maaf, ampun dipuntelpon nggih").text).toContain("jangan menelepon");
  const added = requests.at(-1);
  expect(added?.type === "add-to-ticket" && added.event.type === "add" && added.event.text).toContain(NOTE);
  expect(say("nanti ditelpon gak").text).not.toContain("menelepon Bapak/Ibu");
});
