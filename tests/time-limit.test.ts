import { describe, expect, it } from "vitest";
import { openSecretCheck } from "../src/constant-time.ts";
import { escapeHtml } from "../src/html.ts";
import { limitTime } from "../src/time-limit.ts";

const never = new Promise<string>(() => undefined);
const late = () => "late";

describe("a limit of time", () => {
  it("gives what the work gives, however it ends, when that comes first", async () => {
    expect(await limitTime(10_000, Promise.resolve("done"), late)).toBe("done");
    await expect(limitTime(10_000, Promise.reject(new Error("broken")), late)).rejects.toThrow("broken");
  });

  it("gives or throws what `late` does, when the work has not ended", async () => {
    expect(await limitTime(1, never, late)).toBe("late");
    const refuse = () => {
      throw new Error("no answer in time");
    };
    await expect(limitTime(1, never, refuse)).rejects.toThrow("no answer in time");
  });

  it("leaves a failure that comes afterwards to nobody: the process does not end by it", async () => {
    const failures: unknown[] = [];
    const hear = (reason: unknown) => failures.push(reason);
    process.on("unhandledRejection", hear);
    let fail: (error: Error) => void = () => undefined;
    const work = new Promise<string>((_, reject) => (fail = reject));
    expect(await limitTime(1, work, late)).toBe("late");
    fail(new Error("too late"));
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", hear);
    expect(failures).toEqual([]);
  });
});

it.each([
  ["secret-of-the-tests", true],
  ["secret-of-the-test", false],
  ["secret-of-the-tests ", false],
  ["Secret-of-the-tests", false],
  ["", false],
])("a secret is known by all of it: %j", (given, is) => {
  expect(openSecretCheck("secret-of-the-tests")(given)).toBe(is);
});

it("escapes what HTML would read, within quotes too", () => {
  expect(escapeHtml(`<a href="x" title='y'>R&D</a>`)).toBe(
    "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;R&amp;D&lt;/a&gt;",
  );
});
