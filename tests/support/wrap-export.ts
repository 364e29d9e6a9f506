import { registerHooks } from "node:module";

/** Replaces an export for all modules that load later. In `expression`, `real` is the real export. */
export function wrapExport(file: string, name: string, expression: string): void {
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (!url.endsWith(file)) return loaded;
      const own = String(loaded.source).replace(
        new RegExp(`export (async function|const) ${name}\\b`),
        (_, kind) => `${kind} real_${name}`,
      );
      return { ...loaded, source: `${own}\nconst real = real_${name};\nexport const ${name} = ${expression};\n` };
    },
  });
}
