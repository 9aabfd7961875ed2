/**
 * Builds `check` as one file of the sources of all packages. Policy authors run `check` again and again, and finding,
 * reading and compiling each module takes time; it needs only a third of core.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { basename } from "node:path"
import { build } from "tsup"
import { compiledAhead } from "../../scripts/compiled-ahead.ts"
import base from "../../tsup.base.ts"

type Plugin = (typeof base.esbuildPlugins)[number]

/**
 * Modules that `check` imports only when it needs them: they are large, so they are shared with the other commands.
 */
export const rare = {
  HelpPage: "src/cli/help/HelpPage.ts",
  Helps: "src/cli/text/Helps.ts",
  PolicyPage: "src/cli/question/PolicyPage.ts",
  StoredArrivals: "src/runtime/StoredArrivals.ts",
  Suggestion: "src/cli/program/Suggestion.ts",
  Xes: "src/runtime/Xes.ts"
}

const rareApart: Plugin = {
  name: "rare apart",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\.?\// }, ({ kind, path }) => {
      if (kind !== "dynamic-import") return undefined
      const name = basename(path, ".ts")
      return Object.hasOwn(rare, name)
        ? { path: `./${name}.js`, external: true }
        : { errors: [{ text: `${path} is to be an entry of the other build: name it in tsup.check.ts` }] }
    })
}

/** Tables are too large to be installed twice. */
const tablesApart: Plugin = {
  name: "tables apart",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\/generated\/\w+\.js$/ }, ({ path, resolveDir }) => ({
      path: basename(path, ".js"),
      namespace: "tables",
      pluginData: `${resolveDir}/${path}`
    }))
    onLoad({ filter: /.*/, namespace: "tables" }, async ({ path, pluginData }) => {
      const names = Object.keys(await import(pluginData))
      return {
        contents: `import { ${path} } from "@hearback/policy/data"\nexport const { ${names.join(", ")} } = ${path}`,
        resolveDir: "."
      }
    })
  }
}

/**
 * Imports what is used of Node's modules one by one, because importing a whole module loads what is behind each of
 * its names.
 */
const builtIns: Plugin = {
  name: "built-ins",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: "node", sideEffects: false }))
    onLoad({ filter: /.*/, namespace: "node" }, ({ path }) => {
      const names = Object.keys(process.getBuiltinModule(path) ?? {}).filter((name) => /^[a-z]\w*$/i.test(name))
      const lines = names.map((name) => `export const ${name} = /* @__PURE__ */ (() => all.${name})()`)
      return {
        contents: [`const all = process.getBuiltinModule("${path}")`, "export default all", ...lines].join("\n")
      }
    })
  }
}

/** Keeps the import of `check` separate in the other build. */
export const checkApart: Plugin = {
  name: "check apart",
  setup: ({ onResolve }) => onResolve({ filter: /\/CheckAlone\.ts$/ }, () => ({ path: "./check.js", external: true }))
}

const built = "dist/check.js"

/** Builds `check`. Most of its functions run in each check. */
export const buildCheck = async (define: Record<string, string>): Promise<void> => {
  await build({
    ...base,
    config: false,
    silent: true,
    entry: { check: "src/cli/CheckProgram.ts" },
    define,
    noExternal: [/^@hearback\/(?!policy\/data)/],
    external: ["@hearback/policy/data"],
    esbuildPlugins: [...base.esbuildPlugins, rareApart, tablesApart, builtIns],
    esbuildOptions: (options) => {
      base.esbuildOptions(options)
      options.conditions = ["source"]
    },
    splitting: false,
    sourcemap: false,
    clean: false
  })
  writeFileSync(built, compiledAhead(readFileSync(built, "utf8")))
}
