import { z } from "zod";
import { defineFlow, type Option } from "../engine/flow.ts";
import { changeLanguage } from "../engine/language-offer.ts";
import { StateAt } from "../engine/state-names.ts";

const LanguageData = z.object({
  back: StateAt.default("menu.choose"),
  kept: z.record(z.string(), z.unknown()).default({}),
});
type Data = z.infer<typeof LanguageData>;

export const language = defineFlow("language", LanguageData, {
  choose: {
    prompt: "language.choose",
    options: ({ facts }) =>
      facts.locales.map(
        (locale): Option<Data> => ({
          id: locale,
          title: { key: `language.${locale}` },
          to: "menu.choose",
          step: ({ data }) => ({
            to: data.back,
            data: data.kept,
            session: { locale, languageOffered: true },
            say: [{ key: "language.changed" }],
          }),
        }),
      ),
    leadsTo: ["menu.choose"],
    enter: (locale, { session, facts }) =>
      locale !== undefined && facts.locales.includes(locale)
        ? changeLanguage(locale, session)
        : {
            to: "language.choose",
            data: { back: session.at, kept: session.data },
          },
  },
});
