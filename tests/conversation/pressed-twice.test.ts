import { describe, expect, it } from "vitest";
import { chat } from "./dialogue.ts";
import { NIK, service } from "./people.ts";

const STORY = "kata orang lapangan saya dinilai mampu, bagaimana ini";

describe("a button pressed twice acts once", () => {
  it.each([
    ["a menu row", [], "menu", ">complaint.category"],
    ["a category", ["3"], "", "complaint.category:not-paid"],
    ["a programme", ["3", "1"], "", "complaint.programme:pkh"],
    ["send", ["3", "4", "tidak masuk daftar", "desa Jegreg"], "", "complaint.confirm:send"],
    ["rewrite", ["3", "4", "tidak masuk daftar", "desa Jegreg"], "", "complaint.confirm:change"],
    ["cancel", ["3", "4", "tidak masuk daftar", "desa Jegreg"], "", "complaint.confirm:cancel"],
    ["the next problem", ["2"], "", "repair.choose:ktp_lama"],
    ["retype", ["1", NIK], "", "check.proof:retype"],
  ])("%s", (_, way, __, id) => {
    const talk = chat(service());
    talk.say("halo");
    for (const said of way) talk.say(said);
    const { first, second } = talk.pressTwice(id);
    const once = JSON.stringify({ ...talk.session(), lastAt: 0, pressed: 0 });
    expect(second).toMatchObject({ at: first.at, replies: [] });
    const single = chat(service());
    single.say("halo");
    for (const said of way) single.say(said);
    single.press(id);
    expect(once).toBe(JSON.stringify({ ...single.session(), lastAt: 0, pressed: 0 }));
    expect(talk.requests).toEqual(single.requests);
  });

  it('"Lapor masalah" under a suggestion keeps the story', () => {
    const talk = chat(service());
    talk.say("halo");
    const { at, choices } = talk.say(STORY);
    expect(at).toBe("menu.suggest");
    expect(choices).toContain(">complaint.category");
    const { first, second } = talk.pressTwice(">complaint.category");
    expect(second).toMatchObject({ at: first.at, replies: [] });
    expect(JSON.stringify(talk.session().data)).toContain("lapangan");
    talk.wait(60_000);
    talk.press(">complaint.category");
    expect(JSON.stringify(talk.session())).toContain("lapangan");
  });

  it("a menu row acts again after another message", () => {
    const talk = chat(service());
    talk.say("halo");
    talk.press(">offices.show");
    talk.say("menu");
    expect(talk.press(">offices.show").at).toBe("offices.show");
  });
});

it("a number typed twice within the reading time acts once", () => {
  const { typeTwice, session } = chat(service());
  const { first, second } = typeTwice("3");
  expect(first.at).toBe("complaint.category");
  expect(second).toMatchObject({ at: "complaint.category", text: "" });
  expect(session().at).toBe("complaint.category");
});
