import { chmodSync } from "node:fs";

const NOBODY = 65_534;

/**
 * Returns options that start a process as the user `nobody` if this process is root. A folder's mode does not stop
 * root.
 */
export const asNobody = (): { uid?: number; gid?: number } =>
  process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** Lets every user write in a folder. */
export const openToAll = (folder: string): void => chmodSync(folder, 0o777);
