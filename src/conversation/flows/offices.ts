import { z } from "zod";
import type { Office } from "../../register/district.ts";
import type { Content, Text, Value } from "../../vocabulary/message.ts";
import { type Context, defineFlow, type StatesOf, type Step } from "../engine/flow.ts";
import { toMenu, toOfficer } from "../engine/usual-options.ts";
import { openingTexts } from "../flows-shared/opening-day.ts";
import { plainText } from "../understanding/normalise.ts";

const OfficesData = z.object({
  kecamatan: z.string().optional(),
  village: z.string().optional(),
});
type Data = z.infer<typeof OfficesData>;
type Here = Context<Data>;

const FOR_ALL: readonly Office["kind"][] = ["dinsos", "disdukcapil", "mpp"];

const UNKNOWN: Readonly<Record<string, string>> = {
  "address phone hours": "addressPhoneAndHours",
  "address phone": "addressAndPhone",
  "address hours": "addressAndHours",
  "phone hours": "phoneAndHours",
};

/** A missing telephone number counts only for the Dinsos. */
function unknownOf({ kind, address, phone, hours }: Office): Value {
  const missing = [
    ...(address === "" ? ["address"] : []),
    ...(phone === "" && kind === "dinsos" ? ["phone"] : []),
    ...(hours === "" ? ["hours"] : []),
  ].join(" ");
  if (missing === "") return "";
  const door = FOR_ALL.includes(kind) ? "askOfficer" : "askVillage";
  return { key: `offices.unknown.${UNKNOWN[missing] ?? missing}`, values: { door: { key: `offices.${door}` } } };
}

/** The length of a kecamatan's code; a village's code is longer. */
const KECAMATAN = 6;
const kecamatanOf = (code: string): string => code.slice(0, KECAMATAN);

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

const placesIn = (words: string, { facts }: Here): string[] => facts.findPlaces(words).map(({ code }) => code);

function placesNamed(said: string, { facts }: Here): string[] {
  const name = plainText(said);
  const own = facts.district.areas.find((area) => area.kind === "kecamatan" && plainText(area.name) === name);
  return own ? [own.code] : facts.placesNamed(said).map(({ code }) => code);
}

function areaOf(codes: readonly string[]): Data | "ambiguous" | undefined {
  const [kecamatan, ...others] = new Set(codes.map(kecamatanOf));
  if (kecamatan === undefined) return undefined;
  if (others.length > 0) return "ambiguous";
  const [village, ...more] = new Set(codes.filter((code) => code.length > KECAMATAN));
  return { kecamatan, village: more.length === 0 ? village : undefined };
}

function takePlace(content: Content, context: Here): Step<Data> | undefined {
  if (content.type !== "text") return undefined;
  const named = placesNamed(content.text, context);
  const area = areaOf(named.length > 0 ? named : placesIn(content.text, context));
  if (area === undefined) return answerOpening(content.text, context);
  if (area === "ambiguous") return { to: context.session.at, say: [{ key: "offices.ambiguous" }] };
  return { to: "offices.area", data: area };
}

function answerOpening(text: string, context: Here): Step<Data> | undefined {
  const { kecamatan, village } = context.data;
  const { offices } = context.facts.district;
  const near = offices.filter(({ area }) => area === village || area === kecamatan);
  const shown = near.some(({ hours }) => hours !== "") ? near : offices.filter(({ kind }) => FOR_ALL.includes(kind));
  const say = openingTexts(text, shown, context.facts);
  return say.length > 0 ? { to: context.session.at, say } : undefined;
}

/** `words` may name a place ("alamat kantor kecamatan Babat"). */
function enter(words: string | undefined, context: Here): Step<Data> {
  const { told } = context.session;
  const area = areaOf(words ? placesIn(words, context) : told?.area ? [told.area] : []);
  return area && area !== "ambiguous" ? { to: "offices.area", data: area } : { to: "offices.show" };
}

/** A Puskesos without any known fact may have closed. */
const isUncertain = ({ kind, address, phone, hours }: Office): boolean =>
  kind === "puskesos" && address === "" && phone === "" && hours === "";

function nearestTexts({ data: { kecamatan = "", village }, facts: { district } }: Here): Text[] {
  const nameOf = (area: string): string => district.areas.find(({ code }) => code === area)?.name ?? "";
  const offices = district.offices.filter(({ area }) => area === village || area === kecamatan);
  const name = nameOf(kecamatan);
  if (offices.length === 0 && village === undefined) return [{ key: "offices.noneThere", values: { name } }];
  const below = district.offices.filter(({ area }) => village === undefined && area.length > KECAMATAN);
  const uncertain = below.filter((office) => isUncertain(office) && kecamatanOf(office.area) === kecamatan);
  const names = uncertain.map(({ area }) => nameOf(area)).join(", ");
  const known = below.filter((office) => !isUncertain(office) && kecamatanOf(office.area) === kecamatan);
  return [
    { key: "offices.in", values: { name } },
    ...(village === undefined ? [] : [{ key: "offices.village", values: { name: nameOf(village) } }]),
    ...[...offices, ...known].map((office) =>
      isUncertain(office) ? { key: "offices.puskesos", values: { name: office.name } } : officeText(office),
    ),
    ...(names === "" ? [] : [{ key: "offices.puskesosIn", values: { names } }]),
    { key: "offices.tksk" },
  ];
}

const states: StatesOf<"offices", Data> = {
  show: {
    prompt: ({ facts: { district } }) => [
      ...district.offices.filter(({ kind }) => FOR_ALL.includes(kind)).map(officeText),
      { key: "offices.free" },
      { key: "offices.askArea" },
    ],
    brief: "offices.askArea",
    takes: ["text"],
    options: [toOfficer, toMenu],
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
