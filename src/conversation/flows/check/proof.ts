import { defined } from "../../../defined.ts";
import { maskName } from "../../../register/mask-name.ts";
import { checkNik } from "../../../register/nik.ts";
import type { Text, Value } from "../../../vocabulary/message.ts";
import type { Context, StatesOf, Step } from "../../engine/flow.ts";
import { PROOF_LASTS } from "../../engine/lapse.ts";
import type { LookUpResult } from "../../engine/lookup.ts";
import { toMenu, toOfficer } from "../../engine/usual-options.ts";
import { askedFor, cannotOpen, withCards } from "./ask-number.ts";
import { corrected } from "./correct-number.ts";
import type { CheckData, Found } from "./data.ts";
import { withoutLeftNumbers } from "./left-numbers.ts";
import { answersWhileAsked } from "./short-answers.ts";
import { takeTypedProof } from "./take-proof.ts";

type Here = Context<CheckData>;

/** Says the birth date and the sex in the NIK, so that a citizen can notice a wrong digit. */
function readBackText({ data: { nik = "" }, facts }: Here): Text {
  const { birthDates, sex } = checkNik(nik, facts);
  const [first, second] = birthDates.map((date): Value => ({ date }));
  const born: Value = first && second ? { key: "check.bornEither", values: { first, second } } : (first ?? "");
  return { key: "check.readBack", values: { ending: nik.slice(-2), born, sex: { key: `check.${sex ?? "female"}` } } };
}

const proofQuestion = (context: Here): Text =>
  context.facts.noCards ? { key: "check.askNameAlone" } : askedFor("check.askProof", "kk")(context);

/** An unknown NIK and a wrong proof give the same sentence. */
function followLookUp(result: LookUpResult<"person">, context: Here): Step<CheckData> {
  const { data } = context;
  switch (result.outcome) {
    case "limited":
    case "locked":
    case "unavailable":
      return { to: "check.held", say: [{ key: `check.${result.outcome}` }] };
    case "card-needed":
      return { to: "check.card-only" };
    case "no-match":
      return data.kk
        ? { to: "check.card-missed", data: { asOf: result.asOf, misses: data.misses + 1 } }
        : { to: "check.missed", data: { asOf: result.asOf } };
    case "registered":
      return { to: "check.registered", data: { asOf: result.asOf }, session: showPerson(1, context) };
    case "shared":
      return { to: "check.shared", data: { asOf: result.asOf, wants: undefined } };
    case "proved":
      return {
        to: data.wants === "desil" ? "check.desil" : "check.result",
        data: { found: foundIn(result), wants: undefined },
        session: showPerson(result.shared ? 1 : 2, context),
      };
  }
}

function showPerson(
  tier: 1 | 2,
  { data: { nik = "", kk, who = "self" }, facts, session }: Here,
): NonNullable<Step["session"]> {
  const person = facts.personOf(nik);
  const before = session.people.find((one) => one.person === person);
  const shown = { person, who, ...(tier === 2 || before?.proved ? { proved: true as const } : {}) };
  const people = [...session.people.filter((one) => one !== before), shown].slice(-20);
  const until = facts.now + PROOF_LASTS;
  return { people, proof: { person, nik, tier, until, ...defined({ kk }) } };
}

function foundIn(result: LookUpResult<"person"> & { outcome: "proved" }): Found {
  const { asOf, recipient, shared, desilsDiffer, aid, aidAsOf, tickets } = result;
  return {
    asOf,
    name: maskName(recipient.name),
    valid: recipient.valid,
    reasons: recipient.reasons,
    aid: aid.map(({ nik: _, ...row }) => row),
    tickets: tickets.map(({ number, state, repairedAt }) => ({ number, state, repaired: repairedAt !== undefined })),
    ...(recipient.area ? { area: recipient.area } : {}),
    ...(recipient.unread ? { unread: true as const } : {}),
    ...defined({ shared, desilsDiffer, aidAsOf, desil: recipient.desil, period: recipient.period }),
  };
}

const asksForCard = ({ facts }: Here) => (facts.noCards ? undefined : ("number" as const));

export const proofStates = {
  proof: {
    ...answersWhileAsked,
    prompt: (context) => [readBackText(context), proofQuestion(context)],
    takes: ["text", "number"],
    asks: asksForCard,
    hint: ({ facts }) => (facts.noCards ? "check.askNameAlone" : "check.proofHint"),
    options: (context) => [
      { id: "retype", title: { key: "check.retype" }, to: "check.number" },
      ...withCards(context, [
        { id: "no-card", title: { key: "check.noCard" }, means: "none", to: "check.name" },
        ...cannotOpen(context),
      ]),
      toMenu,
    ],
    leadsTo: ["menu.choose", "check.number", "check.name", "check.cannot-open", "check.looking", "check.proof"],
    ...corrected(takeTypedProof),
  },
  name: {
    ...answersWhileAsked,
    prompt: ({ facts }) => [{ key: facts.noCards ? "check.askNameAlone" : "check.askName" }],
    takes: ["text", "number"],
    options: [toMenu],
    leadsTo: ["check.looking", "check.proof"],
    ...corrected(takeTypedProof),
  },
  "card-only": {
    ...answersWhileAsked,
    prompt: (context) => [
      { key: "check.cardOnly" },
      ...(context.facts.noCards ? [] : [askedFor("check.askCard", "kk")(context)]),
    ],
    takes: ["number"],
    asks: asksForCard,
    hint: "check.cardHint",
    options: [toOfficer, toMenu],
    leadsTo: ["check.looking", "check.proof"],
    ...corrected(takeTypedProof),
  },
  looking: {
    leadsTo: [
      "check.held",
      "check.card-only",
      "check.card-missed",
      "check.missed",
      "check.registered",
      "check.result",
      "check.shared",
      "check.desil",
    ],
    found: { person: (result, context) => withoutLeftNumbers(followLookUp(result, context), context) },
  },
  held: {
    prompt: "check.meanwhile",
    options: [toOfficer, toMenu],
    leadsTo: [],
  },
} satisfies Partial<StatesOf<"check", CheckData>>;
