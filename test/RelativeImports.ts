/**
 * Sources that a relative path names are resolved by that path. Node looks each of them up on the disk, and Vitest tells
 * its main process of each, which takes a good part of the time to load them. Who watches needs to know: there it stays so.
 */
import { registerHooks } from "node:module"

const isRegistered = Symbol.for("hearback.relative-imports")

// A setup file is run again for each test file of a process.
if (process.env["VITEST_MODE"] === "RUN" && !(isRegistered in globalThis)) {
  Object.assign(globalThis, { [isRegistered]: true })
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier.startsWith(".") && specifier.endsWith(".ts") && context.parentURL !== undefined
        ? { url: new URL(specifier, context.parentURL).href, format: "module-typescript", shortCircuit: true }
        : next(specifier, context)
  })
}
