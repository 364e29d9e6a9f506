import { describe, expect, it } from "vitest";
import { flowOf } from "../../src/conversation/engine/flow.ts";
import { contextOf, optionsOf } from "../../src/conversation/engine/prompt.ts";
import { newSession } from "../../src/conversation/engine/session.ts";
import type { StateName } from "../../src/conversation/engine/state-names.ts";
import { flows } from "../../src/conversation/flows/index.ts";
import { chat, factsAt, locales, NOW, translate } from "./dialogue.ts";
import { KK, NIK, paid, service, ticket } from "./people.ts";

const QUESTIONS: readonly [label: string, rests: string, ...way: string[]][] = [
  ["a NIK", "check.number", "cek bansos"],
  ["a family card's number", "check.proof", NIK],
  ["a name", "check.name", NIK, "saya tidak punya KK"],
  ["whose number it is", "check.which", "cek bansos", "3524015206229901"],
  ["a way without a number", "check.no-number", "cek bansos", "tidak punya"],
  ["what to do with a result", "check.result", NIK, KK],
  ["which data to repair", "repair.choose", "perbaiki data"],
  ["what the report is about", "complaint.category", "lapor masalah"],
  ["the programme", "complaint.programme", ">complaint.category", ">complaint.category:cut"],
  ["the story", "complaint.what", ">complaint.category:other"],
  ["the place of a report", "complaint.where", "beras bantuan busuk dan berkutu"],
  ["an office", "offices.show", "alamat kantor"],
];

const menu = flows.stateAt("menu.choose");
const rows = optionsOf(menu, contextOf(newSession("id"), factsAt(NOW), flows));

function at(way: readonly string[]) {
  const talk = chat(service({ aid: [paid], tickets: [ticket] }));
  for (const said of way) said.startsWith(">") ? talk.press(said) : talk.say(said);
  return talk;
}

describe.each(QUESTIONS)("at the question for %s", (_, rests, ...way) => {
  it("the way leads to the question", () => expect(at(way).session().at).toBe(rests));

  for (const row of rows)
    for (const words of new Set(locales.map((locale) => translate(locale, row.title))))
      it(`“${words}” gives the same answer as the button`, () => {
        const pressed = at(way).press(row.id);
        const typed = at(way).say(words);
        expect(flowOf(typed.at as StateName)).toBe(flowOf(row.to));
        expect(typed.text).toBe(pressed.text);
      });
});

it.each([
  ["lapor masalah pak", "complaint.category"],
  ["tolong info program ya", "programmes.list"],
  ["Lapor masalh", "complaint.category"],
])("a title with politeness or a slip leads to its state: %s", (words, rests) => {
  expect(at(["cek bansos"]).say(words).at).toBe(rests);
});

it("a title is the answer while an officer waits for one", () => {
  const talk = at(["cek bansos"]);
  talk.officerAsks(ticket.number, "Bapak ingin kami bantu apa?");
  talk.say("Perbaiki data");
  expect(talk.requests).toMatchObject([{ type: "add-to-ticket", number: ticket.number }]);
});
