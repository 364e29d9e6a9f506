import { readEnvironment } from "../config.ts";
import { AppError } from "../errors.ts";
import { type PackFolders, packFolders, packFoldersProblem } from "../pack-folders.ts";
import { demoEnvironment, isBesideDemo } from "./demo-keys.ts";

/** The folders of packs for a command that opens no store and needs no keys. Throws SETTINGS_INVALID for one that is not there. */
export function packsHere(): PackFolders {
  const environment = readEnvironment();
  const problem = packFoldersProblem(environment);
  if (problem !== undefined) throw new AppError("SETTINGS_INVALID", problem);
  return packFolders(isBesideDemo(environment) ? demoEnvironment(environment) : environment);
}
