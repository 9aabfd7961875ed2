import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { parse } from "yaml"
import { Notice, Text } from "../packages/core/src/index.ts"

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
  readonly messages: Readonly<
    Record<
      string,
      { readonly subject?: Readonly<Record<string, string>>; readonly text: Readonly<Record<string, string>> }
    >
  >
}

/** What every message knows of its case. */
const always = ["case.id", "customer.name", "owner.name", "next.promise", "next.due", "proposal"]
/** What has no value on some occasions: the sentence that says what has happened must do without. */
const perhaps = ["said.words", "said.channel", "request.amount", "request.reason", "next.promise", "next.due"]

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

it.each(Object.keys(pack.messages))("%s has a name in a history", (name) => {
  expect(Text.known("message")).toContain(name)
})

describe("notices to the staff", () => {
  const rows = Object.entries(Notice.notices)

  it.each(rows)(
    "%s has a subject and a text in both languages, which say what its occasion gives",
    (name, { fills }) => {
      const { subject = {}, text = {} } = pack.messages[name] ?? {}
      expect([Object.keys(subject).sort(), Object.keys(text).sort()]).toEqual([
        ["en", "zh-CN"],
        ["en", "zh-CN"]
      ])
      const said = [subject, text].flatMap((each) => Object.values(each).flatMap(placeholders))
      expect(said.filter((one) => !always.includes(one) && !(fills as readonly string[]).includes(one))).toEqual([])
    }
  )

  it.each(rows)("%s says in its first sentence what has happened, whatever else is known", (name) => {
    for (const text of Object.values(pack.messages[name]?.text ?? {})) {
      const [first = ""] = text.split(/(?<=[.。])(?:\s|$|(?=\p{Script=Han}))/u)
      expect(placeholders(first).filter((one) => perhaps.includes(one))).toEqual([])
    }
  })

  it("are the only messages that the core sends to the staff by a name of its own", () => {
    const told = sources.flatMap((text) =>
      [...text.matchAll(/\btell(?:Staff|Named|Owner)\(\s*\w+,\s*"([a-z-]+)"/g)].map((match) => match[1] ?? "")
    )
    expect(told.filter((name) => !Notice.isNotice(name))).toEqual([])
  })
})
