import type { StateName } from "./state-names.ts";

export const toMenu = { id: "menu", title: { key: "common.toMenu" }, to: "menu.choose" } as const;

export const toOfficer = { id: "officer", title: { key: "common.toOfficer" }, to: "officer.ask" } as const;

export const backTo = <To extends StateName>(to: To) => ({ id: "back", title: { key: "common.back" }, to }) as const;
