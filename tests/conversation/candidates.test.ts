import { describe, expect, it } from "vitest";
import type { Request } from "../../src/conversation/engine/flow.ts";
import { chat } from "./dialogue.ts";
import { service } from "./people.ts";

function examplesOf(...said: string[]): Request[] {
  const talk = chat(service());
  for (const one of said) {
    if (one.startsWith("press:")) talk.press(one.slice("press:".length));
    else talk.say(one);
  }
  return talk.requests.filter(({ type }) => type === "keep-candidate" || type === "settle-candidate");
}

describe("a message that was not understood", () => {
  it.each<[string, string[], object[]]>([
    [
      "is kept with the offered meanings",
      ["bantuan uang"],
      [{ type: "keep-candidate", district: "lamongan", text: "bantuan uang", offered: expect.any(Array) }],
    ],
    [
      "is kept without meanings if the service offered none",
      ["gimana sih"],
      [{ type: "keep-candidate", district: "lamongan", text: "gimana sih", offered: [] }],
    ],
    [
      'gets the label "none" after the button "menu"',
      ["bantuan uang", "press:menu.suggest:menu"],
      [{ type: "keep-candidate" }, { type: "settle-candidate", chosen: "none" }],
    ],
    [
      'gets the label "none" after "bukan"',
      ["bantuan uang", "bukan"],
      [{ type: "keep-candidate" }, { type: "settle-candidate", chosen: "none" }],
    ],
    ["that the service understands is not kept", ["cek bansos"], []],
    ["of one word is not kept", ["blabla"], []],
    ["that tells of danger is not kept", ["saya mau mati saja pak"], []],
    ["after a danger is not kept", ["saya mau mati saja pak", "menu", "gimana sih"], []],
    ["in a report is not kept", ["lapor", "1", "gimana sih", "batal"], []],
    ["of one word does not settle the message before it", ["gimana sih", "lapor", "1"], [{ type: "keep-candidate" }]],
  ])("%s", (_, said, kept) => {
    expect(examplesOf(...said)).toMatchObject(kept);
  });

  it("is settled with the label of the choice whose number the citizen types", () => {
    const talk = chat(service());
    const { choices } = talk.say("bantuan uang");
    const [first] = talk.requests;
    expect(first?.type).toBe("keep-candidate");
    talk.say("1");
    const offered = first?.type === "keep-candidate" ? first.offered : [];
    const chosen = talk.requests.find(({ type }) => type === "settle-candidate");
    expect(choices.length).toBeGreaterThan(1);
    expect(chosen?.type === "settle-candidate" && offered).toContain(
      chosen?.type === "settle-candidate" ? chosen.chosen : undefined,
    );
  });

  it("is kept with its numbers masked", () => {
    const [kept] = examplesOf("gimana sih ini 6281234567890123");
    expect(JSON.stringify(kept ?? {})).not.toContain("6281234567890123");
  });
});
