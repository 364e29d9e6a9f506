import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describeUnread, readEnvFile } from "../src/env-file.ts";

it("a sentence says what to do about a file of settings that cannot be read", () => {
  const directory = mkdtempSync(join(tmpdir(), "sapa-env-"));
  try {
    mkdirSync(join(directory, ".env"));
    expect(() => readEnvFile(join(directory, ".env"))).toThrow(/cannot be read \(EISDIR\); make it a file/);
  } finally {
    rmSync(directory, { recursive: true });
  }
  expect(describeUnread("EACCES")).toMatch(/as the service's user.*chown/);
});
