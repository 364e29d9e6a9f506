import { z } from "zod";
import { Category } from "../../complaints/category.ts";
import { type Content, MediaFile, type Text } from "../../message.ts";
import type { Area } from "../../register/district.ts";
import { maskNumbers } from "../../register/find-numbers.ts";
import { filesIn, filesTaken, withMore, wordsIn } from "../files.ts";
import { type Context, defineFlow, type Option, type State, type Step } from "../flow.ts";
import { programmeName } from "./check/result-text.ts";

const ComplaintData = z.object({
  category: Category.optional(),
  programme: z.string().optional(),
  nik: z.string().optional(),
  text: z.string().optional(),
  place: z.string().optional(),
  area: z.string().optional(),
  when: z.string().optional(),
  files: z.array(MediaFile).default([]),
  candidates: z.array(z.string()).default([]),
});
type ComplaintData = z.infer<typeof ComplaintData>;
type Here = Context<ComplaintData>;

const FIRST: readonly Category[] = [
  "not-paid",
  "cut",
  "card",
  "not-listed",
  "data-wrong",
  "listed-dead",
  "wrong-recipient",
  "quality",
];
const MORE: readonly Category[] = ["dead-receiving", "officer-conduct", "pbi-jk", "other"];
/** Where it matters which programme it is. */
const OF_A_PROGRAMME: readonly Category[] = ["not-paid", "cut", "card", "quality"];
/** About the citizen's own data: a proof given a moment ago says whose. */
const OF_THE_PERSON: readonly Category[] = ["not-paid", "card", "not-listed", "data-wrong", "pbi-jk"];
const LONGEST = 3_000;

const begun = (category: Category, { session }: Here): Step<ComplaintData> => {
  if (category === "listed-dead") return { to: "repair.contest", data: { reason: "MENINGGAL" } };
  const nik = OF_THE_PERSON.includes(category) ? session.proof?.nik : undefined;
  return { to: OF_A_PROGRAMME.includes(category) ? "complaint.programme" : "complaint.what", data: { category, nik } };
};

const categoryOption = (category: Category): Option<ComplaintData> => ({
  id: category,
  title: { key: `category.${category}` },
  to: "complaint.what",
  step: (context) => begun(category, context),
});

/** A complaint left half way is offered first. */
function draftOption({ session }: Here): Option<ComplaintData>[] {
  const draft = session.drafts.complaint;
  if (!draft || draft.at === "complaint.category") return [];
  return [{ id: "draft", title: { key: "complaint.continue" }, to: draft.at, data: draft.data }];
}

const writtenText = (content: Content): string | undefined => {
  const text = wordsIn(content);
  return text === undefined ? undefined : maskNumbers(text).slice(0, LONGEST);
};

/** Words, photos or a voice; photos without a word wait for one, a voice says it all. */
function whatTyped(content: Content, { data }: Here): Step<ComplaintData> | undefined {
  const text = writtenText(content) ?? data.text;
  const more = filesIn(content);
  const files = withMore(data.files, more);
  const isSpoken = files.some(({ kind }) => kind === "voice" || kind === "audio");
  if (!text && more.length === 0) return undefined;
  const say = filesTaken(more);
  if (!text && !isSpoken) return { to: "complaint.what", data: { files }, say };
  const to = data.area && data.when ? "complaint.confirm" : "complaint.where";
  return { to, data: { text: text ?? "", files }, say };
}

/** A pin on the map is a place too, when it has a name. */
const placeIn = (content: Content): string | undefined => {
  if (content.type !== "location") return writtenText(content);
  const { name, latitude, longitude } = content;
  return name ?? `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
};

function whereTyped(content: Content, { facts }: Here): Step<ComplaintData> | undefined {
  const place = placeIn(content);
  if (!place) return undefined;
  const codes = [...new Set(facts.findPlaces(place).map(({ code }) => code))];
  const villages = codes.filter((code) => code.length === 10);
  const candidates = villages.length > 0 ? villages : codes;
  const [only] = candidates;
  if (candidates.length === 1 && only) return { to: "complaint.confirm", data: { place, area: only } };
  const ambiguous = candidates.length > 1 && candidates.length < 10;
  return { to: ambiguous ? "complaint.kecamatan" : "complaint.confirm", data: { place, candidates, area: undefined } };
}

const areaNamed = (code: string | undefined, { facts }: Here): Area | undefined =>
  facts.district.areas.find((area) => area.code === code);

/** "Sukorejo, Kecamatan Turi": a village is told apart by its kecamatan. */
function areaTitle(code: string, context: Here): Text {
  const area = areaNamed(code, context);
  const kecamatan = areaNamed(area?.parent, context);
  const key = kecamatan ? "complaint.villageOf" : "complaint.kecamatanNamed";
  return { key, values: { name: area?.name ?? code, kecamatan: kecamatan?.name ?? "" } };
}

/** One of several villages: by its kecamatan where they bear one name, so that no channel's title cuts off what tells them apart. */
function choiceOf(code: string, context: Here): { title: Text; description: Text } {
  const area = areaNamed(code, context);
  const kecamatan = areaNamed(area?.parent, context)?.name ?? "";
  const names = new Set(context.data.candidates.map((one) => areaNamed(one, context)?.name));
  const own: Text = { key: "complaint.placeNamed", values: { name: area?.name ?? code } };
  const inside: Text = { key: "complaint.inKecamatan", values: { kecamatan } };
  return names.size === 1 ? { title: inside, description: own } : { title: own, description: inside };
}

function summary(context: Here): Text[] {
  const { category = "other", programme, text = "", place, when, area, files } = context.data;
  const nothing = "";
  const where: Text | string = place ?? (area ? areaTitle(area, context) : nothing);
  return [
    {
      key: "complaint.summary",
      values: {
        category: { key: `category.${category}` },
        programme: programme
          ? { key: "complaint.ofProgramme", values: { programme: programmeName(programme, context.facts.district) } }
          : nothing,
        text,
        where,
        when: when ? { key: "complaint.forMonth", values: { month: { month: when } } } : nothing,
      },
    },
    ...filesTaken(files),
    { key: "complaint.askConfirm" },
  ];
}

function confirmed({
  data: { candidates: _, category = "other", programme, nik, ...rest },
}: Here): Step<ComplaintData> {
  const draft = { ...rest, category, ...(programme ? { programme } : {}), ...(nik ? { nik } : {}) };
  const same = { category, ...(programme ? { programme } : {}), ...(nik ? { nik } : {}) };
  return { to: "ticket.checking", data: draft, ask: { ask: "same-ticket", ...same } };
}

const states: Record<string, State<ComplaintData>> = {
  category: {
    prompt: "complaint.askCategory",
    options: (context) => [
      ...draftOption(context),
      ...FIRST.map(categoryOption),
      { id: "more", title: { key: "complaint.more" }, to: "complaint.more" },
    ],
    leadsTo: [
      "complaint.more",
      "complaint.programme",
      "complaint.what",
      "repair.contest",
      "complaint.where",
      "complaint.confirm",
      "complaint.kecamatan",
    ],
    enter: (category, context) => {
      const known = Category.safeParse(category);
      return known.success ? begun(known.data, context) : { to: "complaint.category" };
    },
  },
  more: {
    prompt: "complaint.askCategory",
    options: [...MORE.map(categoryOption), { id: "back", title: { key: "common.back" }, to: "complaint.category" }],
    leadsTo: [],
  },
  programme: {
    prompt: "complaint.askProgramme",
    options: ({ facts }) => [
      ...facts.district.programmes.slice(0, 9).map(
        ({ code, name }): Option<ComplaintData> => ({
          id: code.toLowerCase(),
          title: { words: name },
          to: "complaint.what",
          data: { programme: code },
        }),
      ),
      { id: "unknown", title: { key: "complaint.unknownProgramme" }, to: "complaint.what" },
    ],
    leadsTo: ["complaint.what"],
  },
  what: {
    prompt: ({ data: { category = "other" } }) => [
      { key: "complaint.askWhat", values: { category: { key: `category.${category}` } } },
      ...(category === "cut" || category === "officer-conduct" ? [{ key: "complaint.discreet" }] : []),
    ],
    takes: ["text", "media"],
    free: true,
    hint: "complaint.whatHint",
    leadsTo: ["complaint.what", "complaint.where", "complaint.confirm"],
    take: whatTyped,
  },
  where: {
    prompt: "complaint.askWhere",
    takes: ["text", "location"],
    free: true,
    leadsTo: ["complaint.confirm", "complaint.kecamatan"],
    take: whereTyped,
  },
  kecamatan: {
    prompt: "complaint.askKecamatan",
    options: (context) => [
      ...context.data.candidates.slice(0, 9).map(
        (code): Option<ComplaintData> => ({
          id: code,
          ...choiceOf(code, context),
          to: "complaint.confirm",
          data: { area: code },
        }),
      ),
      { id: "unknown", title: { key: "complaint.unknownPlace" }, to: "complaint.confirm" },
    ],
    leadsTo: ["complaint.confirm"],
  },
  confirm: {
    prompt: summary,
    options: [
      { id: "send", title: { key: "complaint.send" }, to: "ticket.checking", step: confirmed },
      { id: "change", title: { key: "complaint.change" }, to: "complaint.what" },
      { id: "cancel", title: { key: "complaint.cancel" }, to: "menu.choose", step: cancelled },
    ],
    leadsTo: [],
  },
};

function cancelled({ session }: Here): Step<ComplaintData> {
  const { complaint: _, ...drafts } = session.drafts;
  return { to: "menu.choose", say: [{ key: "complaint.cancelled" }], session: { drafts } };
}

/** From a category to a confirmed complaint; numbering and duplicates are the ticket flow's. */
export const complaint = defineFlow("complaint", ComplaintData, states, { keepsDraft: true });
