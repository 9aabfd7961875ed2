/**
 * Imports of sources by their relative path, resolved as what they say. Node looks each up on the disk, and Vitest tells its
 * main process of each, which takes longer than to load what is imported.
 */
import { registerHooks } from "node:module"

const isRegistered = Symbol.for("hearback.relative-imports")

// A setup file is run again for each test file of a process.
if (!(isRegistered in globalThis)) {
  Object.assign(globalThis, { [isRegistered]: true })
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier.startsWith(".") && specifier.endsWith(".ts") && context.parentURL !== undefined
        ? { url: new URL(specifier, context.parentURL).href, format: "module-typescript", shortCircuit: true }
        : next(specifier, context)
  })
}
