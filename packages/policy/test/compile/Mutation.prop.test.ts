/**
 * Correct files with lines removed, repeated or exchanged, or with wrong words: they give findings or a bundle, and
 * never a crash.
 */
import { dirname } from "node:path"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { character } from "../../../../test/Character.ts"
import type { Diagnostic } from "../../src/diagnostic/Diagnostic.ts"
import { repaired } from "../../src/diagnostic/Repair.ts"
import { compile, format, readPeople, readScenarios, renderPretty } from "../../src/index.ts"
import { compileFile } from "../../src/node.ts"
import { spoken } from "../../src/text/TranslatedTexts.ts"
import { type File, files, policies } from "../format/Files.ts"

const seed = 20_261_121
const word = /[\p{L}\p{N}.-]+/gu
const ours = files.filter(({ name }) => name.startsWith("packages/policy/") || name.startsWith("examples/"))
const words = [...new Set(ours.flatMap(({ text }) => text.match(word) ?? []))]
const odd = (
  "|removed|null|~|[]|{}|，|：|“”|　|\u202e|😀|\ud800|\u0000|<<: *a|&a|*a|!!x|- |? |>|%|@|`|\t|'|\"|__proto__|constructor" +
  "|toString|0x10|1e999|-1|.nan|.inf|99999999 years|0 days|-3 days|999999999999999999|2026-02-30|24:00-00:00" +
  "|{ also: [x] }|{ without: [x] }|{ otherwise: x }|{ not: x }|{ not: { not: x } }|unknown|100%|-5%|1,200|owner|automatic|all|none"
).split("|")

type Slip = readonly [what: number, line: number, other: number, place: number, with_: string]

const slips: fc.Arbitrary<readonly Slip[]> = fc.array(
  fc.tuple(
    fc.nat(6),
    fc.nat(),
    fc.nat(),
    fc.nat(),
    fc.oneof(fc.constantFrom(...odd), fc.constantFrom(...words), fc.string({ unit: character, maxLength: 4 }))
  ),
  { minLength: 1, maxLength: 4 }
)

const slipped = (text: string, all: readonly Slip[]): string => {
  const lines = text.split("\n")
  for (const [what, line, other, place, by] of all) {
    const at = line % lines.length
    const here = lines[at] ?? ""
    const found = [...here.matchAll(word)]
    const one = found[place % Math.max(1, found.length)]
    const cut = place % (here.length + 1)
    if (what === 0) lines.splice(at, 1)
    else if (what === 1) lines.splice(at, 0, lines[other % lines.length] ?? "")
    else if (what === 2) [lines[at], lines[other % lines.length]] = [lines[other % lines.length] ?? "", here]
    else if (what === 3) lines[at] = here.slice(0, cut) + by + here.slice(cut)
    else if (what === 4) lines[at] = here.slice(0, cut) + here.slice(cut + 1)
    else if (what === 5) lines[at] = here.replace(/^(\s*[^:]+:\s*)(.*)$/u, (_, key: string) => key + by)
    else if (one !== undefined) lines[at] = here.slice(0, one.index) + by + here.slice(one.index + one[0].length)
  }
  return lines.join("\n")
}

/** Checks that findings are complete, in both languages, and can be rendered. */
const told = (diagnostics: readonly Diagnostic[]): void => {
  for (const { message, help, primary } of diagnostics)
    for (const language of spoken())
      for (const text of [message, help, primary.label]) {
        const own = (text?.[language] ?? "").replaceAll(/`[^`]*`/g, "")
        expect(own).not.toMatch(/undefined|\[object|NaN/)
      }
  for (const language of spoken()) renderPretty(diagnostics, { language, colour: true })
}

const isSound = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.every(({ level }) => level !== "error")

const holds = ({ path }: File, text: string): void => {
  const read = (name: string) => {
    const found = name === path ? undefined : files.find((each) => each.path === `${dirname(path)}/${name}`)
    return name === path ? text : found?.text
  }
  const {
    bundle,
    diagnostics,
    files: [root]
  } = compile({ root: path, read, today: "2026-11-21" })
  expect(bundle !== undefined).toBe(isSound(diagnostics))
  told(diagnostics)
  // A fix is applied once: the fault that it repaired is not found again.
  const fixes = diagnostics.filter(({ fix }) => fix !== undefined)
  const [only, ...more] = fixes
  if (root !== undefined && only !== undefined && more.length === 0 && only.fix?.span.file === root) {
    const mended = repaired(root, diagnostics)
    const again = compile({ root: path, read: (name) => (name === path ? mended : read(name)), today: "2026-11-21" })
    const same = again.diagnostics.find(
      ({ code, fix, primary }) =>
        code === only.code && fix?.text === only.fix?.text && primary.span.start === only.primary.span.start
    )
    expect(same?.message.en).toBeUndefined()
  }
}

const formats = ({ path }: File, text: string): void => {
  const once = format({ path, text })
  expect(once.text === undefined).toBe(!isSound(once.diagnostics))
  if (once.text !== undefined) expect(format({ path, text: once.text }).text).toBe(once.text)
}

describe("a file with random slips", () => {
  it("is a policy, or has findings", { timeout: 120_000 }, () => {
    const small = policies.filter(({ text }) => text.length < 20_000)
    fc.assert(
      fc.property(fc.constantFrom(...small), slips, (file, all) => {
        const text = slipped(file.text, all)
        holds(file, text)
        formats(file, text)
      }),
      { seed, numRuns: 35 }
    )
  })

  it("of scenarios or people is read, or has findings", { timeout: 120_000 }, () => {
    const folder = "packages/policy/test/fixtures"
    const named = (name: string): File => {
      const found = files.find((each) => each.name === `${folder}/${name}`)
      if (found === undefined) throw new Error(name)
      return found
    }
    const cases = ["itr-service", "first", "uk-fca-disp"].flatMap((id) => {
      const people = named(`people.${id === "uk-fca-disp" ? "fca" : id}.yaml`)
      const { bundle } = compileFile(named(`${id}.policy.yaml`).path)
      const base = bundle === undefined ? undefined : readPeople(people, bundle).people
      return bundle === undefined || base === undefined
        ? []
        : [{ bundle, people, base, scenario: named(`scenarios/${id}.scenario.yaml`) }]
    })
    expect(cases.length).toBe(3)
    fc.assert(
      fc.property(fc.constantFrom(...cases), slips, slips, ({ bundle, people, base, scenario }, one, two) => {
        const texts = [slipped(people.text, one), slipped(scenario.text, two)] as const
        const read = readPeople({ path: people.path, text: texts[0] }, bundle)
        expect(read.people !== undefined).toBe(isSound(read.diagnostics))
        const scenarios = readScenarios({ path: scenario.path, text: texts[1] }, bundle, read.people ?? base)
        told([...read.diagnostics, ...scenarios.diagnostics])
        formats(people, texts[0])
        formats(scenario, texts[1])
      }),
      { seed, numRuns: 30 }
    )
  })
})
