import { isFields } from "./located-json.ts";
import type { Pack } from "./pack.ts";
import type { Entry } from "./read-pack.ts";
import { readSignState } from "./signature.ts";

/**
 * A text that an office signs: its name on the command line (`id`), its owner, and the file that holds its signature
 * (`path`).
 */
export type SignedText = {
  id: string;
  owner: string;
  entry: Entry<{ owner: string; checked_on: string }>;
  /**
   * The file's path in a packs' folder. `row` (key field and its value) or `field` names the part of the file that is
   * the text; without both, the text is the whole file.
   */
  path: string;
  row?: [field: string, value: string];
  field?: string;
  /** Names of fields that may be empty; a citizen is not told a fact whose field is empty. */
  facts: string[];
};

/** Every text of a pack that an office signs. */
export function signedTexts(district: string, pack: Pack): SignedText[] {
  const listed = <T extends { owner: string; checked_on: string }>(
    kind: string,
    path: string,
    field: string,
    entries: Entry<T>[],
    facts: string[] = [],
  ) =>
    entries.map((entry): SignedText => {
      const id = `${kind}/${entry.key}`;
      return { id, owner: entry.value.owner, entry, path, row: [field, entry.key], facts };
    });
  const { national, local, texts } = pack.urgent;
  return [
    agencyOf(district, pack),
    ...listed("programme", `${district}/programmes.json`, "code", pack.programmes),
    ...listed("reason", `${district}/reasons.json`, "reason", pack.reasons),
    ...listed("office", `${district}/offices.csv`, "id", pack.offices, ["address", "phone", "hours"]),
    ...listed("helpline", "national/helplines.json", "id", national),
    ...listed("helpline", `${district}/helplines.json`, "id", local),
    ...listed("urgent", `${district}/urgent.json`, "signal", texts),
    ...[...pack.answers.texts, ...pack.answers.knowledge].map(([name, entry]): SignedText => {
      return {
        id: `answer/${name}`,
        owner: entry.value.owner,
        entry,
        path: `${district}/answers/${name}.json`,
        facts: [],
      };
    }),
  ];
}

function agencyOf(district: string, { file }: Pack): SignedText {
  const node = file.node.fields.get("agency");
  const below = file.shipped?.fields.get("agency");
  if (!isFields(node)) throw new Error("an agency is an object, its schema says");
  const shipped = isFields(below) ? below : undefined;
  const value = file.value.agency;
  const entry = { key: "agency", value, node, shipped, state: readSignState(node, shipped, []) };
  const facts = ["address", "phone"];
  return { id: "agency", owner: value.owner, entry, path: `${district}/district.json`, field: "agency", facts };
}
