import { describe, expect, it } from "vitest"
import { actsAt } from "../../src/case/Command.ts"
import { commands, read } from "../../src/command/Arguments.ts"
import { events } from "../../src/text/Text.ts"
import * as Commands from "./page/Commands.ts"
import * as Events from "./page/Events.ts"

const docs = "../../../../docs"

describe("reference pages", () => {
  it("docs/events.md is what the code says", async () => {
    expect([...Events.names].sort()).toEqual([...events].sort())
    await expect(Events.page()).toMatchFileSnapshot(`${docs}/events.md`)
  })

  it("docs/commands.md is what the code says", async () => {
    await expect(Commands.page()).toMatchFileSnapshot(`${docs}/commands.md`)
  })

  it.each(Object.keys(commands))("the example of %s is read as it stands", (verb) => {
    const { example } = Commands.pages[verb as keyof typeof commands]
    expect(read(JSON.parse(JSON.stringify(example)))).toEqual({ ok: true, command: example })
  })

  it.each(Object.keys(commands))(
    "the arguments of %s are those that are read, and must be there as the page says",
    (verb) => {
      const page: Readonly<Record<string, readonly [string, ...unknown[]]>> =
        Commands.pages[verb as keyof typeof commands].takes
      const table: Readonly<Record<string, { readonly required: boolean }>> = commands[verb as keyof typeof commands]
      expect(Object.fromEntries(Object.entries(page).map(([name, [must]]) => [name, must === "must"]))).toEqual(
        Object.fromEntries(Object.entries(table).map(([name, { required }]) => [name, required]))
      )
    }
  )

  it("reported commands act when it happened, decided ones when they are recorded", () => {
    const page = Commands.page()
    const part = (verb: string): string =>
      ["## Reported", "## Decided", "## Told"].findLast(
        (title) => page.indexOf(title) < page.indexOf(`### \`${verb}\``)
      ) ?? ""
    for (const { example } of Object.values(Commands.pages))
      expect(part(example.do) === "## Reported", example.do).toBe(actsAt(example, 1, 2) === 1)
  })
})
