import { describeClosedFolder } from "../../data-folder.ts";
import { checkDistrict } from "../../districts/index.ts";
import { many } from "../../many.ts";
import { type Check, ok, warning } from "../check.ts";

/**
 * Counts three kinds of texts in each pack:
 * - texts that nobody has signed in their present form;
 * - texts that cite a repealed law;
 * - signed texts that this release ships in another form.
 */
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
    return [...unwritten, ...found];
  },
};
