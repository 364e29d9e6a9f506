import type { Flow, State } from "../engine/flow.ts";
import { check } from "./check/index.ts";
import { complaint } from "./complaint/index.ts";
import { confide } from "./confide.ts";
import { finish } from "./finish.ts";
import { language } from "./language.ts";
import { menu } from "./menu.ts";
import { officer } from "./officer.ts";
import { offices } from "./offices.ts";
import { privacy } from "./privacy.ts";
import { programmes } from "./programmes.ts";
import { repair } from "./repair/index.ts";
import { reply } from "./reply.ts";
import { ticket } from "./ticket.ts";
import { track } from "./track/index.ts";
import { urgent } from "./urgent/index.ts";

/** Every flow of the conversation. */
export const flows = [
  menu,
  check,
  repair,
  complaint,
  ticket,
  track,
  programmes,
  offices,
  officer,
  language,
  privacy,
  reply,
  finish,
  confide,
  urgent,
] as const;

const byName = new Map<string, Flow>(flows.map((flow) => [flow.name, flow]));

/** The flow of a state such as `check.number`; the menu for a name that no version knows. */
export function flowNamed(at: string): Flow {
  return byName.get(at.slice(0, at.indexOf("."))) ?? menu;
}

/** The state `flow.state`; the menu's first for a name that no version knows (an old session). */
export function stateAt(at: string): State {
  const state = flowNamed(at).states[at.slice(at.indexOf(".") + 1)] ?? menu.states.choose;
  if (!state) throw new Error("the menu has no first state");
  return state;
}

/** What deep links (`?start=check`) and menu rows are called. */
const entries: Record<string, string> = {
  menu: "menu.choose",
  check: "check.number",
  repair: "repair.choose",
  complaint: "complaint.category",
  track: "track.show",
  programme: "programmes.show",
  programmes: "programmes.list",
  offices: "offices.show",
  officer: "officer.ask",
  privacy: "privacy.choose",
  language: "language.choose",
};

export const entry = (name: string): string | undefined => (Object.hasOwn(entries, name) ? entries[name] : undefined);
