import { z } from "zod";
import type { Programme } from "../../register/programme.ts";
import type { Text } from "../../vocabulary/message.ts";
import { type Context, defineFlow, type Option, type StatesOf } from "../engine/flow.ts";
import { toMenu, toOfficer } from "../engine/usual-options.ts";
import { offeredProgrammes, programmeChoice } from "../flows-shared/offered-programmes.ts";
import { sourceText } from "../flows-shared/source-text.ts";
import { plainText } from "../understanding/normalise.ts";

const ProgrammesData = z.object({
  programme: z.string().optional(),
  /** Also true if the citizen has already read how to register. */
  isRefused: z.boolean().default(false),
});
type Data = z.infer<typeof ProgrammesData>;
type Here = Context<Data>;

const toCheck: Option<Data> = { id: ">check.number", title: { key: "menu.check" }, to: "check.number" };
const toComplaint: Option<Data> = { id: "complaint", title: { key: "check.complain" }, to: "complaint.category" };
const nothing = "";

const chosenProgramme = ({ data, facts }: Here): Programme | undefined =>
  facts.district.programmes.find(({ code }) => code === data.programme);

function aboutTexts(context: Here): Text[] {
  const programme = chosenProgramme(context);
  if (!programme) return [listedText(context) ?? { key: "programmes.choose" }];
  return [
    {
      key: "programmes.title",
      values: {
        name: { words: programme.name },
        ended: programme.state === "ended" ? { key: "programmes.ended" } : nothing,
      },
    },
    { words: programme.summary },
  ];
}

const chosenListed = ({ data, facts }: Here) => facts.listed?.find(({ code }) => code === data.programme);

function listedText(context: Here): Text | undefined {
  const listed = chosenListed(context);
  const { name: agency } = context.facts.district.agency;
  return listed && { key: "programmes.listed", values: { name: listed.code, agency, date: { date: listed.asOf } } };
}

function collectingTexts(context: Here): Text[] {
  const programme = chosenProgramme(context);
  const last = programme?.stages.at(-1);
  return programme ? [{ words: programme.collect }, ...(last ? [lastStageText(last)] : [])] : [];
}

const lastStageText = ({ stage, months, amount }: Programme["stages"][number]): Text => ({
  key: "programmes.lastStage",
  values: {
    stage,
    month: { month: months.at(-1) ?? "" },
    amount: amount ? { key: "programmes.amount", values: { amount: { money: amount } } } : nothing,
  },
});

const collecting: Option<Data> = {
  id: "collect",
  title: { key: "programmes.collect" },
  to: "programmes.show",
  step: (context) => ({ to: "programmes.show", say: collectingTexts(context) }),
};
const otherProgrammes: Option<Data> = { id: "all", title: { key: "programmes.all" }, to: "programmes.list" };
const sourceOfProgramme: Option<Data> = {
  id: "source",
  title: { key: "ask.sources" },
  to: "programmes.show",
  step: (context) => ({
    to: "programmes.show",
    say: [chosenProgramme(context)].flatMap((one) => (one ? [sourceText(one)] : [])),
  }),
};

const states: StatesOf<"programmes", Data> = {
  list: {
    prompt: "programmes.choose",
    options: ({ facts }) => [
      ...offeredProgrammes(facts).map(
        (programme): Option<Data> => ({
          id: programmeChoice(programme),
          title: { words: programme.name },
          to: "programmes.show",
          data: { programme: programme.code },
        }),
      ),
      { id: "apply", title: { key: "programmes.howToApply" }, to: "programmes.apply" },
      toMenu,
    ],
    leadsTo: ["programmes.show", "programmes.apply", "menu.choose"],
    enter: () => ({ to: "programmes.list" }),
  },
  show: {
    prompt: aboutTexts,
    brief: "common.chooseOrWrite",
    options: (context) =>
      chosenListed(context)
        ? [toCheck, toComplaint, toOfficer, otherProgrammes, toMenu]
        : [toCheck, collecting, otherProgrammes, sourceOfProgramme, toComplaint, toMenu],
    leadsTo: ["programmes.list", "check.number", "programmes.show", "complaint.category", "officer.ask", "menu.choose"],
    enter: (code, { facts }) => {
      const { district, listed = [] } = facts;
      const known = [...district.programmes, ...listed].find((one) => one.code.toLowerCase() === code?.toLowerCase());
      return known ? { to: "programmes.show", data: { programme: known.code } } : { to: "programmes.list" };
    },
  },
  apply: {
    prompt: ({ data, facts: { district } }) => {
      if (data.isRefused) return [{ key: "programmes.otherDoors", values: { agency: district.agency.name } }];
      const answer = district.answers["how-to-register"];
      return [answer ? { words: answer.words } : { key: "programmes.askOffice" }];
    },
    brief: "common.chooseOrWrite",
    options: ({ data, facts: { district } }) => {
      if (data.isRefused) return [toComplaint, toOfficer, toMenu];
      const answer = district.answers["how-to-register"];
      const step = () => ({ to: "programmes.apply" as const, say: answer ? [sourceText(answer)] : [] });
      const source: Option<Data> = { id: "source", title: { key: "ask.sources" }, to: "programmes.apply", step };
      const offices: Option<Data> = { id: "offices", title: { key: "repair.offices" }, to: "offices.show" };
      return [toCheck, offices, ...(answer ? [source] : []), toMenu];
    },
    leadsTo: ["programmes.apply", "check.number", "offices.show", "complaint.category", "officer.ask", "menu.choose"],
    enter: (text, { session, facts }) => {
      const isRefused = session.at === "programmes.apply" || facts.words.report.refused.isIn(plainText(text ?? ""));
      return { to: "programmes.apply", data: { isRefused } };
    },
  },
};

export const programmes = defineFlow("programmes", ProgrammesData, states);
