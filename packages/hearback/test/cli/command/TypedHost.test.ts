/**
 * A host's program with the types of its policy, and of policies in which something is missing: all compiled at once.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { typed } from "../../../../../test/docs/Program.ts"
import { hearback } from "../Capture.ts"

const policy = `hearback: 1
policy: shop
language: en
extends: [pack:starter]
time-zone: Asia/Shanghai
currency: CNY
roles: { agent: {}, supervisor: {}, manager: {}, auditor: {} }
events: [delivered, returned]
customers: { consent: { surveys: { ask: "May we?" }, news: { ask: "And news?" } } }
channels: { kiosk: { mode: passive }, desk: { mode: passive } }
facts: { order: text, paid: yes-no, size: { one-of: [small, large] } }
dictionary: { categories: { billing: { words: [invoice], defaults: { urgency: important } } } }
loops:
  complaint:
    customer-loop:
      looked-at: { needs: record, after: acknowledged, fields: [order, size], by: owner, within: 2 days }
`

/** The program. A line that ends with a word in `// …` breaks if that is missing. */
const host = `import * as Effect from "effect/Effect"
import { layer, loopOf } from "hearback/effect"
import { given, testLoop } from "hearback/testing"
import { type Command, Hearback, type Loop, memory, orThrow } from "hearback"
import { type Names, policy } from "./shop.gen.ts"

const loop = await Hearback.open({ policy, store: memory() })
const receipt = await loop.submit({ channel: "kiosk", kind: "complaint", verbatim: "hm" }) // channel
await loop.submit({ channel: "desk", facts: { paid: true, order: "A-1" } }) // fact
const id = receipt.case
await loop.execute(id, { do: "pass", gate: "looked-at", fields: { order: "A-1" } }) // gate
await loop.execute(id, { do: "pass", gate: "looked-at", fields: { size: "small" } }) // gate evidence
await loop.execute(id, { do: "pass", gate: "told", result: "refunded" })
await loop.execute(id, { do: "extend", clock: "looked-at", reason: "a part is missing" }) // gate
await loop.execute(id, { do: "reclassify", category: "billing", reason: "wrong word" }) // category
await loop.execute(id, { do: "delegate", to: "ann", until: "2026-12-31", roles: ["auditor"] }) // role
await loop.execute(id, { do: "regrade", to: "urgent", reason: "production stands still" })
const page = await loop.list({ category: "billing", grades: { urgency: "urgent" } }) // category
const waiting = page.items.filter(({ openGates }) => openGates.includes("looked-at")) // gate
const view = await loop.get(id)
const gate = view?.gates.find(({ name }) => name === "looked-at") // gate
const outcome = await loop.for({ actor: { id: "ann" } }).execute(id, { do: "close" })
if (!outcome.ok && outcome.rejection.code === "loop/gates-open") console.log(outcome.rejection.needs?.role === "auditor") // role
for await (const { event } of loop.events()) if (event === "gate-passed") console.log(event)
for await (const { body } of loop.events()) if (body.gate === "looked-at") console.log(body) // gate
await loop.customers.set("C-17", { give: ["surveys"] }) // consent
await loop.signal("delivered", { case: id }) // event

const level: "urgent" | "important" | "routine" | undefined = view?.grades.urgency?.level
const command: Command<Names> = { do: "sign", gate: "told" }
const tested = await testLoop(policy, { at: "2026-11-16 09:00" })
await tested.submit({ channel: "kiosk" }) // channel
const begun = given(policy, { at: "2026-11-16 09:00" })
const scenario = begun.submit("A", { channel: "kiosk" }) // channel
const waived = scenario.do("A", { do: "waive", gate: "looked-at", reason: "seen by phone" }) // gate
await waived.expect("A", { gates: { "looked-at": "waived" } }).run() // gate
await waived.expect("A", { category: "billing", grades: { urgency: "important" } }).run() // category
const ofCustomer = loop.forCustomer("C-17")
await ofCustomer.submit({ channel: "kiosk", verbatim: "Any news?" }) // channel
await ofCustomer.execute(id, { do: "reply", gate: "looked-at", says: "agree" }) // gate
console.log(ofCustomer.form("kiosk")?.title) // channel
const asked = (await ofCustomer.get(id))?.awaited.filter((one) => one.gate === "looked-at") // gate
const program = Effect.gen(function* () {
  const served = yield* loopOf(policy)
  yield* served.submit({ channel: "kiosk" }) // channel
  yield* served.for({ actor: { id: "ann" } }).execute(id, { do: "sign", gate: "looked-at" }) // gate
  yield* served.forCustomer("C-17").submit({ channel: "kiosk" }) // channel
})
console.log(asked, Effect.provide(program, layer({ policy, store: memory() })))
const inForce = await Hearback.open<Names>({ store: memory() })
await inForce.submit({ channel: "kiosk" }) // channel

// What knows no names takes a loop that does, and every text.
const wide: Loop = inForce
const untyped: Loop = await Hearback.open({ policy: "policy.yaml", store: memory() })
await untyped.submit({ channel: "fax", facts: { anything: 1 } })
await untyped.execute(id, { do: "pass", gate: "any", fields: { anything: "else" }, result: "done" })
await untyped.list({ category: "any", grades: { any: "level" } })
console.log(orThrow(outcome), wide, waiting, gate, level, command)
`

/** Programs that are wrong from the beginning: their errors must name types that a person understands. */
const wrong = `import { Hearback, memory } from "hearback"
import { policy } from "./shop.gen.ts"

const loop = await Hearback.open({ policy, store: memory() })
await loop.submit({ channel: "fax" })
await loop.execute("", { do: "pass", gate: "agreed" })
await loop.execute("", { do: "waive", gate: "agree", reason: "no need" })
`

const changes: Readonly<Record<string, readonly [from: string, to: string]>> = {
  shop: ["", ""],
  gate: ["looked-at:", "examined:"],
  category: ["billing:", "invoices:"],
  channel: ["kiosk: { mode: passive }, ", ""],
  consent: ["surveys:", "polls:"],
  event: ["delivered, ", ""],
  role: [", auditor: {}", ""],
  fact: ["paid: yes-no", "paid: text"],
  evidence: ["fields: [order, size]", "fields: [order]"]
}

/** Returns the lines of the host that end with a word. */
const linesWith = (word: string): readonly number[] =>
  host.split("\n").flatMap((line, at) => (line.split(" // ")[1]?.split(" ").includes(word) === true ? [at + 1] : []))

describe("a host that uses the types of its policy", () => {
  const cwd = mkdtempSync(join(tmpdir(), "hearback-types-"))
  afterAll(() => rmSync(cwd, { recursive: true }))
  let said = ""
  const errorsIn = (name: string): readonly string[] =>
    said.split("\n").filter((line) => line.startsWith(`${name}.host.ts(`))

  beforeAll(async () => {
    const programs: Record<string, string> = {}
    for (const [name, [from, to]] of Object.entries(changes)) {
      expect(policy).toContain(from)
      writeFileSync(join(cwd, "policy.yaml"), policy.replace(from, to))
      const ran = await hearback(["types", "policy.yaml", "-o", "policy.gen.ts"], { cwd })
      expect(ran.exit, ran.err).toBe(0)
      programs[`${name}.gen.ts`] = readFileSync(join(cwd, "policy.gen.ts"), "utf8")
      programs[`${name}.host.ts`] = host.replace("./shop.gen.ts", `./${name}.gen.ts`)
    }
    said = await typed({ ...programs, "wrong.host.ts": wrong })
  }, 120_000)

  it("compiles, and so does a host without types", () => {
    expect(errorsIn("shop")).toEqual([])
  })

  it.each(Object.keys(changes).filter((name) => name !== "shop"))(
    "breaks at each line that uses something missing or changed, and nowhere else: %s",
    (name) => {
      const lines = errorsIn(name).map((line) => Number(/\((\d+),/.exec(line)?.[1]))
      expect(linesWith(name)).not.toEqual([])
      expect([...new Set(lines)]).toEqual(linesWith(name))
    }
  )

  it("has errors that name understandable types", () => {
    expect(errorsIn("wrong").map((line) => line.replace(/^.*error TS\d+: /, ""))).toEqual([
      `Type '"fax"' is not assignable to type 'ChannelName'.`,
      `Argument of type '{ do: "pass"; gate: "agreed"; }' is not assignable to parameter of type 'Command<Names>'.`,
      `Type '"agree"' is not assignable to type 'GateName'. Did you mean '"agreed"'?`
    ])
  })
})
