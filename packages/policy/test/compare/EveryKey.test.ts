/** A change of every key of the language is told, once and as what it is. */
import { describe, expect, it } from "vitest"
import { parseDocument } from "yaml"
import { compare } from "../../src/compare/Comparison.ts"
import { languageOf } from "../../src/outline/Outline.ts"
import { readFile } from "../../src/shape/Check.ts"
import { bundleOf, type Files } from "../compile/Sample.ts"
import { keysIn, occurrencesIn } from "../outline/Keys.ts"
import { changes } from "./changes/Changes.ts"
import { lineOf } from "./Pair.ts"

/** A line is as long as a person reads. */
const most = 300

const saidOf = (before: Files, after: Files): readonly string[] => {
  const { differences, notDone } = compare(bundleOf(before), bundleOf(after))
  const lines = differences.map((one) => {
    const loops = one.loops.length === 0 ? "" : ` (${one.loops.join(", ")})`
    const reading = one.reading === undefined ? "" : ` reads "${one.reading.text}"`
    return (lineOf(one) + loops + reading).slice(0, most)
  })
  return [...lines, ...notDone.map(({ aspect }) => `not done: ${aspect}`)]
}

const language = languageOf("policy")

/** Returns what a policy says under each of its keys, by key and place. */
const valuesIn = (text = ""): ReadonlyMap<string, string> => {
  const { tree } = readFile({ path: "shop.policy.yaml", text }, "policy")
  if (tree === undefined) throw new Error(text)
  const document = parseDocument(text)
  return new Map(
    occurrencesIn(language, tree, language.root).map(({ id, path }) => [
      `${id} ${path.join("/")}`,
      JSON.stringify(document.getIn(path))
    ])
  )
}

/** Returns the keys under which two policies say different things. */
const changedIn = (before: Files, after: Files): readonly string[] => {
  const [one, two] = [before, after].map((files) => valuesIn(files["shop.policy.yaml"]))
  return [...new Set([...(one?.keys() ?? []), ...(two?.keys() ?? [])])]
    .filter((key) => one?.get(key) !== two?.get(key))
    .map((key) => key.slice(0, key.indexOf(" ")))
}

/** Keys that are not changed here, and why. */
const exceptions: readonly (readonly [pattern: RegExp, because: string])[] = [
  [/^File\.hearback$/, "there is one version of the language"],
  [/^File\.(?:pack|version|part-of)$/, "a pack or a part is compared in the policy that it is part of"],
  [
    /\.(?:basis|formerly)$/,
    "the clause that asks for it is for whoever reads the file; of gates, clocks and records it is told"
  ],
  [
    /^(?:Calendar|Form|SameCase|Quarantine|Intake|Signal|Dictionary|Recuse|OnCall|Team|Handover|Reopening|Move|Erase|Customers)\.title$/,
    "a name for whoever reads the file: nobody is shown it"
  ]
]

describe("every key of a policy, compared", () => {
  it.each(changes.map((change) => [change.title, change] as const))("tells once: %s", (_, { before, after, says }) => {
    expect(saidOf(before, after)).toEqual(says)
  })

  it("is changed", () => {
    const changed = new Set(changes.flatMap(({ before, after }) => changedIn(before, after)))
    const silent = keysIn("policy").filter(
      (key) => !changed.has(key) && !exceptions.some(([pattern]) => pattern.test(key))
    )
    expect(silent).toEqual([])
  })
})
