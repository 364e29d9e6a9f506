import type { Choice, Content, Text } from "../../../vocabulary/message.ts";
import type { Context, Option, StatesOf, Step } from "../../engine/flow.ts";
import { plainText, wordsOf } from "../../understanding/normalise.ts";
import type { RepairData } from "./data.ts";
import { bringFor, partAsked, reasonText } from "./reason-text.ts";

const file = (id: string, title: string, category: "death-report" | "listed-dead"): Option<RepairData> => ({
  id,
  title: { key: title },
  to: "ticket.collect",
  step: ({ data: { text } }) => ({ to: "ticket.collect", data: { category, reason: "MENINGGAL", text } }),
});

const LIVES = /\b(hidup|sehat)\b/;

const dead: Option<RepairData> = { id: "dead", title: { key: "repair.isDeceased" }, to: "repair.report" };
const alive: Option<RepairData> = { id: "alive", title: { key: "repair.isAlive" }, to: "repair.contest" };
const officer: Option<RepairData> = { id: "officer", title: { key: "common.toOfficer" }, to: "officer.ask" };
const menu: Option<RepairData> = { id: "menu", title: { key: "common.toMenu" }, to: "menu.choose" };

const PAPER = /\b(?:kk|kartu keluarga|akta|akte|surat|berkas|dokumen|family card|certificate)\b/;
const HOW =
  /\b(?:mana|kemana|dimana|ndi|nandi|pundi|ubah|diubah|ganti|diganti|urus|diurus|ngurus|pecah|baru|gimana|bagaimana|piye|pripun|bawa|syarat|syaratnya|apa|where|how|what)\b/;
const LONGEST = 16;

/** A question about the papers after a death; a story tells more. */
function asksForPapers(text: string): boolean {
  const plain = plainText(text);
  return plain.split(" ").length <= LONGEST && PAPER.test(plain.replace(/\b(kk)nya\b/g, "$1")) && HOW.test(plain);
}

/** The office, the papers; whoever asks again is offered a person. */
function papersTold(content: Content, { data, facts }: Context<RepairData>): Step<RepairData> | undefined {
  if (content.type !== "text") return undefined;
  if (!asksForPapers(content.text)) {
    const say = partAsked(wordsOf(content.text), "MENINGGAL", facts.district);
    return say.length > 0 ? { to: "repair.report", say } : undefined;
  }
  if (data.cardTold) return { to: "repair.report", say: [{ key: "repair.afterDeathAgain" }] };
  const { where } = facts.district.reasons.MENINGGAL;
  const say: Text[] = [
    { key: "repair.afterDeath", values: { where: { words: where } } },
    ...bringFor("MENINGGAL", facts.district),
  ];
  const choices = [file("file", "repair.fileDeath", "death-report"), alive, officer, menu].map(
    ({ id, title }): Choice => ({ id: `repair.report:${id}`, title }),
  );
  return { to: "repair.report", data: { cardTold: true }, say, quiet: true, choices };
}

/** "Listed as deceased": asked first, then two roads; whoever tells by themselves which it is begins on theirs. Nothing said here changes anything until an officer has verified it. */
export const deceasedStates = {
  deceased: {
    prompt: ({ data: { reasons } }) => [{ key: reasons.length > 0 ? "repair.askDeceased" : "repair.askDied" }],
    options: [{ ...dead, id: "yes", means: "yes" }, { ...alive, id: "no", means: "no" }, officer, menu],
    leadsTo: [],
    enter: (said = "") => ({ to: LIVES.test(wordsOf(said).join(" ")) ? "repair.contest" : "repair.deceased" }),
  },
  report: {
    prompt: ({ facts }) => [{ key: "repair.condolence" }, ...reasonText("MENINGGAL", facts.district).slice(2)],
    brief: "common.chooseOrWrite",
    options: [file("file", "repair.fileDeath", "death-report"), alive, officer, menu],
    takes: ["text"],
    free: ({ text }) => asksForPapers(text),
    take: papersTold,
    leadsTo: ["repair.report"],
  },
  contest: {
    prompt: "repair.contest",
    brief: "common.chooseOrWrite",
    options: [file("file", "repair.fileContest", "listed-dead"), dead, officer, menu],
    leadsTo: [],
  },
} satisfies Partial<StatesOf<"repair", RepairData>>;
