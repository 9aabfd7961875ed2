/** What arrives, as a host sees it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import type { EventStore } from "@hearback/engine"
import { compileFile } from "@hearback/policy/node"
import { describe, expect, it } from "vitest"
import { Hearback, memory } from "../src/index.ts"
import { type TestLoop, testLoop } from "../src/testing.ts"
import { shop } from "./Shop.ts"

const folder = new URL("scenario/cases/", import.meta.url).pathname
const at = "2026-11-16 09:00"
const feedback = { channel: "email", customer: "c-1", verbatim: "My invoice is wrong" }
const uk = (): Promise<TestLoop> => testLoop(`${folder}uk.policy.yaml`, { at })
const intake = (): Promise<TestLoop> => testLoop(`${folder}intake.policy.yaml`, { at, people: `${folder}people.yaml` })
const all = async <T>(many: AsyncIterable<T>): Promise<readonly T[]> => {
  const found: T[] = []
  for await (const one of many) found.push(one)
  return found
}
const caseOf = (receipt: { readonly outcome: string; readonly case?: string }): string =>
  receipt.case ?? expect.fail(receipt.outcome)

describe("feedback that repeats other feedback", () => {
  it("K8 · has a receipt that says so, with the same case and owner, and so has a repetition of the call", async () => {
    const loop = await uk()
    const first = await loop.submit(feedback)
    const again = { ...feedback, channel: "phone", verbatim: "My invoice is wrong!!" }
    const joined = await loop.submit(again, { key: "k" })
    expect(joined).toMatchObject({ outcome: "joined", case: caseOf(first), owner: "ann", replayed: false })
    expect(await loop.submit(again, { key: "k" })).toMatchObject({ outcome: "joined", replayed: true })
    expect(await loop.get(caseOf(first))).toMatchObject({
      channels: ["email", "phone"],
      contacts: { contacts: 2, unanswered: 1 }
    })
    const lines = (await loop.explain(caseOf(first))).lines
    expect(lines.find(({ event }) => event === "feedback-joined")?.place).toMatchObject({ rule: "intake.same-case" })
  })

  it("K8 · in large numbers has the same result as one by one", async () => {
    const said = [1, 2, 3, 4].map((n) => ({
      key: `m${n}`,
      feedback: { ...feedback, verbatim: `My invoice is wrong ${n}` }
    }))
    const other = { key: "x", feedback: { ...feedback, customer: "c-2" } }
    const loop = await uk()
    const many = await all(loop.submitMany([...said.slice(0, 2), other, ...said.slice(2)]))
    expect(many.map(({ outcome }) => outcome)).toEqual(["opened", "joined", "opened", "joined", "joined"])
    const single = await uk()
    for (const one of [...said.slice(0, 2), other, ...said.slice(2)])
      await single.submit(one.feedback, { key: one.key })
    const shown = async (l: TestLoop) =>
      (await l.list({ order: "received" })).items.map(({ customer, grades }) => ({ customer, grades }))
    expect(await shown(loop)).toEqual(await shown(single))
    expect((await loop.get(caseOf(many[0] ?? expect.fail())))?.contacts.contacts).toBe(4)
  })

  it("K8 · in large numbers waits only for related feedback before it", async () => {
    const store = memory()
    let transactions = 0
    const events: EventStore = {
      ...store.events,
      appendMany: (units) => {
        transactions += 1
        return store.events.appendMany?.(units) ?? expect.fail()
      }
    }
    const loop = await testLoop(`${folder}uk.policy.yaml`, { at, store: { ...store, events } })
    const said = (n: number, customer: string, verbatim: string) => ({
      key: `m${n}`,
      feedback: { ...feedback, customer, verbatim }
    })
    const apart = [said(1, "c-1", "My invoice is wrong"), said(2, "c-1", "Nobody picks up the telephone")]
    const first = await all(loop.submitMany([...apart, said(3, "c-2", "My invoice is wrong")]))
    expect(first.map(({ outcome }) => outcome)).toEqual(["opened", "opened", "opened"])
    expect(transactions).toBe(2)
    const again = await all(
      loop.submitMany([said(4, "c-3", "My invoice is wrong"), said(5, "c-3", "My invoice is wrong!")])
    )
    expect(again.map(({ outcome }) => outcome)).toEqual(["opened", "joined"])
    expect(transactions).toBe(5)
  })

  it("R13 · by mail to two mailboxes at the same time is one case", async () => {
    const loop = await uk()
    const both = await Promise.all(
      ["email", "phone"].map((channel) => loop.submit({ ...feedback, channel }, { key: "<mail-1>" }))
    )
    expect(new Set(both.map(caseOf)).size).toBe(1)
    expect((await loop.list()).items).toHaveLength(1)
    expect((await loop.get(caseOf(both[0] ?? expect.fail())))?.channels).toHaveLength(2)
    await expect(loop.submit({ ...feedback, verbatim: "Another" }, { key: "<mail-1>" })).rejects.toMatchObject({
      code: "key/reused"
    })
  })

  it("CL-4, IN-3 · a case shows what came with the words, which words decided, where, and what was second", async () => {
    const loop = await uk()
    const told = { demand: "a new bill", hopedForBy: "2026-11-20", where: "Leeds", description: "bill of October" }
    const id = caseOf(await loop.submit({ ...feedback, ...told, verbatim: "The invoice burned, charged twice" }))
    const view = await loop.get(id)
    expect(view).toMatchObject(told)
    expect(view?.reading).toMatchObject({
      by: "words",
      words: expect.arrayContaining([{ word: "invoice", start: 4, end: 11, for: "category", of: "billing" }]),
      second: { category: "safety" }
    })
    const classified = (await loop.explain(id)).lines.find(({ event }) => event === "classified")
    expect(classified?.message).toMatch(/about “billing” \(from “invoice”.*% sure, then “safety”/)
  })

  it("K3 · the alternatives of the dictionary are shown", async () => {
    const loop = await uk()
    const id = caseOf(await loop.submit({ ...feedback, verbatim: "The invoice burned" }))
    expect((await loop.get(id))?.candidates).toEqual([
      { category: "billing", words: ["invoice"] },
      { category: "safety", words: ["burned"] }
    ])
  })
})

describe("CL-5 · a classifier of the host", () => {
  const asked = async (classify: (text: string) => Promise<object>, verbatim = "Charged twice") => {
    const loop = await Hearback.open({
      policy: `${folder}uk.policy.yaml`,
      people: `${folder}people.yaml`,
      store: memory(),
      classifier: { timeoutMs: 20, classify: classify as never }
    })
    const id = caseOf(await loop.submit({ ...feedback, verbatim }))
    const view = (await loop.get(id)) ?? expect.fail()
    const line = (await loop.explain(id)).lines.find(({ event }) => event === "classified")?.message
    await loop.close()
    return { category: view.category, grades: view.grades, reading: view.reading, line }
  }

  it("decides the category if it is sure, and gives the place in the text", async () => {
    const sure = { category: "safety", confidence: 0.9, spans: [[0, 7]], runnerUp: "billing" }
    const found = await asked(async () => sure)
    expect(found).toMatchObject({
      category: "safety",
      reading: {
        classifier: "decided",
        confidence: 0.9,
        words: expect.arrayContaining([{ word: "Charged", start: 0, end: 7, for: "category", of: "safety" }]),
        second: { category: "billing", confidence: 0.1 }
      }
    })
    expect(found.line).toContain("by the host's classifier")
  })

  it.each<readonly [what: string, classify: (text: string) => Promise<object>, as: string]>([
    ["is not sure", async () => ({ category: "safety", confidence: 0.3 }), "unsure"],
    ["fails", () => Promise.reject(new Error("down")), "failed"],
    ["is late", () => new Promise(() => {}), "late"],
    ["names what the policy has not", async () => ({ category: "weather", confidence: 1 }), "no-category"],
    ["answers nothing of the kind", async () => ({}), "failed"],
    ["points outside the words", async () => ({ category: "safety", confidence: 1, spans: [[0, 99]] }), "no-category"]
  ])("that %s leaves it to the dictionary, which is recorded", async (_, classify, as) => {
    const found = await asked(classify)
    expect(found).toMatchObject({ category: "billing", reading: { classifier: as } })
    expect(found.line).toMatch(/the host's classifier .* so the dictionary decided/)
  })

  it("is not asked about a score without words", async () => {
    const loop = await Hearback.open({
      policy: `${folder}intake.policy.yaml`,
      people: `${folder}people.yaml`,
      store: memory(),
      classifier: { classify: async () => ({ category: "billing", confidence: 1 }) }
    })
    const id = caseOf(await loop.submit({ channel: "nps", customer: "c-1", score: 2 }))
    expect((await loop.get(id))?.reading).toMatchObject({ by: "score" })
    expect((await loop.get(id))?.reading?.classifier).toBeUndefined()
    await loop.close()
  })
})

describe("another dictionary", () => {
  it("K9 · leaves an old case its labels, and the case is still read by the words under which it was opened", async () => {
    const { bundle = expect.fail() } = compileFile(`${folder}uk.policy.yaml`)
    const { dictionary } = bundle
    const categories = dictionary.categories.map((one) =>
      one.name === "safety" ? { ...one, words: ["invoice", "plug"] } : { ...one, words: [] }
    )
    const next = { ...bundle, content: "2", dictionary: { ...dictionary, categories } }
    const store = memory()
    const people = `${folder}people.yaml`
    const before = await testLoop(bundle, { at, store, people })
    const old = caseOf(await before.submit(feedback))
    const loop = await testLoop(next, { at: "2026-11-17 09:00", store, people })
    const fresh = caseOf(await loop.submit({ ...feedback, customer: "c-2" }))
    await loop.submit({ ...feedback, thread: old, verbatim: "Charged twice for the plug" })
    expect(await loop.get(old)).toMatchObject({ category: "billing" })
    expect(await loop.get(fresh)).toMatchObject({ category: "safety" })
  })
})

describe("cases that come from others", () => {
  const clear = async (events: EventStore): Promise<string> => {
    const page = await events.read("default", null, 200)
    const waiting = await events.claim("default", "outbox", {
      now: Date.parse("2026-11-16T09:00Z"),
      leaseMs: 1,
      limit: 100
    })
    return JSON.stringify([page.events.map((one) => one.clear), waiting.map(({ message }) => message.body)])
  }

  it("R12 · words that are split off are nowhere unencrypted", async () => {
    const store = memory()
    const loop = await testLoop(`${folder}uk.policy.yaml`, { at, store })
    const id = caseOf(await loop.for({ actor: { id: "ann" } }).submit(feedback))
    const secret = "and my neighbour Jon saw the plug burn"
    const answer = await loop.for({ actor: { id: "ann" } }).execute(id, { do: "split", text: secret })
    expect(answer).toMatchObject({ ok: true, message: expect.stringContaining("split off") })
    expect(await clear(store.events)).not.toContain("neighbour")
    await loop.advance("1 minute")
    const [other = expect.fail()] = (await loop.get(id))?.links ?? []
    expect(await loop.get(other)).toMatchObject({ owner: "ann", customer: "c-1", verbatim: secret, links: [id] })
    expect(await clear(store.events)).not.toContain("neighbour")
    expect(await loop.verify()).toMatchObject({ ok: true })
  })

  it("R11 · words to the merged case go to the case where it continues", async () => {
    const loop = await uk()
    const a = caseOf(await loop.for({ actor: { id: "ann" } }).submit(feedback))
    const bob = loop.for({ actor: { id: "bob" } })
    const b = caseOf(await bob.submit({ ...feedback, customer: "c-2" }))
    expect(await bob.execute(b, { do: "merge", into: a })).toMatchObject({ ok: true })
    await loop.tick()
    expect(await loop.get(b)).toMatchObject({ state: "closed", outcome: "merged", mergedInto: a })
    const word = { channel: "email", customer: "c-2", thread: b, verbatim: "Any news?" }
    expect(await loop.submit(word)).toMatchObject({ outcome: "joined", case: a })
    const events = await all(loop.events({ case: a }))
    const ann = loop.for({ actor: { id: "ann" } })
    await ann.execute(a, { do: "pass", gate: "acknowledged" })
    await ann.execute(a, { do: "pass", gate: "agreed", proposal: "a credit" })
    const other = loop.for({ actor: { customer: "c-2" } })
    expect(await other.execute(b, { do: "reply", says: "counter", text: "more" })).toMatchObject({
      ok: true,
      events: expect.arrayContaining([expect.objectContaining({ event: "proposal-countered" })])
    })
    expect(events.slice(-2)).toMatchObject([
      { event: "customer-wrote", actor: "customer:c-2" },
      // A customer's words are encrypted with their own key, so the notice, with the key of the first customer, does
      // not repeat them.
      {
        event: "message-queued",
        message: expect.stringMatching(/reading request to Ann Bell: “.* has written about /)
      }
    ])
  })

  it("R11 · no case continues in one that silence has closed, even if no tick came", async () => {
    let now = Date.UTC(2026, 10, 16, 9)
    const policy = shop({
      zone: "Europe/London",
      policy: `endings: { merged: { by: [owner] } }
dictionary: { categories: { billing: { words: [invoice], defaults: { urgency: routine } } } }
loops:
  complaint:
    customer-loop: { agreed: removed, corrected: removed, told: { after: acknowledged } }
    reopen: removed
`
    })
    const people = join(dirname(policy), "people.yaml")
    const loop = await Hearback.open({ policy, people, store: memory(), clock: { now: () => now } })
    const ann = loop.for({ actor: { id: "ann" } })
    const answered = caseOf(await ann.submit(feedback))
    await ann.execute(answered, { do: "pass", gate: "acknowledged" })
    await ann.execute(answered, { do: "pass", gate: "told", result: "it is right now" })
    now = Date.UTC(2026, 10, 30, 9)
    const other = caseOf(await ann.submit({ ...feedback, customer: "c-2" }))
    expect(await ann.execute(other, { do: "merge", into: answered })).toMatchObject({
      ok: false,
      rejection: { reasons: [{ code: "merge/not-open" }] }
    })
    await loop.close()
  })

  it("R11 · each of two customers has their own key: erasing one leaves the other, and everything of the one is gone", async () => {
    const store = memory()
    const loop = await testLoop(`${folder}uk.policy.yaml`, { at, store })
    const people = `${folder}people.yaml`
    const ann = loop.for({ actor: { id: "ann" } })
    const a = caseOf(await ann.submit({ ...feedback, customer: { id: "c-1", name: "Ida Hart" } }))
    const b = caseOf(
      await ann.submit({ ...feedback, customer: { id: "c-2", name: "Jon Iles" }, verbatim: "Charged twice" })
    )
    await ann.execute(b, { do: "merge", into: a })
    await loop.tick()
    await loop.submit({ ...feedback, customer: "c-2", thread: b, verbatim: "It was Jon who said it" })
    await ann.execute(a, { do: "pass", gate: "acknowledged" })
    await ann.execute(a, { do: "pass", gate: "agreed", proposal: "a credit" })
    await loop.for({ actor: { customer: "c-2" } }).execute(a, { do: "reply", says: "counter", text: "Jon wants more" })
    await loop.tick()
    const readable = async (): Promise<readonly string[]> => {
      // Opened again, so that nothing is cached from when the key existed.
      const again = await testLoop(`${folder}uk.policy.yaml`, { at, store, people })
      const events = await all(again.events({ case: a }))
      return events.flatMap(({ event, body }) => {
        const { text, to, customer, by } = body as Readonly<Record<string, string | undefined>>
        return text === undefined || to === "ann" ? [] : [`${event} ${to ?? customer ?? by}`]
      })
    }
    const both = await readable()
    expect(both.filter((one) => one.endsWith("c-2"))).toEqual([
      "feedback-joined c-2",
      "message-queued c-2",
      "customer-wrote c-2",
      "message-queued c-2",
      "proposal-countered customer:c-2"
    ])
    const ofFirst = both.filter((one) => !one.endsWith("c-2"))
    await store.keys.destroy("default", "customer:c-2")
    expect(await readable()).toEqual(ofFirst)
  })

  it("R10 · words of the second customer of a merged case after the end continue as theirs", async () => {
    const loop = await uk()
    const ann = loop.for({ actor: { id: "ann" } })
    const a = caseOf(await ann.submit(feedback))
    const b = caseOf(await ann.submit({ ...feedback, customer: "c-2", verbatim: "Charged twice" }))
    await ann.execute(b, { do: "merge", into: a })
    await loop.tick()
    await loop.for({ actor: { customer: "c-1" } }).execute(a, { do: "withdraw" })
    await loop.submit({ ...feedback, customer: "c-2", thread: b, verbatim: "I was charged twice once more" })
    await loop.tick()
    const { items } = await loop.list({ customer: "c-2", state: "open" })
    expect(items).toHaveLength(1)
    expect((await loop.list({ customer: "c-1", state: "open" })).items).toEqual([])
  })
})

describe("F-I9 · what comes with a message", () => {
  it("is kept for a mail that answers a case and for a repetition: in `get`, in events, for grades", async () => {
    const loop = await testLoop(`${folder}carried.policy.yaml`, { at, people: `${folder}people.yaml` })
    const id = caseOf(await loop.submit(feedback))
    const mail = { ...feedback, thread: id, verbatim: "See the picture", facts: { amount: 1200 }, where: "Leeds" }
    await loop.submit({ ...mail, attachments: ["photo-1"], demand: "my money back" })
    await loop.submit({
      ...feedback,
      verbatim: "My invoice is wrong!",
      facts: { order: "4711" },
      attachments: ["photo-2"]
    })
    const view = await loop.get(id)
    expect(view).toMatchObject({
      facts: { amount: 1200, order: "4711" },
      attachments: ["photo-1", "photo-2"],
      demand: "my money back",
      where: "Leeds",
      grades: { priority: { level: "P1" } }
    })
    expect(view?.said.map(({ as, text, attachments }) => [as, text, attachments])).toEqual([
      ["feedback", "My invoice is wrong", undefined],
      ["word", "See the picture", ["photo-1"]],
      ["feedback", "My invoice is wrong!", ["photo-2"]]
    ])
    const events = await all(loop.events({ case: id }))
    const wrote = events.find(({ event }) => event === "customer-wrote")
    expect(wrote?.body).toMatchObject({ facts: { amount: 1200 }, attachments: ["photo-1"], where: "Leeds" })
  })
  it("a score by the survey is an answer, and what came with it is kept", async () => {
    const loop = await uk()
    const ann = loop.for({ actor: { id: "ann" } })
    const id = caseOf(await ann.submit(feedback))
    await ann.execute(id, { do: "pass", gate: "acknowledged" })
    await ann.execute(id, { do: "pass", gate: "agreed", proposal: "a credit" })
    await loop.for({ actor: { customer: "c-1" } }).execute(id, { do: "reply", says: "agree" })
    await ann.execute(id, { do: "pass", gate: "resolved", actions: [{ what: "credited" }] })
    await loop.for({ actor: { id: "sue" } }).execute(id, { do: "pass", gate: "told", result: "credited" })
    const score = {
      channel: "survey",
      customer: "c-1",
      score: 1,
      verbatim: "Not credited yet",
      attachments: ["account"]
    }
    expect(await loop.submit(score)).toMatchObject({ outcome: "joined", case: id })
    expect(await loop.get(id)).toMatchObject({ reopened: 1, attachments: ["account"] })
  })
})

describe("customers", () => {
  it("IN-4 · see a form with what it asks for, and the purpose of personal data", async () => {
    const loop = await intake()
    expect(loop.form("desk")).toMatchObject({
      fields: [
        { name: "verbatim", required: true },
        { name: "order", title: "the order number", type: "text", required: true, prefilled: false }
      ],
      questions: { order: "Which order is it about?" }
    })
    expect(loop.form("desk")?.consents).toEqual([{ name: "surveys", ask: "May we ask you now and then?" }])
    expect(loop.form("desk", "zh-CN")).toMatchObject({
      fields: [{ name: "verbatim", title: "反馈内容" }, { name: "order" }]
    })
    expect(loop.form("nps")?.fields).toMatchObject([
      { name: "score", type: "number", required: true },
      { name: "verbatim", required: false }
    ])
    expect(loop.form("nps")?.consents).toEqual([])
    expect(loop.form("nps")).toMatchObject({ question: "Would you recommend us?", scale: [0, 10] })
    expect(loop.form("fax")).toBeUndefined()
  })

  it("IN-6 · are surveyed after an event, and can refuse surveys but still get answers", async () => {
    const loop = await intake()
    expect(await loop.signal("delivered", { customer: "c-1" })).toMatchObject({ ok: true })
    await loop.tick()
    expect(loop.sent()).toMatchObject([{ template: "survey-question", to: "c-1", text: "How was the delivery?" }])
    expect(await loop.customers.get("c-1")).toMatchObject({ questions: [{ channel: "delivery" }] })
    expect(await loop.customers.set("c-2", { questions: "refused" })).toMatchObject({ ok: true })
    await loop.signal("delivered", { customer: "c-2" })
    await loop.submit({ ...feedback, customer: "c-2" })
    await loop.tick()
    expect(loop.sent().filter(({ to }) => to === "c-2")).toMatchObject([{ template: "receipt" }])
    expect(await loop.signal("deliverd", { customer: "c-1" })).toMatchObject({
      ok: false,
      rejection: { code: "intake/unknown-event" }
    })
  })

  it("give consents for a time, and only those that the policy asks for", async () => {
    const loop = await intake()
    await loop.submit({ ...feedback, customer: { id: "c-3", consent: ["surveys"] } })
    await loop.tick()
    expect((await loop.customers.get("c-3")).consents["surveys"]?.toISOString()).toBe("2027-05-16T23:00:00.000Z")
    await loop.customers.set("c-3", { withdraw: ["surveys"] })
    expect((await loop.customers.get("c-3")).consents).toEqual({})
    expect(await loop.customers.set("c-3", { give: ["profiling"] })).toMatchObject({
      ok: false,
      rejection: { code: "asking/unknown-consent" }
    })
  })
  it("have consents that the host has on file, until they withdraw them", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "hearback-")), "people.yaml")
    const people = readFileSync(`${folder}people.yaml`, "utf8")
    writeFileSync(path, people.replace("c-3: { name: Kay Judd }", "c-3: { name: Kay Judd, consent: [surveys] }"))
    const loop = await testLoop(`${folder}intake.policy.yaml`, { at, people: path })
    expect((await loop.customers.get("c-3")).consents).toEqual({ surveys: null })
    expect((await loop.customers.get("c-1")).consents).toEqual({})
    await loop.customers.set("c-3", { withdraw: ["surveys"] })
    expect((await loop.customers.get("c-3")).consents).toEqual({})
    rmSync(path)
  })
})
