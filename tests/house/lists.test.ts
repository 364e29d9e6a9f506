import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { channels } from "../../src/channels/index.ts";
import { flows } from "../../src/conversation/flows/index.ts";
import { listDistrictIds } from "../../src/districts/index.ts";
import { stores } from "../../src/store/index.ts";

const entries = (path: string) => readdirSync(path, { withFileTypes: true });
const folders = (path: string) => entries(path).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

it("every channel folder is in the list", () => {
  expect(channels.map(({ name }) => name).sort()).toEqual(folders("src/channels").sort());
});

it("every flow is in the list", () => {
  const files = entries("src/conversation/flows").map(({ name }) => name.replace(/\.ts$/, ""));
  expect(flows.all.map(({ name }) => name).sort()).toEqual(files.filter((name) => name !== "index").sort());
});

it("every store folder is in the list", () => {
  const named = Object.keys(stores).map((scheme) => scheme.replace(/db:$|db\+srv:$|:$/, ""));
  expect([...new Set(named)].sort()).toEqual(folders("src/store").filter((name) => name !== "ports"));
});

it("every pack folder is a district, or what all share", () => {
  expect([...listDistrictIds("districts"), "areas", "national"].sort()).toEqual(folders("districts").sort());
});
