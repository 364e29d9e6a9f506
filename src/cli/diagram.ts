import { join } from "node:path";
import { Command } from "commander";
import { drawKinds } from "../casework/draw-kinds.ts";
import { diagramOf } from "../conversation/engine/diagram.ts";
import { flows } from "../conversation/flows/index.ts";
import { openTexts } from "../i18n.ts";

const LOCALES = join(import.meta.dirname, "../../locales");

export function command(): Command {
  return new Command()
    .description("draw the conversation, or the kinds of tickets (Mermaid)")
    .option("--kinds", "the kinds of tickets: steps, moves, clocks, what the citizen is told")
    .action(({ kinds: ofKinds }: { kinds?: true }) => {
      process.stdout.write(ofKinds ? drawKinds(openTexts(LOCALES, "en")) : diagramOf(flows));
    });
}
