import { z } from "zod";
import type { Calendar } from "../casework/deadline.ts";
import type { District } from "../register/district.ts";
import { DEFAULT_ZONE } from "../time.ts";
import { AppError } from "../vocabulary/errors.ts";
import { readDaysOff } from "./days-off.ts";
import { checkOwn, Layout } from "./own-files.ts";
import { readPack } from "./pack.ts";
import { listJsonNames, listPackIds, type PackRoot } from "./pack-files.ts";
import type { Problems } from "./problems.ts";
import { readObject } from "./read-pack.ts";

export { addAreas } from "./add-areas.ts";
export { type Change, listChanges } from "./changes.ts";
export { checkDistrict, loadSignedTexts, type PackCheck, type ToLookAt } from "./check-pack.ts";
export { describeLeftBehind, leftBehindIn } from "./left-behind.ts";
export { listOwnFiles, type PackRoot, type Packs } from "./pack-files.ts";
export { writePrivately } from "./private-write.ts";
export { writeSignatures } from "./sign.ts";
export { writeAlone } from "./sign-lock.ts";
export { checkSigning } from "./signature.ts";
export type { SignedText } from "./signed-texts.ts";
export { listWordings, type Wording } from "./wordings.ts";

export const listDistrictIds = (root: PackRoot): string[] => listPackIds(root);

/** Throws DISTRICT_INVALID with every problem. */
export function loadDistricts(root: PackRoot, ids: readonly string[]): District[] {
  const problems: Problems = [];
  checkOwn(root, problems);
  const districts = ids.flatMap((id) => readPack(root, id, problems)?.district ?? []);
  noteTwins(districts, problems);
  if (problems.length > 0) throw new AppError("DISTRICT_INVALID", [...new Set(problems)].join("\n"));
  return districts;
}

function noteTwins(districts: readonly District[], problems: Problems): void {
  for (const field of ["prefix", "code"] as const) {
    for (const [value, those] of Map.groupBy(districts, (one) => one[field])) {
      const ids = [...new Set(those.map(({ id }) => id))];
      if (ids.length > 1) problems.push(`district.json: ${field} ${value} is that of ${ids.join(" and ")}`);
    }
  }
}

/** A layout maps the column names of a usual export to the import's names. Throws BAD_REQUEST for an unknown name. */
export function loadLayout(root: PackRoot, name: string): Record<string, string> {
  const names = listJsonNames(root, "national/layouts");
  if (!names.includes(name)) throw new AppError("BAD_REQUEST", `no layout ${name}; there are ${names.join(", ")}`);
  const problems: Problems = [];
  const layout = readObject(root, `national/layouts/${name}.json`, Layout, problems);
  if (!layout || problems.length > 0) throw new AppError("DISTRICT_INVALID", problems.join("\n"));
  return layout.value;
}

const SampleSize = z.object({ seed: z.number().int(), families: z.number().int().positive() });

/** Returns `undefined` for a pack without a sample. */
export function loadSampleSize(root: PackRoot, id: string): z.infer<typeof SampleSize> | undefined {
  const problems: Problems = [];
  const sample = readObject(root, `${id}/sample/sample.json`, SampleSize, problems);
  if (problems.length > 0) throw new AppError("DISTRICT_INVALID", problems.join("\n"));
  return sample?.value;
}

export function loadCalendar(root: PackRoot, districts: readonly District[] = []): Calendar {
  const problems: Problems = [];
  const days = readDaysOff(root, problems);
  if (problems.length > 0) throw new AppError("DISTRICT_INVALID", problems.join("\n"));
  return {
    holidays: new Set(days),
    zones: new Map(districts.map(({ id, timezone }) => [id, timezone])),
    zone: DEFAULT_ZONE,
  };
}
