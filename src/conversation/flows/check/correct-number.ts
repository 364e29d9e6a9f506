import type { Content } from "../../../vocabulary/message.ts";
import type { Context, State, Step } from "../../engine/flow.ts";
import type { StateName } from "../../engine/state-names.ts";
import { plainText } from "../../understanding/normalise.ts";
import { askProof } from "./ask-proof.ts";
import type { CheckData } from "./data.ts";
import { saysCard, saysNik } from "./nik-or-card.ts";
import { typedFamilyCard, typedNik } from "./numbers.ts";
import { takeProof } from "./take-proof.ts";

type Here = Context<CheckData>;

const MOST_WORDS = 10;

/** Returns "9901" of "eh salah, belakangnya 9901". */
function endingIn(text: string, { facts: { words } }: Here): string | undefined {
  const plain = plainText(text);
  if (plain.split(" ").length > MOST_WORDS || !words.numbers.ending.isIn(plain)) return undefined;
  return plain.match(/(?<!\S)\d{1,8}(?!\S)/g)?.at(-1);
}

const withEnding = (number: string, ending: string): string => `${number.slice(0, -ending.length)}${ending}`;

function takeEnding(text: string, context: Here): Step<CheckData> | undefined {
  const { nik, kk } = context.data;
  const { facts } = context;
  const ending = endingIn(text, context);
  if (ending === undefined || !nik) return undefined;
  const nextNik = withEnding(nik, ending);
  const nextKk = kk && withEnding(kk, ending);
  const isNamed = saysCard(text, facts) !== saysNik(text, facts);
  const isOfCard = nextKk !== undefined && nextKk !== kk && (!isNamed || saysCard(text, facts));
  const isOfNik = nextNik !== nik && (!isNamed || saysNik(text, facts));
  if (isOfNik && isOfCard) return { to: context.session.at, wrong: { key: "check.whichEnding", values: { ending } } };
  const said = { key: "check.endingChanged", values: { ending } };
  const typed = isOfNik ? typedNik(nextNik, facts) : isOfCard ? typedFamilyCard(nextKk, facts) : undefined;
  if (!typed) return undefined;
  if ("wrong" in typed) return { to: context.session.at, wrong: typed.wrong };
  const step = isOfNik ? askProof(nextNik, kk, context) : takeProof(typed.digits, context);
  return step && { ...step, say: [said] };
}

/** "KK yang tadi itu lho" means the family card's number that this chat holds. */
function takeSameCard(text: string, context: Here): Step<CheckData> | undefined {
  const { facts, data, session } = context;
  const plain = plainText(text);
  if (!data.nik || plain.split(" ").length > MOST_WORDS || !facts.words.numbers.sameCard.isIn(plain)) return undefined;
  const proved = session.proof && session.proof.until > facts.now ? session.proof.kk : undefined;
  const card = data.kk ?? data.before?.kk ?? proved;
  const step = card === undefined ? undefined : takeProof(card, context);
  return step && { ...step, say: [{ key: "check.cardAgain" }] };
}

function takeNotTheirs(text: string, { facts: { words } }: Here): Step<CheckData> | undefined {
  const plain = plainText(text);
  const denies = words.result.notMine.isIn(plain) || words.numbers.notTheirs.isIn(plain);
  if (!denies || plain.split(" ").length > MOST_WORDS) return undefined;
  return { to: "check.number", say: [{ key: "check.digitWrong" }] };
}

const WAITS_FOR_PROOF: ReadonlySet<StateName> = new Set(["check.proof", "check.name", "check.card-only"]);

function takeCorrection(content: Content, context: Here): Step<CheckData> | undefined {
  if (content.type !== "text") return undefined;
  const { text } = content;
  const ending = takeEnding(text, context);
  if (ending || !WAITS_FOR_PROOF.has(context.session.at)) return ending;
  return takeSameCard(text, context) ?? takeNotTheirs(text, context);
}

export const corrected = (
  take: NonNullable<State<CheckData>["take"]>,
  isFree: (content: Content, context: Here) => boolean = () => false,
): Pick<State<CheckData>, "takes" | "free" | "take"> => ({
  takes: ["text", "number"],
  free: (content, context) => isFree(content, context) || takeCorrection(content, context) !== undefined,
  take: (content, context) => takeCorrection(content, context) ?? take(content, context),
});
