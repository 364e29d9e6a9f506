import { z } from "zod";
import type { Office } from "../../register/district.ts";
import type { Content, Text, Value } from "../../vocabulary/message.ts";
import { type Context, defineFlow, type StatesOf, type Step } from "../engine/flow.ts";
import { toMenu, toOfficer } from "../engine/usual-options.ts";
import { plainText } from "../understanding/normalise.ts";

const OfficesData = z.object({ kecamatan: z.string().optional() });
type Data = z.infer<typeof OfficesData>;
type Here = Context<Data>;

const FOR_ALL: readonly Office["kind"][] = ["dinsos", "disdukcapil", "mpp"];

/** Says that an office's address or hours are unknown and who knows them; `""` if both are known. */
function unknownOf({ kind, address, hours }: Office): Value {
  if (address !== "" && hours !== "") return "";
  const what = address === "" ? (hours === "" ? "addressAndHours" : "address") : "hours";
  const door = FOR_ALL.includes(kind) ? "askOfficer" : "askVillage";
  return { key: `offices.unknown.${what}`, values: { door: { key: `offices.${door}` } } };
}

/** What is known of an office; if nothing is, says so and names the next best door. */
function officeText(office: Office): Text {
  const { name, address, phone, hours } = office;
  const line = (key: string, value: string): Value => (value ? { key, values: { value } } : "");
  return {
    key: "offices.office",
    values: {
      name,
      address: line("offices.address", address),
      phone: line("offices.phone", phone),
      hours: hours === "" ? "" : { key: "offices.hours", values: { value: { words: hours } } },
      unknown: unknownOf(office),
    },
  };
}

const kecamatanIn = (words: string, { facts }: Here): string[] => [
  ...new Set(facts.findPlaces(words).map(({ code }) => code.slice(0, 6))),
];

/** The kecamatan of this name, or those of the villages of this name. */
function kecamatanNamed(said: string, { facts }: Here): string[] {
  const name = plainText(said);
  const own = facts.district.areas.find((area) => area.kind === "kecamatan" && plainText(area.name) === name);
  return own ? [own.code] : [...new Set(facts.placesNamed(said).map(({ code }) => code.slice(0, 6)))];
}

function takePlace(content: Content, context: Here): Step<Data> | undefined {
  if (content.type !== "text") return undefined;
  const named = kecamatanNamed(content.text, context);
  const [kecamatan, ...others] = named.length > 0 ? named : kecamatanIn(content.text, context);
  if (!kecamatan) return undefined;
  if (others.length > 0) return { to: context.session.at, say: [{ key: "offices.ambiguous" }] };
  return { to: "offices.area", data: { kecamatan } };
}

/** Enters with words that may name the place: "alamat kantor kecamatan Babat". */
function enter(words: string | undefined, context: Here): Step<Data> {
  const [kecamatan, ...others] = words ? kecamatanIn(words, context) : [];
  return kecamatan && others.length === 0 ? { to: "offices.area", data: { kecamatan } } : { to: "offices.show" };
}

function nearestTexts({ data: { kecamatan = "" }, facts: { district } }: Here): Text[] {
  const offices = district.offices.filter(({ area }) => area.startsWith(kecamatan));
  const name = district.areas.find(({ code }) => code === kecamatan)?.name ?? "";
  if (offices.length === 0) return [{ key: "offices.noneThere", values: { name } }];
  return [{ key: "offices.in", values: { name } }, ...offices.map(officeText)];
}

/** Places with staff: those for everybody, and those of a kecamatan. */
const states: StatesOf<"offices", Data> = {
  show: {
    prompt: ({ facts: { district } }) => [
      ...district.offices.filter(({ kind }) => FOR_ALL.includes(kind)).map(officeText),
      { key: "offices.free" },
      { key: "offices.askArea" },
    ],
    brief: "offices.askArea",
    takes: ["text"],
    options: [toMenu],
    hint: "offices.hint",
    leadsTo: ["offices.area", "offices.show"],
    take: takePlace,
    enter,
  },
  area: {
    prompt: nearestTexts,
    brief: "offices.askArea",
    takes: ["text"],
    options: [{ id: "all", title: { key: "offices.all" }, to: "offices.show" }, toOfficer, toMenu],
    leadsTo: ["offices.area", "offices.show"],
    take: takePlace,
  },
};

export const offices = defineFlow("offices", OfficesData, states);
