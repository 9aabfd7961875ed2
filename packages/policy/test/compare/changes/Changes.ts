/**
 * Changes of every key, in the files beside this one: `-` marks lines of the old policy, `+` lines of the new one, a
 * blank lines of both, `>` lines of the comparison. `==` begins another change and names it.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { type Files, head } from "../../compile/Sample.ts"

/** One change and its comparison. */
export interface Change {
  readonly title: string
  readonly before: Files
  readonly after: Files
  readonly says: readonly string[]
}

const beside: Files = {
  "house.policy.yaml":
    "hearback: 1\npack: house\nlanguage: en\nextends: [pack:starter]\nclocks: { agreed: { within: 9 days } }\n",
  "more.part.yaml": "hearback: 1\npart-of: shop\nfacts: { colour: { type: text } }\n",
  "other.part.yaml": "hearback: 1\npart-of: shop\nfacts: { weight: { type: integer } }\n",
  "four.md": "Four {case.id}",
  "other.md": "Other {case.id}"
}

/** Returns the head of a policy without what the change itself contains. */
const policyOf = (lines: readonly string[]): Files => {
  const keyOf = (line: string): string => line.slice(0, line.indexOf(":"))
  const own = new Set(lines.map(keyOf))
  const top = head.split("\n").filter((line) => !own.has(keyOf(line)) || line === "")
  return { ...beside, "shop.policy.yaml": `${top.join("\n")}${lines.join("\n")}\n` }
}

/** All changes of the files in this folder. */
export const changes: readonly Change[] = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".txt"))
  .flatMap((name) =>
    readFileSync(join(import.meta.dirname, name), "utf8")
      .split(/^== /m)
      .slice(1)
  )
  .map((text): Change => {
    const [title = "", ...lines] = text.split("\n")
    const of = (...signs: readonly string[]): readonly string[] =>
      lines.filter((line) => signs.includes(line.slice(0, 1))).map((line) => line.slice(1))
    return {
      title,
      before: policyOf(of(" ", "-")),
      after: policyOf(of(" ", "+")),
      says: of(">").map((line) => line.trim())
    }
  })
