import { z } from "zod";
import { type Content, MediaFile } from "../../message.ts";
import { onlyPlace } from "../facts.ts";
import { filesIn, filesTaken, keptWords, withMore, wordsIn } from "../files.ts";
import { type Context, defineFlow, type Option, type Step } from "../flow.ts";
import { wordsOf } from "../normalise.ts";
import { withoutFillers } from "../understanding/words.ts";

const OfficerData = z.object({
  /** A question that was there before it was asked for. */
  text: z.string().default(""),
  files: z.array(MediaFile).default([]),
});
type OfficerData = z.infer<typeof OfficerData>;
type Here = Context<OfficerData>;

function asked(content: Content, context: Here): Step | undefined {
  const more = filesIn(content);
  const { text } = context.data;
  const files = withMore(context.data.files, more);
  const words = wordsIn(content);
  if (words === undefined)
    return more.length > 0 ? { to: "officer.ask", data: { files }, say: filesTaken(more) } : undefined;
  return sent({ ...context, data: { text: [text, words].filter(Boolean).join("\n"), files } });
}

function sent({ data: { text: words, files }, facts }: Here): Step {
  const text = keptWords(words);
  const area = onlyPlace(text, facts);
  const data = { category: "officer", text, files, ...(area ? { area } : {}) };
  return { to: "ticket.checking", data, ask: { ask: "same-ticket", category: "officer" } };
}

const sendNow: Option<OfficerData> = {
  id: "send",
  title: { key: "ticket.sendNow" },
  means: "agreed",
  to: "ticket.checking",
  step: sent,
};

/** Words that ask for a person and for nothing else. */
const FOR_A_PERSON = new Set(
  "mau minta tolong bicara telepon sambung sambungkan hubungkan konsultasi petugas orang dinsos dinas sosial saya apa ada dapat nomor langsung sekarang aja saja".split(
    " ",
  ),
);
/** So many other words are a question. */
const QUESTION = 2;

const asksMore = (text: string): boolean =>
  withoutFillers(wordsOf(text)).filter((word) => !FOR_A_PERSON.has(word)).length >= QUESTION;

/** A question for a person: written or spoken, numbered, answered in this chat. */
export const officer = defineFlow("officer", OfficerData, {
  ask: {
    prompt: ({ data: { text }, facts: { district } }) => [
      { key: text ? "officer.noted" : "officer.ask", values: { agency: district.agency.name } },
    ],
    takes: ["text", "media"],
    free: true,
    send: (context) => (context.data.text || context.data.files.length > 0 ? sent(context) : undefined),
    options: ({ data: { text, files } }) => [
      ...(text || files.length > 0 ? [sendNow] : []),
      { id: "offices", title: { key: "repair.offices" }, to: "offices.show" },
      { id: "menu", title: { key: "common.toMenu" }, to: "menu.choose" },
    ],
    leadsTo: ["officer.ask", "ticket.checking", "offices.show", "menu.choose"],
    take: asked,
    enter: (said = "") => ({ to: "officer.ask", data: asksMore(said) ? { text: keptWords(said) } : {} }),
  },
});
