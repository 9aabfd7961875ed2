/**
 * Every key of the language has an effect. The schema gives the list, and for each key some policy decides or reports
 * something else without it. Keys that are only shown to people are excepted, with the reason.
 */
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import { parseDocument } from "yaml"
import { languageOf } from "../../src/outline/Outline.ts"
import { readFile } from "../../src/shape/Check.ts"
import { keysOf } from "../../src/vocabulary/KeyLanguage.ts"
import { compiled, type Files, head } from "../compile/Sample.ts"
import { type File, policies } from "../format/Files.ts"
import { keysIn, occurrencesIn } from "./Keys.ts"
import { probes } from "./probes.ts"

/** Returns what a policy decides, and its findings. */
const outcomeOf = (files: Files): string => {
  const { bundle, diagnostics } = compiled(files, "2026-11-20")
  return `${bundle?.content} ${diagnostics.map(({ code }) => code).sort()}`
}

/** Reads the files beside a policy of the repository. */
const withText = (file: File, text: string): Files =>
  new Proxy<Record<string, string>>(
    {},
    {
      get: (_, name) => (name === "shop.policy.yaml" ? text : fileAt(join(dirname(file.path), String(name)))),
      getOwnPropertyDescriptor: (_, name) =>
        name === "shop.policy.yaml" || fileAt(join(dirname(file.path), String(name))) !== undefined
          ? { configurable: true, enumerable: true, value: "" }
          : undefined
    }
  )

const fileAt = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8")
  } catch {
    return undefined
  }
}

/** How often a key is removed from policies of the repository before it needs a policy of its own. */
const most = 12

/** Returns the keys that some policy of the repository needs. */
const actingInRepository = (): ReadonlySet<string> => {
  const language = languageOf("policy")
  const [acting, tried] = [new Set<string>(), new Map<string, number>()]
  for (const file of policies) {
    const { tree, file: source } = readFile({ path: file.path, text: file.text }, "policy")
    if (tree === undefined || keysOf(source) !== "en") continue
    const whole = outcomeOf(withText(file, file.text))
    for (const { id, path } of occurrencesIn(language, tree, language.root)) {
      const count = tried.get(id) ?? 0
      if (acting.has(id) || count >= most) continue
      tried.set(id, count + 1)
      const document = parseDocument(file.text)
      document.deleteIn(path)
      if (outcomeOf(withText(file, String(document))) !== whole) acting.add(id)
    }
  }
  return acting
}

/** Patterns of keys that decide nothing, with the reason. */
const exceptions: readonly (readonly [pattern: RegExp, because: string])[] = [
  [/\.formerly$/, "the clause that said so before is for whoever reads the file"],
  [
    /^(?!Gate|Clock|Retention).*\.basis$/,
    "the clause that asks for it is for whoever reads the file; promises show theirs"
  ],
  [
    /^(?:Alarm|Approval|Authority|Calendar|Consent|Customers|Dictionary|Ending|Erase|Form|Handover|Intake|Learning|Limits|Loop|Message|Move|OnCall|Ownership|Problems|Publish|Quarantine|Recuse|Reopening|Retention|SameCase|Sending|Signal|SpotCheck|Team)\.title$/,
    "a name for whoever reads the file: nobody is shown it"
  ],
  [
    /^(?:File\.(?:version|sources)|Source\.(?:title|as-of|checked))$/,
    "what a pack is and rests on is for whoever reads it"
  ],
  [/^Problems\.alike$/, "it is told as changing nothing (shape/no-effect)"]
]

const isExcepted = (id: string): boolean => exceptions.some(([pattern]) => pattern.test(id))

describe("every key of a policy", () => {
  const acting = actingInRepository()
  const keys = keysIn("policy")

  it("F-C24 · is listed from the schema", () => {
    expect(keys.length).toBeGreaterThan(300)
    expect(Object.keys(probes).filter((id) => !keys.includes(id))).toEqual([])
    const idle = exceptions.filter(([pattern]) => !keys.some((id) => pattern.test(id)))
    expect(idle).toEqual([])
  })

  it("F-C24 · has an effect, or a reason why not", () => {
    const silent = keys.filter((id) => !acting.has(id) && !isExcepted(id) && probes[id] === undefined)
    expect(silent).toEqual([])
  })

  it.each(Object.entries(probes))(
    "F-C24 · %s has an effect in a policy of its own",
    (_, [without, within, beside = {}]) => {
      const outcome = (text: string) =>
        outcomeOf({ ...beside, "shop.policy.yaml": text.startsWith("hearback: 1") ? text : head + text })
      expect(outcome(within)).not.toBe(outcome(without))
    }
  )

  it("F-C24 · has no effect if it is excepted", () => {
    expect(keys.filter((id) => isExcepted(id) && (acting.has(id) || probes[id] !== undefined))).toEqual([])
  })
})
