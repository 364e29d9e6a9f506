import { z } from "zod";
import { type Content, MediaFile } from "../../message.ts";
import { filesIn, filesTaken, keptWords, withMore, wordsIn } from "../files.ts";
import { type Context, defineFlow, type Option, type Step } from "../flow.ts";

const OfficerData = z.object({ files: z.array(MediaFile).default([]) });
type OfficerData = z.infer<typeof OfficerData>;
type Here = Context<OfficerData>;

function asked(content: Content, context: Here): Step | undefined {
  const more = filesIn(content);
  const files = withMore(context.data.files, more);
  const words = wordsIn(content);
  if (words === undefined)
    return more.length > 0 ? { to: "officer.ask", data: { files }, say: filesTaken(more) } : undefined;
  return sent({ ...context, data: { files } }, words);
}

function sent({ data: { files }, facts }: Here, words = ""): Step {
  const text = keptWords(words);
  const codes = [...new Set(facts.findPlaces(text).map(({ code }) => code))];
  const [area] = codes.length === 1 ? codes : [];
  const data = { category: "officer", text, files, ...(area ? { area } : {}) };
  return { to: "ticket.checking", data, ask: { ask: "same-ticket", category: "officer" } };
}

const sendNow: Option<OfficerData> = {
  id: "send",
  title: { key: "ticket.sendNow" },
  means: "agreed",
  to: "ticket.checking",
  step: (context) => sent(context),
};

/** A question for a person: written or spoken, numbered, answered in this chat. */
export const officer = defineFlow("officer", OfficerData, {
  ask: {
    prompt: ({ facts: { district } }) => [{ key: "officer.ask", values: { agency: district.agency.name } }],
    takes: ["text", "media"],
    free: true,
    options: ({ data: { files } }) => [
      ...(files.length > 0 ? [sendNow] : []),
      { id: "offices", title: { key: "repair.offices" }, to: "offices.show" },
      { id: "menu", title: { key: "common.toMenu" }, to: "menu.choose" },
    ],
    leadsTo: ["officer.ask", "ticket.checking", "offices.show", "menu.choose"],
    take: asked,
    enter: () => ({ to: "officer.ask" }),
  },
});
