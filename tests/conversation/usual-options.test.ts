import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("only usual-options.ts makes the options to the menu, to an officer and back", () => {
  const written = globSync("src/conversation/**/*.ts").filter((file) =>
    /"common\.(toMenu|toOfficer|back)"/.test(readFileSync(file, "utf8")),
  );
  expect(written).toEqual(["src/conversation/engine/usual-options.ts"]);
});
