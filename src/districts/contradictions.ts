import type { ToLookAt } from "./check-pack.ts";
import { isFields, placeOf } from "./located-json.ts";
import type { Pack } from "./pack.ts";

/** In digits. Only a number for emergencies is shorter. */
const SHORTEST_NUMBER = 7;

function isAddress(channel: string): boolean {
  const digits = channel.replace(/\D/g, "").length;
  return (
    sitesIn(channel).length === 0 && !channel.includes("@") && /[,.]\s*\p{L}/u.test(channel) && digits < SHORTEST_NUMBER
  );
}

const SITE = /\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b/giu;

const sitesIn = (words: string): string[] => (words.match(SITE) ?? []).map((site) => site.toLowerCase());

export function findContradictions(pack: Pack): ToLookAt[] {
  return [...wrongNames(pack), ...strayAddresses(pack), ...otherSites(pack)];
}

const agencyIs = ({ file }: Pack, field: string, why: string): ToLookAt => {
  const { owner } = file.value.agency;
  return { text: "agency", at: placeOf(file.node, ["agency", ...field.split(".")]), owner, why };
};

function wrongNames(pack: Pack): ToLookAt[] {
  const { agency, code } = pack.file.value;
  const own = pack.offices.filter(({ value }) => value.kind === "dinsos" && value.area === code);
  if (own.length === 0 || own.some(({ value }) => value.name === agency.name)) return [];
  const names = own.map(({ value }) => `"${value.name}" (office/${value.id})`).join(", ");
  return [agencyIs(pack, "name", `is named "${agency.name}" here and ${names} in offices.csv; give it one name`)];
}

/** A second address would go out of date, so only the list of offices has one. */
function strayAddresses(pack: Pack): ToLookAt[] {
  return pack.file.value.agency.official.flatMap((channel, index) =>
    isAddress(channel)
      ? [agencyIs(pack, `official.${index}`, `official tells the address "${channel}"; only offices.csv may tell one`)]
      : [],
  );
}

function otherSites(pack: Pack): ToLookAt[] {
  const news = pack.answers.texts.get("news");
  if (!news || !isFields(news.node)) return [];
  const official = new Set(pack.file.value.agency.official.flatMap(sitesIn));
  const named = new Set(Object.values(news.value.words).flatMap((words) => sitesIn(words ?? "")));
  const { node, value } = news;
  return [...named]
    .filter((site) => !official.has(site))
    .map((site) => {
      const why = `names ${site}, which is not among agency.official in district.json`;
      return { text: "answer/news", at: placeOf(node, ["words"]), owner: value.owner, why };
    });
}
