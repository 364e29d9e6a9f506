import { registerHooks } from "node:module";

/**
 * For modules that are loaded in front of the service (`--import`): puts another value in the place of an export of
 * `file`. `expression` is JavaScript that sees the real one as `real`; nothing of it is in the service itself.
 */
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
