import { checkDistrict } from "../../districts/index.ts";
import { type Check, ok, warning } from "../check.ts";

/** How many texts of each pack no office has signed. */
export const textsCheck: Check = {
  name: "texts",
  look: async ({ districts, packs }) =>
    districts.map(({ id }) => {
      const { length } = checkDistrict(packs, id).unsigned;
      return length === 0
        ? ok(`${id}: every text is signed`)
        : warning(`${id}: ${length} texts are not signed off`, `npx --no sapa check district ${id} names them`);
    }),
};
