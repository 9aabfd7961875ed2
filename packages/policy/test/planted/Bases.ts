/** The correct policies in which faults are planted, and the check of a policy with all its files. */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Diagnostic } from "../../src/diagnostic/Diagnostic.ts"
import { type Compiled, compile, readLogMapping, readPeople, readScenarios, readSimulation } from "../../src/index.ts"
import type { Files } from "./Planted.ts"

const root = join(import.meta.dirname, "../../../..")
const examples = (name: string): Readonly<Record<string, string>> => ({
  policy: `examples/${name}/${name}.policy.yaml`,
  people: `examples/${name}/people.yaml`,
  scenario: `examples/${name}/scenarios/${name}.scenario.yaml`
})
const beside = import.meta.dirname.slice(root.length + 1)

const paths: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  finance: examples("consumer-finance"),
  dining: examples("dining-reviews"),
  sales: examples("after-sales"),
  itr: { ...examples("itr-service"), simulation: "examples/itr-service/what-if.simulation.yaml" },
  incidents: { ...examples("incidents"), mapping: "examples/incidents/incidents.mapping.yaml" },
  first: examples("first"),
  clinic: examples("clinic"),
  fca: { policy: "packages/policy/packs/uk-fca-disp.policy.yaml" },
  quality: { policy: "packages/policy/packs/quality-closed-loop.policy.yaml" },
  heir: {
    policy: `${beside}/heir/heir.policy.yaml`,
    people: `${beside}/heir/people.yaml`,
    part: `${beside}/heir/words.part.yaml`,
    message: `${beside}/heir/messages/receipt.en.md`
  }
}

/** Shortens long lists of words, which take most of the time and have no effect on the faults. */
const shortened = (text: string): string =>
  text.replaceAll(/\[([^[\]]{60,})\]/g, (_, words: string) => `[${words.split(",").slice(0, 3).join(",")}]`)

/** The correct policies by name, each with its files. */
export const bases: Readonly<Record<string, Files>> = Object.fromEntries(
  Object.entries(paths).map(([base, files]) => [
    base,
    Object.fromEntries(
      Object.entries(files).map(([file, path]) => {
        const text = readFileSync(join(root, path), "utf8")
        return [file, file === "policy" ? shortened(text) : text]
      })
    )
  ])
)

const names: Readonly<Record<string, string>> = {
  policy: "x.policy.yaml",
  people: "people.yaml",
  part: "words.part.yaml",
  message: "messages/receipt.en.md"
}
const fileOf = new Map(Object.entries(names).map(([file, path]) => [path, file]))
/** A finding in one of the files of a policy. */
export interface FileFinding {
  /** The file that it concerns, by its name in the tables. */
  readonly file: string
  readonly found: Diagnostic
}

/** The files of a compilation; the other files are read with its result. */
const writtenIn = (files: Files): string =>
  Object.keys(names)
    .map((file) => files[file] ?? "")
    .join("\0")

/** The correct policies, compiled once, because faults in their other files do not change them. */
const good = new Map<string, Compiled | undefined>(Object.values(bases).map((files) => [writtenIn(files), undefined]))

const compiled = (files: Files): Compiled => {
  const written = writtenIn(files)
  const made = good.get(written) ?? compileAll(files)
  if (good.has(written)) good.set(written, made)
  return made
}

const compileAll = (files: Files): Compiled =>
  compile({
    root: "x.policy.yaml",
    read: (path) => files[fileOf.get(path) ?? ""],
    ...(files["people"] === undefined ? {} : { people: "people.yaml" }),
    today: "2026-11-16",
    sha256: (text) => createHash("sha256").update(text).digest("hex")
  })

/** Returns all findings of a policy and of those files beside it that are `changed`. */
export const check = (files: Files, changed: (file: string) => boolean): readonly FileFinding[] => {
  const { bundle, diagnostics } = compiled(files)
  const told = diagnostics.map((found) => ({ file: fileOf.get(found.primary.span.file.path) ?? "pack", found }))
  if (bundle === undefined) return told
  const peopleIn = (text = "hearback: 1\npeople: {}\n") =>
    readPeople({ path: "people.yaml", text }, bundle).people ?? { people: [], customers: {} }
  const read = {
    scenario: (text: string) =>
      readScenarios({ path: "scenario.yaml", text }, bundle, peopleIn(files["people"])).diagnostics,
    simulation: (text: string) => readSimulation({ path: "simulation.yaml", text }, bundle).diagnostics,
    mapping: (text: string) => readLogMapping({ path: "mapping.yaml", text }, bundle).diagnostics
  }
  const further = Object.entries(read).flatMap(([file, readOne]) => {
    const text = files[file]
    return text === undefined || !changed(file) ? [] : readOne(text).map((found) => ({ file, found }))
  })
  return [...told, ...further]
}
