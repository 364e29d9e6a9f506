import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("the menu, an officer and the way back have one maker, which every flow uses", () => {
  const written = globSync("src/conversation/**/*.ts").filter((file) =>
    /"common\.(toMenu|toOfficer|back)"/.test(readFileSync(file, "utf8")),
  );
  expect(written).toEqual(["src/conversation/engine/usual-options.ts"]);
});
