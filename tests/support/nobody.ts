import { chmodSync } from "node:fs";

const NOBODY = 65_534;

/** How a process is started to which the system refuses what a folder's mode forbids: root would be let in everywhere. */
export const asNobody = (): { uid?: number; gid?: number } =>
  process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** Lets every user work in a folder. */
export const openToAll = (folder: string): void => chmodSync(folder, 0o777);
