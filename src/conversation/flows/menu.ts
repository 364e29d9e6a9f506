import { z } from "zod";
import { defineFlow, type Option } from "../flow.ts";
import { suggestionOf } from "../routes.ts";
import { INTENTS } from "../understand.ts";

const MenuData = z.object({ suggested: z.array(z.enum(INTENTS)).default([]) });

const row = (id: string, to: string): Option<z.infer<typeof MenuData>> => ({
  id: `>${to}`,
  title: { key: `menu.${id}` },
  description: { key: `menu.${id}About` },
  to,
});

/** The front door; its rows can be pressed from any old message. */
export const menu = defineFlow("menu", MenuData, {
  choose: {
    prompt: "menu.choose",
    options: [
      row("check", "check.number"),
      row("repair", "repair.choose"),
      row("complaint", "complaint.category"),
      row("track", "track.show"),
      row("programmes", "programmes.list"),
      row("offices", "offices.show"),
      row("officer", "officer.ask"),
      row("privacy", "privacy.choose"),
      row("language", "language.choose"),
    ],
    leadsTo: ["menu.suggest"],
    hint: "menu.hint",
    enter: () => ({ to: "menu.choose" }),
  },
  /** Under the margin: the best guesses, for the citizen to choose from. */
  suggest: {
    prompt: "menu.suggest",
    options: ({ data: { suggested } }) => [
      ...suggested.flatMap((intent): Option<z.infer<typeof MenuData>>[] => {
        const to = suggestionOf(intent);
        return to ? [{ id: `>${to}`, title: { key: `intent.${intent}` }, to }] : [];
      }),
      { id: "menu", title: { key: "common.toMenu" }, to: "menu.choose" },
    ],
    leadsTo: ["menu.choose"],
  },
});
