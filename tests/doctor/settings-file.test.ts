import { expect, it } from "vitest";
import { wrongWithSettings } from "../../src/doctor/checks/files.ts";

const SAPA = 1_001;

it.each([
  ["its own, for nobody else", SAPA, 0o600],
  ["root's, read by its group, as docs/go-live.md makes it", 0, 0o640],
  ["root's, as a container's secret", 0, 0o440],
])("settings are well kept that are %s", (_, uid, mode) => {
  expect(wrongWithSettings({ uid, mode: 0o100000 | mode }, SAPA)).toEqual([]);
});

it.each([
  ["its own and read by a group", SAPA, 0o640, "warning", "chmod go= .env"],
  ["its own and read by everybody", SAPA, 0o644, "warning", "chmod go= .env"],
  ["root's and read by everybody", 0, 0o644, "warning", "chmod 0640 .env"],
  ["root's and written by a group", 0, 0o660, "warning", "chmod 0640 .env"],
  ["another user's", 1_002, 0o600, "fault", "chown it to root or to this user"],
])("settings are told of that are %s", (_, uid, mode, verdict, next) => {
  expect(wrongWithSettings({ uid, mode: 0o100000 | mode }, SAPA)).toMatchObject([{ verdict, next }]);
});

it("root who runs the service keeps them to itself", () => {
  expect(wrongWithSettings({ uid: 0, mode: 0o100640 }, 0)).toHaveLength(1);
  expect(wrongWithSettings({ uid: 0, mode: 0o100600 }, 0)).toEqual([]);
});
