import { categories } from "../../src/casework/category.ts";
import { drawKinds } from "../../src/casework/draw-kinds.ts";
import { kinds } from "../../src/casework/kinds/index.ts";
import { channels } from "../../src/channels/index.ts";
import { Settings } from "../../src/config.ts";
import { diagramOf } from "../../src/conversation/engine/diagram.ts";
import { flows } from "../../src/conversation/flows/index.ts";
import { checkDistrict, listDistrictIds } from "../../src/districts/index.ts";
import { openTexts } from "../../src/i18n.ts";
import { stores } from "../../src/store/index.ts";
import { errors } from "../../src/vocabulary/errors.ts";
import { AID_STATES, LANGUAGES, TICKET_STATES } from "../../src/vocabulary/lists.ts";

/** Returns plain data, which a copy of the code can print as JSON. */
export function readCodeNames() {
  const districts = listDistrictIds("districts");
  return {
    channels: channels.map(({ name }) => name),
    settings: [
      ...Object.keys(Settings.shape),
      ...channels.flatMap(({ settings }) => Object.keys(settings.shape)),
    ].sort(),
    languages: [...LANGUAGES] as string[],
    flows: flows.all.map(({ name }) => name),
    states: flows.all.flatMap(({ name, states }) => Object.keys(states).map((state) => `${name}.${state}`)),
    stores: Object.keys(stores).map((scheme) => scheme.replace(/db:$|db\+srv:$|:$/, "")),
    districts,
    problems: districts.flatMap((id) => checkDistrict("districts", id).problems),
    diagram: diagramOf(flows),
    kinds: Object.keys(kinds),
    kindsDrawn: drawKinds(openTexts("locales", "en")),
    composedKeys: [
      ...Object.keys(categories).map((category) => `category.${category}`),
      ...[...TICKET_STATES, "repaired"].map((state) => `ticketState.${state}`),
      ...AID_STATES.map((state) => `check.${state}`),
      ...flows.all.map(({ name }) => `flows.${name}`),
      ...Object.values(errors).map(({ key }) => key),
    ],
  };
}

export type CodeNames = ReturnType<typeof readCodeNames>;
