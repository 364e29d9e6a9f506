import { expect, it } from "vitest";
import { chat } from "./dialogue.ts";
import { closedFor, service } from "./people.ts";

it.each([
  ["a photo with words", { caption: "berasnya masih bau" }, "berasnya masih bau"],
  ["a photo alone", {}, ""],
])("a late dispute with %s opens a linked ticket with the file", (_, more, text) => {
  const late = closedFor(31);
  const talk = chat(service({ byNumber: late, tickets: [late] }));
  talk.say("laporan saya");
  talk.press(`>track.unsolved:${late.number}`);
  talk.send({ type: "media", kind: "image", file: "f1", ...more });
  const opened = talk.requests.find(({ type }) => type === "open-ticket");
  expect(opened).toMatchObject({
    draft: { linked: late.number, text, files: [expect.objectContaining({ kind: "image", file: "f1" })] },
  });
});
