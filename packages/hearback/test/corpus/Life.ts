/** Some weeks of a small shop for the corpus: cases in every state, and streams of every kind. */
import { join } from "node:path"
import type { Bundle } from "@hearback/core"
import { compileFile } from "@hearback/policy/node"
import { type Command, type Feedback, orThrow, type Store } from "hearback"
import { type TestLoop, testLoop } from "hearback/testing"

const people = join(import.meta.dirname, "people.yaml")

/** The policy without the places of its rules, which decide nothing and would be most of the file. */
const bundle = (): Bundle.Bundle => {
  const { bundle: compiled, diagnostics } = compileFile(join(import.meta.dirname, "corpus.policy.yaml"))
  if (compiled === undefined) throw new Error(diagnostics.map(({ code }) => code).join())
  return { ...compiled, places: {} }
}

const because = { cause: "systemic", whys: ["a price is wrong", "it was typed", "the list is copied by hand"] } as const
const action = { what: "print prices from the list", metric: "wrong prices", target: "0", owner: "ben" }

/** The commands in order: by whom, on which case, and how long after the last. */
type Step = readonly [by: string, on: string, command: Command, wait?: string]

const steps: readonly Step[] = [
  ["ann", "invoice", { do: "take-up" }],
  ["ann", "invoice", { do: "note", text: "She calls again on Monday." }],
  ["ann", "invoice", { do: "set", facts: { amount: 120, order: "B-7", phone: "+44 20 7946 0000" } }],
  ["ann", "invoice", { do: "write", text: "We look into it." }],
  ["sue", "invoice", { do: "regrade", to: "urgent", reason: "the third time" }],
  ["ann", "invoice", { do: "hand-over", to: "ben", reason: "a holiday" }],
  ["ben", "invoice", { do: "accept" }],
  ["ben", "invoice", { do: "compensate", amount: 20, reason: "for the trouble" }],
  ["ben", "invoice", { do: "compensate", amount: 200, reason: "more trouble" }],
  ["sue", "invoice", { do: "approve" }],
  ["ben", "invoice", { do: "pass", gate: "agreed", proposal: "we correct it and send you a new one" }],
  ["c-1", "invoice", { do: "reply", says: "counter", text: "and the last one as well" }],
  ["ben", "invoice", { do: "pass", gate: "agreed", proposal: "we correct both" }],
  ["c-1", "invoice", { do: "reply", says: "agree" }],
  ["ben", "invoice", { do: "pass", gate: "investigated", ...because }],
  ["ben", "invoice", { do: "pass", gate: "prevented", actions: [{ ...action, due: "2026-12-18" }] }],
  ["ben", "invoice", { do: "pass", gate: "corrected", actions: [{ what: "two new invoices" }] }, "2 hours"],
  ["ben", "invoice", { do: "act-done", gate: "prevented", action: 1, evidence: "release 4.2" }],
  ["ben", "invoice", { do: "pass", gate: "told", result: "both invoices are corrected" }],
  ["c-1", "invoice", { do: "reply", says: "satisfied" }, "1 day"],
  ["ann", "parcel", { do: "pause", reason: "waiting-on-customer" }],
  ["ann", "parcel", { do: "resume" }, "3 hours"],
  ["sue", "parcel", { do: "extend", clock: "agreed", until: "2026-11-26", reason: "the depot is closed" }],
  ["ann", "parcel", { do: "split", text: "And the box was open.", category: "parcel" }],
  ["ann", "parcel", { do: "delegate", to: "ben", until: "2026-12-31", roles: ["agent"], reason: "training" }],
  ["ann", "again", { do: "merge", into: "parcel", reason: "the same delivery" }],
  ["sue", "parcel", { do: "waive", gate: "confirmed", reason: "the customer asked for no more mail" }],
  ["ben", "idea", { do: "pass", gate: "decided", decision: "adopted", reason: "it is a good idea" }],
  ["c-5", "gone", { do: "withdraw", reason: "found it myself" }]
]

const feedback: readonly (readonly [name: string, by: string, feedback: Feedback])[] = [
  ["invoice", "ann", { channel: "email", customer: "c-1", verbatim: "My invoice is wrong. Unacceptable!" }],
  [
    "parcel",
    "ann",
    {
      channel: "phone",
      customer: { id: "c-2", name: "Li Si", language: "zh-CN", address: "li@example.com" },
      verbatim: "The parcel is late again.",
      facts: { tier: "gold" }
    }
  ],
  ["again", "ann", { channel: "email", customer: "c-3", verbatim: "My neighbour's parcel is late, too." }],
  ["idea", "ben", { channel: "email", customer: "c-4", verbatim: "I suggest a list of prices on the door." }],
  ["gone", "ann", { channel: "email", customer: "c-5", verbatim: "A parcel of mine is late." }],
  ["nobody", "ann", { channel: "phone", verbatim: "A parcel lies in the street." }],
  ["erased", "ann", { channel: "email", customer: "c-6", verbatim: "The invoice names my neighbour." }],
  [
    "old",
    "",
    {
      channel: "email",
      customer: "c-7",
      verbatim: "The bill was wrong.",
      received: "2026-09-20T10:00Z",
      history: { closed: "2026-10-01T10:00Z" }
    }
  ]
]

const refused = async (loop: TestLoop, id: string): Promise<void> => {
  const outcome = await loop.for({ actor: { id: "ann" } }).execute(id, { do: "close" })
  if (outcome.ok) throw new Error("the corpus has no refusal")
}

/** Runs them on a new store. */
export const live = async (store: Store): Promise<void> => {
  const loop = await testLoop(bundle(), { at: "2026-11-16 09:00", people, store })
  const ids = new Map<string, string>()
  for (const [name, by, given] of feedback) {
    const receipt = await (by === "" ? loop : loop.for({ actor: { id: by } })).submit(given)
    if (receipt.case === undefined) throw new Error(`${name}: ${receipt.message}`)
    ids.set(name, receipt.case)
    await loop.tick()
  }
  await loop.submit({ channel: "email", customer: "c-8" })
  for (const [by, on, command, wait = "5 minutes"] of steps) {
    await loop.advance(wait)
    const id = ids.get(on) ?? on
    const desk = by.startsWith("c-") ? loop.for({ actor: { customer: by } }) : loop.for({ actor: { id: by } })
    const into = ids.get("parcel") ?? ""
    orThrow(await desk.execute(id, command.do === "merge" ? { ...command, into } : command))
  }
  await refused(loop, ids.get("parcel") ?? "")
  await loop.customers.set("c-2", { give: ["surveys"] })
  await loop.signal("served", { customer: "c-2" })
  const order = { by: "system:host", reason: "she asked for it", evenIfKept: true } as const
  const { erased } = await loop.customers.erase("c-6", order)
  if (!erased) throw new Error("nobody was erased")
  await loop.advance("3 working days")
  await loop.consume("corpus", () => {})
  await loop.tick()
  await loop.close()
}
