import { chmodSync } from "node:fs";

const NOBODY = 65_534;

/** Root needs another user, because a folder's mode does not stop root. */
export const asNobody = (): { uid?: number; gid?: number } =>
  process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

export const openToAll = (folder: string): void => chmodSync(folder, 0o777);
