import { describe, expect, it } from "vitest"
import { argumentSays, commands, read, saysOf } from "../../src/command/Arguments.ts"
import { registry } from "../../src/command/registry.ts"
import { actsAt } from "../../src/decide/permission.ts"
import type { Language } from "../../src/policy/Rule.ts"
import { events, word } from "../../src/text/Text.ts"
import * as Events from "./page/Events.ts"

describe("reference pages", () => {
  it("docs/events.md is what the code says", async () => {
    expect([...Events.names].sort()).toEqual([...events].sort())
    await expect(Events.page()).toMatchFileSnapshot("../../../../docs/events.md")
  })

  it.each(Object.keys(commands))("the example of %s is read as it stands", (verb) => {
    const { example } = registry[verb as keyof typeof commands]
    expect(read(JSON.parse(JSON.stringify(example)))).toEqual({ ok: true, command: example })
  })

  it("reported commands act when it happened, decided ones when they are recorded", () => {
    for (const { verb, acts } of Object.values(registry))
      expect(actsAt({ do: verb }, 1, 2), verb).toBe(acts === "reported" ? 1 : 2)
  })

  it("every command has its words in both languages, and its arguments too", () => {
    for (const { verb, arguments: taken } of Object.values(registry)) {
      const inLanguage = (language: Language): readonly string[] => [
        word("verb", verb, language),
        saysOf(verb, language),
        ...Object.keys(taken).map((argument) => argumentSays(verb, argument, language))
      ]
      for (const text of inLanguage("en")) expect(text, verb).toMatch(/^[\x20-\x7e]+$/)
      for (const text of inLanguage("zh-CN")) expect(text, verb).toMatch(/\p{Script=Han}/u)
    }
  })
})
