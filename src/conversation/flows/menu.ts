import { z } from "zod";
import { AnswerBefore } from "../engine/answer-before.ts";
import { type Context, defineFlow, enterState, type Option } from "../engine/flow.ts";
import { followGuess, suggestionOf } from "../engine/routes.ts";
import type { StateName } from "../engine/state-names.ts";
import { toMenu } from "../engine/usual-options.ts";
import { INTENTS } from "../understanding/intents.ts";

const MenuData = z.object({
  suggested: z.array(z.enum(INTENTS)).default([]),
  topics: z.array(z.string()).default([]),
  /** The words that the chat did not understand. */
  text: z.string().default(""),
  danger: z.boolean().default(false),
  again: z.boolean().default(false),
  place: z.string().optional(),
  back: AnswerBefore.optional(),
});
type MenuData = z.infer<typeof MenuData>;

const menuRow = (id: string, to: StateName): Option<MenuData> => ({
  id: `>${to}`,
  title: { key: `menu.${id}` },
  description: { key: `menu.${id}About` },
  to,
});

function guessKey({ suggested, again }: MenuData): string {
  const key = suggested.every((intent) => intent === "officer") ? "menu.passOn" : "menu.suggest";
  return again ? `${key}Again` : key;
}

export const menu = defineFlow("menu", MenuData, {
  choose: {
    prompt: "menu.choose",
    options: [
      menuRow("check", "check.number"),
      menuRow("repair", "repair.choose"),
      menuRow("complaint", "complaint.category"),
      menuRow("track", "track.show"),
      menuRow("programmes", "programmes.list"),
      menuRow("offices", "offices.show"),
      menuRow("officer", "officer.ask"),
      menuRow("privacy", "privacy.choose"),
      menuRow("language", "language.choose"),
      menuRow("urgent", "urgent.pick"),
    ],
    leadsTo: ["menu.suggest"],
    hint: "menu.hint",
    enter: () => ({ to: "menu.choose" }),
  },
  suggest: {
    prompt: ({ data }) => [
      ...(data.danger ? [{ key: "menu.ifDanger" }] : []),
      data.place === undefined ? { key: guessKey(data) } : { key: "menu.whatThere", values: { place: data.place } },
    ],
    options: ({ data: { suggested, topics, text, danger }, facts: { district } }) => {
      const answers = topics.flatMap((name): Option<MenuData>[] => {
        const title = district.knowledge[name]?.title;
        return title ? [{ id: `>ask.show:${name}`, title: { words: title }, to: "ask.show", data: { name } }] : [];
      });
      const intents = suggested.flatMap((intent): Option<MenuData>[] => {
        const to = suggestionOf(intent);
        const step = (context: Context<MenuData>) => followGuess(intent, text, context);
        const means = suggested.length === 1 ? { means: "agreed" as const } : {};
        return to ? [{ id: `>${to}`, title: { key: `intent.${intent}` }, to, step, ...means }] : [];
      });
      const neither = { ...toMenu, means: "no" as const };
      const emergency: Option<MenuData> = {
        id: ">urgent.pick",
        title: { key: "menu.urgent" },
        to: "urgent.pick",
        step: (context) => enterState("urgent.pick", text, context),
      };
      return danger ? [emergency, ...intents, ...answers, neither] : [...answers, ...intents, emergency, neither];
    },
    leadsTo: ["menu.choose", "privacy.confirm"],
  },
});
