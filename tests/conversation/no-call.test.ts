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

it.each([
  [`${NUMBER}, jangan ditelepon, wa saja`],
  [`ojo ditelpon, lewat wa ae nang ${NUMBER}`],
  [`${NUMBER} ampun dipuntelpon nggih, sms mawon`],
])("a number that is only for messages goes with the report, and the note says so: %s", (said) => {
  const { say, requests } = chat(service());
  say("minta ditelepon petugas");
  const { text } = say(said);
  expect(text).toContain("untuk pesan saja");
  expect(text).not.toContain("menelepon Bapak/Ibu");
  const [opened] = requests;
  if (opened?.type !== "open-ticket") throw new Error("no report");
  expect(opened.draft.person.phone).toBe(NUMBER);
  expect(opened.draft.text).toContain("jangan menelepon; nomornya hanya untuk pesan");
});

it("a number for messages is added to a filed report", () => {
  const { say, requests } = chat(service());
  for (const text of ["bpnt saya dipotong agen", "desa Jegreg", "kirim"]) say(text);
  expect(say(`jangan ditelepon ya, wa saja ${NUMBER}`).text).toContain("jangan menelepon");
  const added = requests.at(-1);
  if (added?.type !== "add-to-ticket" || added.event.type !== "add") throw new Error("not added");
  expect(added.event.phone).toBe(NUMBER);
  expect(added.event.text).not.toContain(NUMBER);
});

it("a number beside a refusal of all calls and messages stays out", () => {
  const { say, requests } = chat(service());
  say("petugas");
  say(`nomor saya ${NUMBER} tapi jangan dihubungi ya, kenapa bantuan saya putus`);
  const [opened] = requests;
  expect(opened?.type === "open-ticket" && opened.draft.person.phone).toBeUndefined();
});
