import { registerFlows } from "../engine/registry.ts";
import type { StateName } from "../engine/state-names.ts";
import { ask } from "./ask/index.ts";
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
import { ticket } from "./ticket/index.ts";
import { track } from "./track/index.ts";
import { urgent } from "./urgent/index.ts";

/** The first flow whose `comesFirst` accepts a message gets it. */
const all = [
  menu,
  urgent,
  check,
  repair,
  complaint,
  ticket,
  track,
  programmes,
  ask,
  offices,
  officer,
  language,
  privacy,
  reply,
  finish,
  confide,
];

const entries: Record<string, StateName> = {
  menu: "menu.choose",
  check: "check.number",
  repair: "repair.choose",
  complaint: "complaint.category",
  track: "track.show",
  ask: "ask.show",
  programme: "programmes.show",
  programmes: "programmes.list",
  offices: "offices.show",
  officer: "officer.ask",
  privacy: "privacy.choose",
  language: "language.choose",
};

export const flows = registerFlows(all, entries);
