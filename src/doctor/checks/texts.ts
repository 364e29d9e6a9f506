import { statSync } from "node:fs";
import { join } from "node:path";
import { describeClosedFolder } from "../../data-folder.ts";
import { checkDistrict, listOwnFiles, type Packs } from "../../districts/index.ts";
import { many } from "../../many.ts";
import { clockTimeWithZone, DEFAULT_ZONE, dateIn } from "../../time.ts";
import { type Check, type Found, ok, warning } from "../check.ts";

/** A restored backup brings back old facts with valid signatures. */
function describeOwnFacts(packs: Packs): Found[] {
  const { own } = packs;
  const files = listOwnFiles(packs);
  if (own === undefined || files.length === 0) return [];
  const newest = Math.max(...files.map((file) => statSync(join(own, file)).mtimeMs));
  const at = `${dateIn(newest, DEFAULT_ZONE)} ${clockTimeWithZone(newest, DEFAULT_ZONE)}`;
  return [
    ok(`the office's own facts were last changed or signed on ${at}; after a restore look whether that is right`),
  ];
}

export const textsCheck: Check = {
  name: "texts",
  examine: async ({ districts, config }) => {
    const closed = describeClosedFolder(config.packs.own);
    const unwritten = closed === undefined ? [] : [warning(`no text can be signed: ${closed}`, "do as it says")];
    const found = districts.flatMap(({ id }) => {
      const { unsigned, changedBelow, repealed } = checkDistrict(config.packs, id);
      const next = `npx --no sapa check district ${id} names them`;
      const found = [
        ...(repealed.length > 0
          ? [warning(`${id}: ${many(repealed.length, "text leans", "texts lean")} on a repealed law`, next)]
          : []),
        ...(unsigned.length > 0
          ? [warning(`${id}: ${many(unsigned.length, "text is", "texts are")} not signed off`, next)]
          : []),
        ...(changedBelow.length > 0
          ? [
              warning(
                `${id}: ${many(changedBelow.length, "signed text ships", "signed texts ship")} otherwise in this release`,
                next,
              ),
            ]
          : []),
      ];
      return found.length > 0 ? found : [ok(`${id}: every text is signed`)];
    });
    return [...unwritten, ...found, ...describeOwnFacts(config.packs)];
  },
};
