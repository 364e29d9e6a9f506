import { describe, expect, it } from "vitest";
import { openSecretCheck } from "../src/constant-time.ts";
import { escapeHtml } from "../src/html.ts";
import { limitTime } from "../src/time-limit.ts";

const never = new Promise<string>(() => undefined);
const late = () => "late";

describe("a time limit", () => {
  it("gives the result or the error of work that ends in time", async () => {
    expect(await limitTime(10_000, Promise.resolve("done"), late)).toBe("done");
    await expect(limitTime(10_000, Promise.reject(new Error("broken")), late)).rejects.toThrow("broken");
  });

  it("gives the result or the error of `late` for work that does not end in time", async () => {
    expect(await limitTime(1, never, late)).toBe("late");
    const refuse = () => {
      throw new Error("no answer in time");
    };
    await expect(limitTime(1, never, refuse)).rejects.toThrow("no answer in time");
  });

  it("ignores a later failure of the work", async () => {
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
])("openSecretCheck accepts only the whole secret: %j", (given, is) => {
  expect(openSecretCheck("secret-of-the-tests")(given)).toBe(is);
});

it("escapeHtml escapes HTML's characters and quotation marks", () => {
  expect(escapeHtml(`<a href="x" title='y'>R&D</a>`)).toBe(
    "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;R&amp;D&lt;/a&gt;",
  );
});
