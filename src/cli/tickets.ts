import { Command } from "commander";
import { OFFICER_ACTS } from "../vocabulary/acts.ts";
import { actCommand } from "./tickets/act.ts";
import { amendCommand } from "./tickets/amend.ts";
import { exportCommand } from "./tickets/export.ts";
import { fileCommand } from "./tickets/file.ts";
import { findCommand } from "./tickets/find.ts";
import { listCommand } from "./tickets/list.ts";
import { newCommand } from "./tickets/new.ts";
import { endPartCommand, partsCommand, shareCommand } from "./tickets/parts.ts";
import { forgetCommand, withdrawCommand } from "./tickets/rights.ts";
import { showCommand } from "./tickets/show.ts";
import { takeCommand } from "./tickets/take.ts";
import { transferCommand } from "./tickets/transfer.ts";

export function command(): Command {
  const program = new Command().description("work on citizens' tickets");
  program.addCommand(listCommand());
  program.addCommand(showCommand());
  program.addCommand(fileCommand());
  program.addCommand(newCommand());
  program.addCommand(takeCommand());
  program.addCommand(transferCommand());
  program.addCommand(amendCommand());
  program.addCommand(findCommand());
  program.addCommand(shareCommand());
  program.addCommand(endPartCommand());
  program.addCommand(partsCommand());
  for (const act of OFFICER_ACTS) program.addCommand(actCommand(act, act));
  // Scripts written for releases before 0.2 use these names.
  program.addCommand(actCommand("wait", "ask"), { hidden: true });
  program.addCommand(actCommand("repaired", "repair"), { hidden: true });
  program.addCommand(forgetCommand());
  program.addCommand(withdrawCommand());
  program.addCommand(exportCommand());
  return program;
}
