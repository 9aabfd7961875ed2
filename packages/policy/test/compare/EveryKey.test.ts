/** A change of every key of the language is reported once, and in the right aspect. */
import { describe, expect, it } from "vitest"
import { parseDocument } from "yaml"
import { compare } from "../../src/compare/Comparison.ts"
import { languageOf } from "../../src/outline/Outline.ts"
import { readFile } from "../../src/shape/Check.ts"
import { bundleOf, type Files } from "../compile/Sample.ts"
import { keysIn, occurrencesIn } from "../outline/Keys.ts"
import { changes } from "./changes/Changes.ts"
import { lineOf } from "./Pair.ts"

/** The longest line that a person reads. */
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

/** Returns the values of a policy by key and place. */
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

/** Returns the keys whose values differ between two policies. */
const changedIn = (before: Files, after: Files): readonly string[] => {
  const [one, two] = [before, after].map((files) => valuesIn(files["shop.policy.yaml"]))
  return [...new Set([...(one?.keys() ?? []), ...(two?.keys() ?? [])])]
    .filter((key) => one?.get(key) !== two?.get(key))
    .map((key) => key.slice(0, key.indexOf(" ")))
}

/** Keys that are not changed here, with the reason. */
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

describe("a change of every key of a policy", () => {
  it.each(changes.map((change) => [change.title, change] as const))(
    "is reported once: %s",
    (_, { before, after, says }) => {
      expect(saidOf(before, after)).toEqual(says)
    }
  )

  it("is among these changes", () => {
    const changed = new Set(changes.flatMap(({ before, after }) => changedIn(before, after)))
    const silent = keysIn("policy").filter(
      (key) => !changed.has(key) && !exceptions.some(([pattern]) => pattern.test(key))
    )
    expect(silent).toEqual([])
  })
})
