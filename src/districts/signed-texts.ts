import { isFields } from "./located-json.ts";
import type { Pack } from "./pack.ts";
import type { Entry } from "./read-pack.ts";
import { readSignState } from "./signature.ts";

/** `id` is the text's name on the command line. */
export type SignedText = {
  id: string;
  owner: string;
  entry: Entry<{ owner: string; checked_on: string }>;
  /** Without `row` and `field`, the text is the whole file. */
  path: string;
  row?: [field: string, value: string];
  field?: string;
  factFields: string[];
};

export function signedTexts(district: string, pack: Pack): SignedText[] {
  const listed = <T extends { owner: string; checked_on: string }>(
    kind: string,
    path: string,
    field: string,
    entries: Entry<T>[],
    factFields: string[] = [],
  ) =>
    entries.map((entry): SignedText => {
      const id = `${kind}/${entry.key}`;
      return { id, owner: entry.value.owner, entry, path, row: [field, entry.key], factFields };
    });
  const { national, local, texts, aid: firstAid } = pack.urgent;
  return [
    ...fieldTexts(district, pack, "agency"),
    ...fieldTexts(district, pack, "perlinsos"),
    ...listed("programme", `${district}/programmes.json`, "code", pack.programmes),
    ...listed("reason", `${district}/reasons.json`, "reason", pack.reasons),
    ...listed("office", `${district}/offices.csv`, "id", pack.offices, ["address", "phone", "hours"]),
    ...listed("helpline", "national/helplines.json", "id", national),
    ...listed("helpline", `${district}/helplines.json`, "id", local),
    ...listed("urgent", `${district}/urgent.json`, "signal", texts),
    ...listed("first-aid", `${district}/first-aid.json`, "question", firstAid),
    ...[...pack.answers.texts, ...pack.answers.knowledge].map(([name, entry]): SignedText => {
      return {
        id: `answer/${name}`,
        owner: entry.value.owner,
        entry,
        path: `${district}/answers/${name}.json`,
        factFields: [],
      };
    }),
  ];
}

function fieldTexts(district: string, { file }: Pack, field: "agency" | "perlinsos"): SignedText[] {
  const node = file.node.fields.get(field);
  const value = file.value[field];
  if (!isFields(node) || value === undefined) return [];
  const below = file.shipped?.fields.get(field);
  const shipped = isFields(below) ? below : undefined;
  const entry = { key: field, value, node, shipped, state: readSignState(node, shipped, []) };
  return [{ id: field, owner: value.owner, entry, path: `${district}/district.json`, field, factFields: [] }];
}
