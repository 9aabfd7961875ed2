/** `plugins: [scenarios()]` in the configuration of vitest makes every `*.scenario.yaml` a file of tests. */
import { scenariosOf } from "./testing.ts"

/** The options of `scenarios`. */
export interface ScenariosOptions {
  /** Patterns of the scenario files. Default: every `*.scenario.yaml`. */
  readonly include?: readonly string[]
}

interface UserConfig {
  readonly test?: { readonly include?: string[] }
}

/** The plug-in, with the members of a Vite plug-in that it uses. */
export interface ScenariosPlugin {
  readonly name: string
  readonly enforce: "pre"
  readonly config: (user: UserConfig) => { readonly test: { readonly include: string[] } }
  readonly resolveId: (source: string) => string | undefined
  readonly load: (id: string) => string | undefined
}

/** The default `include` of vitest. The plug-in adds to it, because an `include` of a plug-in would replace it. */
export const usualTests = "**/*.{test,spec}.?(c|m)[jt]s?(x)"

const end = ".scenario.yaml"
const every = [`**/*${end}`]
/** Imports the files of a scenario file, because vitest runs tests again when an imported file changes. */
const mark = "?read-by-scenarios"

/** Returns the plug-in for vitest that runs scenario files as tests. */
export const scenarios = ({ include = every }: ScenariosOptions = {}): ScenariosPlugin => {
  return {
    name: "hearback:scenarios",
    enforce: "pre",
    config: (user) => {
      const usual = user.test?.include === undefined ? [usualTests] : []
      return { test: { include: [...usual, ...include] } }
    },
    resolveId: (source) => (source.endsWith(mark) ? source : undefined),
    load: (id) => {
      if (id.endsWith(mark)) return "export {}"
      return id.endsWith(end) ? programOf(id) : undefined
    }
  }
}

const programOf = (file: string): string => {
  const [, ...others] = scenariosOf(file).reads
  return [
    `import { defineScenarios } from "hearback/vitest"`,
    ...others.map((other) => `import ${JSON.stringify(other.replaceAll("\\", "/") + mark)}`),
    `defineScenarios(${JSON.stringify(file)})`
  ].join("\n")
}
