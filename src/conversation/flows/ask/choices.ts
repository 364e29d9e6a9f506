import type { Door } from "../../../register/answer.ts";
import { isDoor } from "../../../register/answer.ts";
import type { Option } from "../../engine/flow.ts";
import type { StateName } from "../../engine/state-names.ts";
import { toMenu, toOfficer } from "../../engine/usual-options.ts";
import { type AskData, answerHere, type Here } from "./data.ts";

/** A door is a button that leads from an answer to a state. */
const DOORS: Readonly<Record<Door, { to: StateName; title: string }>> = {
  check: { to: "check.number", title: "ask.doorCheck" },
  repair: { to: "repair.choose", title: "menu.repair" },
  complaint: { to: "complaint.category", title: "menu.complaint" },
  track: { to: "track.show", title: "ask.doorTrack" },
  programmes: { to: "programmes.list", title: "menu.programmes" },
  apply: { to: "programmes.apply", title: "programmes.howToApply" },
  offices: { to: "offices.show", title: "menu.offices" },
  officer: { to: toOfficer.to, title: toOfficer.title.key },
  privacy: { to: "privacy.choose", title: "menu.privacy" },
};

const doorTo = (door: Door): Option<AskData> => {
  const { to, title } = DOORS[door];
  return { id: `>${to}`, title: { key: title }, to };
};

function nextOptions({ next }: { next: readonly string[] }, { facts }: Here): Option<AskData>[] {
  return next.flatMap((name): Option<AskData>[] => {
    if (isDoor(name)) return [doorTo(name)];
    const answer = facts.district.knowledge[name];
    return answer ? [{ id: `>ask.show:${name}`, title: { words: answer.title }, to: "ask.show", data: { name } }] : [];
  });
}

const MOST = 5;
const SOURCES: Option<AskData> = { id: "sources", title: { key: "ask.sources" }, to: "ask.sources" };
const OTHERS: Option<AskData> = { id: "others", title: { key: "ask.others" }, to: "ask.others" };
const MORE: Option<AskData> = { id: "more", title: { key: "ask.more" }, to: "ask.more" };

/** Under a short answer with details, only one door or next answer fits. */
export function optionsUnder(shown: "words" | "details" | "sources" | "others", context: Here): Option<AskData>[] {
  const answer = answerHere(context);
  if (!answer) return [toMenu];
  const leads = nextOptions(answer, context).filter(({ to }) => to !== "officer.ask");
  if (shown === "others") return [...leads.slice(1), toMenu];
  const more = answer.details && shown === "words" ? [MORE] : [];
  const sources = shown === "sources" ? [] : [SOURCES];
  const last = [...sources, doorTo("officer"), toMenu];
  const room = MOST - more.length - last.length;
  const next = leads.length <= room ? leads : [...leads.slice(0, 1), ...(room > 1 ? [OTHERS] : [])];
  return [...more, ...next, ...last];
}
