import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { parse } from "yaml"

const root = join(import.meta.dirname, "..")
const core = join(root, "packages/core/src")

const sources = readdirSync(core, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(join(core, file), "utf8"))

/** The messages that the core sends by a name of its own, not by one that a policy gives. */
const sent = [
  ...new Set(
    sources.flatMap((text) =>
      [...text.matchAll(/\btell(?:Staff|Customer)\(\s*\w+,\s*"([a-z-]+)"/g)].map((match) => match[1] ?? "")
    )
  )
].sort()

const pack = parse(readFileSync(join(root, "packages/policy/packs/base.policy.yaml"), "utf8")) as {
  readonly messages: Readonly<Record<string, { readonly text: Readonly<Record<string, string>> }>>
}

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? "")

describe("messages of the base pack", () => {
  it("finds what the core sends", () => {
    expect(sent).toContain("approval-asked")
    expect(sent).toContain("confirmation-asked")
  })

  it.each(sent)("%s, which the core sends, stands there in both languages", (name) => {
    expect(Object.keys(pack.messages[name]?.text ?? {}).sort()).toEqual(["en", "zh-CN"])
  })

  it.each(Object.entries(pack.messages))("%s says the same in both languages", (_, { text }) => {
    expect(new Set(placeholders(text["zh-CN"] ?? ""))).toEqual(new Set(placeholders(text["en"] ?? "")))
    // A message that only includes something has no words of its own.
    const own = (text["zh-CN"] ?? "").replace(/\{[^{}]+\}/g, "")
    if (own !== "") expect(own).toMatch(/\p{Script=Han}/u)
    expect(own).not.toMatch(/\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}/u)
  })
})
