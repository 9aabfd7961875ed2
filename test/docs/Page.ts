/**
 * The page of a diagnostic: its one-line summary, its words in both languages, the files to avoid and to prefer.
 *
 * A fence is named by the file it shows; without a name it is the policy itself. What a page does not show is taken
 * from the index page: a sound policy and its people. *Prefer* shows only what differs from *Avoid*.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { compile, type Diagnostic, readLogMapping, readPeople, readSimulation } from "@hearback/policy"
import { runScenarioFile } from "hearback/testing"
import * as Compile from "../../packages/policy/src/compile/Compilation.ts"
import { type Fence, fencesOf, placeOf, proseOf, textOf } from "./Markdown.ts"

export const folder = "docs/diagnostics"

export interface Page {
  readonly code: string
  readonly level: string
  readonly summary: { readonly en: string; readonly zh: string }
  /** Everything between the summary and the first heading. */
  readonly paragraphs: readonly string[]
  readonly headings: readonly string[]
  readonly avoid: Sample
  readonly prefer: Sample
}

type Files = Readonly<Record<string, string | Uint8Array>>

interface Sample {
  readonly files: Files
  /** The date on which the policy is checked, where that matters. */
  readonly today?: string
}

const policyFile = "shop.policy.yaml"

/** Reads a page. Errors: throws with the place where it is not built like a page. */
export const pageOf = (file: string): Page => {
  const text = textOf(file)
  const prose = proseOf(text)
  const headings = prose.filter((line) => line.startsWith("#"))
  const [level = "", en = "", zh = ""] = (prose[2] ?? "").split(" · ")
  const body = prose.slice(3, prose.indexOf(headings[1] ?? "")).join("\n")
  const fences = fencesOf(file, text)
  const avoid = sampleOf(fences, "avoid", {})
  return {
    code: (headings[0] ?? "").slice(2),
    level,
    summary: { en, zh },
    paragraphs: body.split(/\n{2,}/).flatMap((each) => (each.trim() === "" ? [] : [each.trim()])),
    headings: headings.slice(1),
    avoid,
    prefer: sampleOf(fences, "prefer", avoid.files)
  }
}

const sampleOf = (fences: readonly Fence[], which: "avoid" | "prefer", under: Files): Sample => {
  const mine = fences.filter(({ tags }) => tags[0] === which)
  const stray = fences.find(({ tags }) => tags[0] !== "avoid" && tags[0] !== "prefer")
  if (stray !== undefined) throw new Error(`${placeOf(stray)}: a fence says \`avoid\` or \`prefer\``)
  const day = mine.flatMap(({ tags }) => tags).find((tag) => tag.startsWith("today="))
  const shown = Object.fromEntries(
    mine.map((fence) => [fence.tags.slice(1).find((tag) => !tag.includes("=")) ?? policyFile, contentOf(fence)])
  )
  return { files: { ...under, ...shown }, ...(day === undefined ? {} : { today: day.slice("today=".length) }) }
}

/** A `js` fence returns what cannot be written down: bytes, a text of great length, or the lock of the usual policy. */
const contentOf = ({ language, text }: Fence): string | Uint8Array =>
  language === "js" ? (new Function("head", "lock", text)(head, lockOf(head)) as string | Uint8Array) : text

const lockOf = (policy: string): string => Compile.lockOf({ root: policyFile, read: () => policy })

/** The files of the index page, which stand beside every example that does not show its own. */
const shop: Files = Object.fromEntries(
  fencesOf(`${folder}/README.md`).map(({ tags, text }) => [tags[1] ?? policyFile, text])
)
const head = String(shop[policyFile])

/**
 * Returns what is found in files: in a scenario and all it stands on, where there is one; else in the people; else in
 * the policy.
 */
export const findingsIn = async ({ files: own, today }: Sample): Promise<readonly Diagnostic[]> => {
  const files: Files = { ...shop, ...own }
  const scenario = Object.keys(own).find((path) => path.endsWith(".scenario.yaml"))
  if (scenario !== undefined) return await played(files, scenario)
  const { bundle, diagnostics } = compile({
    root: policyFile,
    read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
    ...(today === undefined ? {} : { today }),
    ...(own["policy.lock.json"] === undefined ? {} : { lock: "policy.lock.json" })
  })
  const plan = own["what-if.simulation.yaml"]
  if (plan !== undefined && bundle !== undefined)
    return [
      ...diagnostics,
      ...readSimulation({ path: "what-if.simulation.yaml", text: plan }, bundle, {
        read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
        instants: () => undefined
      }).diagnostics
    ]
  const log = own["log.mapping.yaml"]
  if (log !== undefined && bundle !== undefined)
    return [...diagnostics, ...readLogMapping({ path: "log.mapping.yaml", text: log }, bundle).diagnostics]
  const people = own["people.yaml"]
  if (people === undefined || bundle === undefined) return diagnostics
  return [...diagnostics, ...readPeople({ path: "people.yaml", text: people }, bundle).diagnostics]
}

const played = async (files: Files, scenario: string): Promise<readonly Diagnostic[]> => {
  const place = mkdtempSync(join(tmpdir(), "hearback-page-"))
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(place, path)), { recursive: true })
      writeFileSync(join(place, path), content)
    }
    return (await runScenarioFile(join(place, scenario))).diagnostics
  } finally {
    rmSync(place, { recursive: true })
  }
}
