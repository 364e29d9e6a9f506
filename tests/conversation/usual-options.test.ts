import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("only usual-options.ts names the texts of the three usual options", () => {
  const written = globSync("src/conversation/**/*.ts").filter((file) =>
    /"common\.(toMenu|toOfficer|back)"/.test(readFileSync(file, "utf8")),
  );
  expect(written).toEqual(["src/conversation/engine/usual-options.ts"]);
});
