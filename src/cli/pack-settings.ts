import { type Environment, isSetting, readEnvironment } from "../config.ts";
import { demoEnvironment, isBesideDemo } from "../demo/keys.ts";
import { type PackFolders, packFolders, packFoldersProblem } from "../pack-folders.ts";
import { readSettingFiles } from "../setting-files.ts";
import { AppError } from "../vocabulary/errors.ts";

const NEEDED = ["DATA_DIR", "DISTRICTS", "DISTRICTS_DIR"];

/** Throws SETTINGS_INVALID for a folder that does not exist. */
export function packSettingsHere(): { packs: PackFolders; districts: string[] } {
  const given = readEnvironment();
  const problems: string[] = [];
  const { environment } = readSettingFiles(given, (name) => NEEDED.includes(name) && isSetting(name), problems);
  const problem = packFoldersProblem(environment);
  if (problem !== undefined) problems.push(problem);
  if (problems.length > 0) throw new AppError("SETTINGS_INVALID", problems.join("\n"));
  const settings: Environment = isBesideDemo(given) ? demoEnvironment(environment) : environment;
  const districts = (settings.DISTRICTS ?? "").split(",").map((id) => id.trim());
  return { packs: packFolders(settings), districts: districts.filter(Boolean) };
}

export const packsHere = (): PackFolders => packSettingsHere().packs;
