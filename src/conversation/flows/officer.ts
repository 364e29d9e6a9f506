import { z } from "zod";
import type { Content } from "../../message.ts";
import { maskNumbers } from "../../register/find-numbers.ts";
import { type Context, defineFlow, type Step } from "../flow.ts";

const OfficerData = z.object({});

function asked(content: Content, { facts }: Context<z.infer<typeof OfficerData>>): Step | undefined {
  if (content.type !== "text" || !content.text.trim()) return undefined;
  const text = maskNumbers(content.text.trim()).slice(0, 3_000);
  const codes = [...new Set(facts.findPlaces(text).map(({ code }) => code))];
  const [area] = codes.length === 1 ? codes : [];
  const data = { category: "officer", text, ...(area ? { area } : {}) };
  return { to: "ticket.checking", data, ask: { ask: "same-ticket", category: "officer" } };
}

/** A question for a person: written down, numbered, answered in this chat. */
export const officer = defineFlow("officer", OfficerData, {
  ask: {
    prompt: ({ facts: { district } }) => [{ key: "officer.ask", values: { agency: district.agency.name } }],
    takes: ["text"],
    free: true,
    options: [
      { id: "offices", title: { key: "repair.offices" }, to: "offices.show" },
      { id: "menu", title: { key: "common.toMenu" }, to: "menu.choose" },
    ],
    leadsTo: ["ticket.checking"],
    take: asked,
    enter: () => ({ to: "officer.ask" }),
  },
});
