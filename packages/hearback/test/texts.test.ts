/** Every text in an unusual form is returned unchanged, or refused before anything is encrypted. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import type { Command, Loop } from "../src/index.ts"
import { sqlite } from "../src/sqlite.ts"
import { testLoop } from "../src/testing.ts"

const folder = mkdtempSync(join(tmpdir(), "hearback-texts-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const policy = join(import.meta.dirname, "erasure/canary.policy.yaml")
const people = join(import.meta.dirname, "erasure/people.yaml")
let count = 0

/** Acts on a loop, then opens a store on disk again, so that nothing comes from a cache. */
const afterwards = async <T>(
  kind: "memory" | "sqlite",
  act: (loop: Loop) => Promise<string>,
  look: (loop: Loop, id: string) => Promise<T>
): Promise<T> => {
  const path = join(folder, `${count++}.db`)
  const open = () =>
    testLoop(policy, { at: "2026-11-16 09:00", people, ...(kind === "sqlite" ? { store: sqlite(path) } : {}) })
  const loop = await open()
  const id = await act(loop)
  if (kind === "memory") return look(loop, id).finally(() => loop.close())
  await loop.close()
  const again = await open()
  return look(again, id).finally(() => again.close())
}

const texts: Readonly<Record<string, string>> = {
  "half of a character": "The invoice \ud83d is wrong",
  "the other half": "\ude00 the invoice is wrong",
  "halves the wrong way round": "wrong \ude00\ud83d invoice",
  NUL: "The invoice\u0000is wrong",
  "control characters": "The \u0007invoice\u001b[31m\u0085 is wrong",
  "text of four bytes": "𠮷野家 invoice 😀 is wrong",
  "a very long text": "The invoice is wrong. ".repeat(10_000),
  "what looks like JSON": '{"__proto__": null, "a": "\\ud800"}',
  "combining and joined": "e\u0301 👩‍👩‍👧 \u202e invoice is wrong"
}

const stores = ["memory", "sqlite"] as const
const whole = (text: string) => text.replace(/\p{Surrogate}/gu, "\ufffd")

const eventsOf = async (loop: Loop): Promise<string> => {
  const all: unknown[] = []
  for await (const event of loop.events()) all.push(event)
  return JSON.stringify(all)
}

describe("F-E6 · words in unusual forms", () => {
  it.each(Object.entries(texts))("F-E6 · are returned unchanged, by both stores: %s", async (_, text) => {
    const seen = await Promise.all(
      stores.map((kind) =>
        afterwards(
          kind,
          async (loop) => {
            const receipt = await loop.submit(
              {
                channel: "email",
                customer: { id: "c-1", name: text, address: text },
                verbatim: text,
                description: text,
                where: text,
                demand: text,
                attachments: [text]
              },
              { key: "k" }
            )
            const id = "case" in receipt ? receipt.case : ""
            const note = await loop.execute(id, { do: "note", text } as Command)
            expect(note.ok).toBe(true)
            return id
          },
          async (loop, id) => {
            const opened = await loop.get(id)
            return { ok: (await loop.verify()).ok, verbatim: opened?.verbatim, events: await eventsOf(loop) }
          }
        )
      )
    )
    const [memory, disk] = seen
    expect(disk).toEqual(memory)
    expect(disk).toMatchObject({ ok: true, verbatim: whole(text) })
    for (const field of ["verbatim", "where", "demand", "customerName", "text"])
      expect(disk?.events, field).toContain(`"${field}":${JSON.stringify(whole(text))}`)
  })
})

const badIds: Readonly<Record<string, string>> = {
  "half of a character": "c-\ud800",
  NUL: "c-\u0000-1",
  "a line feed": "c\nTo: other",
  "an escape": "c\u001b[2J"
}

describe("F-E6 · ids in unusual forms", () => {
  it.each(Object.entries(badIds))("F-E6 · of a customer go into quarantine, readable: %s", async (_, id) => {
    for (const kind of stores)
      for (const customer of [id, { id, name: "Ann" }]) {
        const [entry] = await afterwards(
          kind,
          async (loop) => {
            const receipt = await loop.submit({ channel: "email", customer, verbatim: "My words." }, { key: "k" })
            expect(receipt.outcome).toBe("quarantined")
            return ""
          },
          (loop) => loop.quarantine.list()
        )
        expect(JSON.parse(entry?.raw ?? "null")).toMatchObject({ customer, verbatim: "My words." })
        expect(entry?.message).toMatch(/must be a name without control or broken characters/)
      }
  })

  it.each(Object.entries(badIds))("F-E6 · of any other person are refused: %s", async (_, id) => {
    const loop = await testLoop(policy, { at: "2026-11-16 09:00", people })
    const receipt = await loop.submit({ channel: "email", customer: "c-1", verbatim: "My invoice is wrong." })
    const known = "case" in receipt ? receipt.case : ""
    const calls: Readonly<Record<string, () => unknown>> = {
      actor: () => loop.for({ actor: { id } }),
      customer: () => loop.for({ actor: { customer: id } }),
      desk: () => loop.forCustomer(id),
      get: () => loop.customers.get(id),
      set: () => loop.customers.set(id, { questions: "refused" }),
      erase: () => loop.customers.erase(id, { by: "sue", reason: "asked" }),
      "erase by": () => loop.customers.erase("c-1", { by: id, reason: "asked", evenIfKept: true }),
      signal: () => loop.signal("used", { customer: id }),
      "key of feedback": () => loop.submit({ channel: "email", verbatim: "words" }, { key: id }),
      "a case": () => loop.execute(id, { do: "note", text: "words" } as Command),
      "key of a command": () => loop.execute(known, { do: "note", text: "words" } as Command, { key: id }),
      consumer: () => loop.consume(id, () => {}),
      "list of an owner": () => loop.list({ owner: id }),
      "count of a customer": () => loop.count({ customer: id }),
      "ids of messages": () => loop.undelivered.retry([id]),
      "case of events": async () => {
        for await (const _ of loop.events({ case: id })) return
      }
    }
    for (const [name, call] of Object.entries(calls))
      await expect((async () => call())(), name).rejects.toMatchObject({
        code: expect.stringMatching(/^(actor|call)\/invalid$/)
      })
    expect([await loop.get(id), await loop.forCustomer("c-1").get(id)]).toEqual([undefined, undefined])
    await expect(loop.explain(id)).rejects.toMatchObject({ code: "case/unknown" })
    await loop.close()
  })

  it("a value that is no JSON is kept in quarantine, and refused in a command by its argument", async () => {
    const loop = await testLoop(policy, { at: "2026-11-16 09:00", people })
    const circle: Record<string, unknown> = { channel: "email", customer: "c-1", verbatim: "My invoice is wrong." }
    circle["facts"] = { circle }
    for (const feedback of [circle, { ...circle, facts: { amount: 10n } }]) {
      const receipt = await loop.submit(feedback as never)
      expect(receipt).toMatchObject({ outcome: "quarantined", message: expect.stringContaining("`facts`") })
    }
    expect((await loop.quarantine.list()).map(({ raw }) => raw)).toContainEqual(expect.stringContaining("10n"))
    for (const text of [circle, 10n])
      expect(await loop.execute("2611-1", { do: "note", text } as never)).toMatchObject({
        ok: false,
        rejection: { message: expect.stringContaining("`text`") }
      })
    await loop.close()
  })
})
