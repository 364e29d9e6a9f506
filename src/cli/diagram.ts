import { Command } from "commander";
import { diagramOf } from "../conversation/engine/diagram.ts";
import { flows } from "../conversation/flows/index.ts";

/** `npm run diagram`: the conversation as Mermaid; `docs/conversation.md` holds it. */
export function command(): Command {
  return new Command().description("draw the conversation (Mermaid)").action(() => {
    process.stdout.write(diagramOf(flows));
  });
}
