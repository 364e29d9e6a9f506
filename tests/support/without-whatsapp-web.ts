import { registerHooks } from "node:module";

/** With this file preloaded, whatsapp-web.js is missing, as after `npm ci --omit=optional`. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== "whatsapp-web.js") return next(specifier, context);
    const missing = new Error(`Cannot find package 'whatsapp-web.js' imported from ${context.parentURL}`);
    throw Object.assign(missing, { code: "ERR_MODULE_NOT_FOUND" });
  },
});
