import { z } from "zod";
import { defineFlow, type Option, type StatesOf } from "../engine/flow.ts";
import { toMenu } from "../engine/usual-options.ts";

const RIGHTS = ["data-copy", "data-correct", "data-delete", "consent-withdraw"] as const;
const PrivacyData = z.object({ right: z.enum(RIGHTS).optional() });
type Data = z.infer<typeof PrivacyData>;

/** Takes requests under UU PDP 27/2022 about this chat's data. */
const states: StatesOf<"privacy", Data> = {
  choose: {
    prompt: "privacy.choose",
    options: [
      { id: "stored", title: { key: "privacy.stored" }, to: "privacy.stored" },
      ...RIGHTS.map(
        (right): Option<Data> => ({
          id: right,
          title: { key: `privacy.${right}` },
          to: "privacy.confirm",
          data: { right },
        }),
      ),
      toMenu,
    ],
    leadsTo: ["privacy.confirm"],
    enter: (right) => {
      const known = z.enum(RIGHTS).safeParse(right);
      return known.success ? { to: "privacy.confirm", data: { right: known.data } } : { to: "privacy.choose" };
    },
  },
  stored: {
    prompt: ({ facts: { district } }) => [{ key: "privacy.whatIsStored", values: { agency: district.agency.name } }],
    brief: "common.chooseOrWrite",
    options: [{ id: "rights", title: { key: "privacy.rights" }, to: "privacy.choose" }, toMenu],
    leadsTo: [],
    enter: () => ({ to: "privacy.stored" }),
  },
  confirm: {
    prompt: ({ data: { right = "data-copy" } }) => [{ key: `privacy.about.${right}` }, { key: "privacy.within" }],
    options: [
      {
        id: "yes",
        title: { key: "privacy.yes" },
        means: "agreed",
        to: "ticket.checking",
        step: ({ data: { right = "data-copy" } }) =>
          right === "data-correct"
            ? { to: "ticket.collect", data: { category: right } }
            : { to: "ticket.checking", data: { category: right }, lookUp: { find: "same-ticket", category: right } },
      },
      { id: "no", title: { key: "privacy.no" }, means: "no", to: "privacy.choose" },
    ],
    leadsTo: ["ticket.collect"],
  },
};

export const privacy = defineFlow("privacy", PrivacyData, states);
