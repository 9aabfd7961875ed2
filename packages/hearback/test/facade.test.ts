import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Hearback, isHearbackError, type Loop, memory, orThrow } from "hearback"
import { fileChannel } from "hearback/channels"
import { sqlite } from "hearback/sqlite"
import { describe, expect, it } from "vitest"
import { ofEachTest, people, policy, words } from "./First.ts"

const own = ofEachTest()

const start = async (more: Partial<Parameters<typeof Hearback.open>[0]> = {}): Promise<Loop> => {
  const loop = await Hearback.open({ policy, people, store: memory(), ...more })
  return own.keep(loop)
}

const opened = async (loop: Loop, call?: { readonly key: string }): Promise<string> => {
  const receipt = await loop.for({ actor: { id: "agent-7" } }).submit(words, call)
  if (receipt.outcome === "quarantined") throw new Error(receipt.reason)
  return receipt.case
}

describe("the example of the README", () => {
  it("asks the supervisor for what is above the agent's limit, and names the deciding line", async () => {
    const loop = await start({
      store: sqlite(join(own.folder, "loop.db")),
      channels: [fileChannel(join(own.folder, "outbox"))]
    })
    const id = await opened(loop)
    const answer = await loop
      .for({ actor: { id: "agent-7" } })
      .execute(id, { do: "compensate", amount: "1200 CNY", reason: "third error" })
    expect(answer).toMatchObject({
      ok: true,
      pending: {
        from: "supervisor",
        people: ["supervisor-2"],
        rules: [{ file: "first.policy.yaml", line: 15, rule: "authority.limits.agent.compensate.per-case" }]
      }
    })
    expect(answer.ok && answer.message).toMatch(/first\.policy\.yaml:15/)
    expect((await loop.tick()).sent).toBeGreaterThan(0)
    const letters = readdirSync(join(own.folder, "outbox")).map((file) =>
      readFileSync(join(own.folder, "outbox", file), "utf8")
    )
    expect(letters.filter((letter) => letter.includes("needs your decision"))).toHaveLength(1)
  })
})

describe("answers", () => {
  it("a refusal is a value with every rule, its line and what is allowed", async () => {
    const loop = await start()
    const id = await opened(loop)
    const answer = await loop.for({ actor: { id: "agent-7" } }).execute(id, { do: "close" })
    if (answer.ok) throw new Error("closed past its gates")
    expect(answer.rejection.reasons.map((one) => one.rule)).toContain("loops.complaint.customer-loop.acknowledged")
    expect(answer.rejection.rules[0]).toMatchObject({ file: "pack:starter" })
    expect(answer.rejection.allowed).toContain("pass acknowledged")
    expect(answer.rejection.messages["zh-CN"]).toMatch(/\p{Script=Han}/u)
    expect(() => orThrow(answer)).toThrow(answer.rejection.message)
  })

  it("an unknown verb or argument is reported with the existing ones", async () => {
    const loop = await start()
    const id = await opened(loop)
    const desk = loop.for({ actor: { id: "agent-7" } })
    expect(await desk.execute(id, { do: "compensat" } as never)).toMatchObject({
      ok: false,
      rejection: { code: "command/unknown" }
    })
    expect(await desk.execute(id, { do: "compensate", amnt: 3 } as never)).toMatchObject({
      ok: false,
      rejection: { code: "command/shape" }
    })
    expect(await desk.execute("2611-NOSUCH", { do: "accept" })).toMatchObject({
      ok: false,
      rejection: { code: "case/unknown" }
    })
    expect(await loop.get("2611-NOSUCH")).toBeUndefined()
  })

  it("roles come from the directory, never from the caller", async () => {
    const loop = await start()
    const id = await opened(loop)
    const answer = await loop
      .for({ actor: { id: "stranger", roles: ["manager"] } as never })
      .execute(id, { do: "waive", gate: "told", reason: "x" })
    expect(answer.ok).toBe(false)
  })

  it("the worklist contains the latest command", async () => {
    const loop = await start()
    const id = await opened(loop)
    expect((await loop.list({ owner: "agent-7" })).items).toMatchObject([
      { id, kind: "complaint", category: "billing", state: "open" }
    ])
    expect(await loop.count({ owner: "agent-7" })).toEqual({ count: 1, capped: false })
  })
})

describe("calls", () => {
  it("with the same key and the same content give the same answer and no second event", async () => {
    const loop = await start()
    const first = await opened(loop, { key: "mail-1" })
    expect(await opened(loop, { key: "mail-1" })).toBe(first)
    const desk = loop.for({ actor: { id: "agent-7" } })
    const given = { do: "compensate", amount: 40, reason: "stamps" } as const
    const one = orThrow(await desk.execute(first, given, { key: "k" }))
    const two = orThrow(await desk.execute(first, given, { key: "k" }))
    expect(two).toMatchObject({ replayed: true, version: one.version })
    expect(two.events.map((event) => event.id)).toEqual(one.events.map((event) => event.id))
    expect((await loop.get(first))?.compensated).toBe(40)
  })

  it("with the same key and other content are refused", async () => {
    const loop = await start()
    const id = await opened(loop)
    const desk = loop.for({ actor: { id: "agent-7" } })
    await desk.execute(id, { do: "note", text: "a" }, { key: "k" })
    await expect(desk.execute(id, { do: "note", text: "b" }, { key: "k" })).rejects.toSatisfy((e) =>
      isHearbackError(e, "key/reused")
    )
  })

  it("that depend on what a person saw are refused with what happened since", async () => {
    const loop = await start()
    const id = await opened(loop)
    const seen = (await loop.get(id))?.version ?? 0
    const desk = loop.for({ actor: { id: "agent-7" } })
    orThrow(await desk.execute(id, { do: "note", text: "called back" }))
    const stale = await desk.execute(id, { do: "note", text: "again" }, { ifVersion: seen })
    expect(stale).toMatchObject({ ok: false, rejection: { code: "case/moved-on", events: [{ event: "note-added" }] } })
  })

  it("that are aborted before the commit have no effect", async () => {
    const loop = await start()
    await expect(loop.submit(words, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
    expect((await loop.list()).items).toEqual([])
  })

  it("with a local instant without an offset are refused", async () => {
    const loop = await start()
    await expect(loop.submit({ ...words, received: "2026-11-20T09:00" })).rejects.toSatisfy((e) =>
      isHearbackError(e, "time/not-an-instant")
    )
  })

  it("at the same time on one case are both kept, in some order", async () => {
    const loop = await start({ store: sqlite(join(own.folder, "loop.db")) })
    const id = await opened(loop)
    const desk = loop.for({ actor: { id: "agent-7" } })
    await Promise.all(Array.from({ length: 8 }, (_, i) => desk.execute(id, { do: "note", text: `note ${i}` })))
    const notes = (await loop.explain(id)).lines.filter((line) => line.event === "note-added")
    expect(notes).toHaveLength(8)
    expect(await loop.verify()).toMatchObject({ ok: true })
  })
})

describe("nothing is lost", () => {
  it.each<readonly [what: string, more: object, reason: RegExp]>([
    ["words that are no text", { verbatim: 5 }, /^intake\/shape verbatim text$/],
    ["a score that is none", { score: Number.NaN }, /^intake\/shape score number$/],
    ["a customer without an id", { customer: { name: "Ida" } }, /^intake\/shape customer\.id text$/],
    ["facts as a list", { facts: ["amount"] }, /^intake\/shape facts/],
    ["no channel", { channel: undefined }, /^intake\/unknown-channel/],
    ["a kind that there is not", { kind: "rant" }, /^classification\/unknown rant/],
    ["a consent that is not asked for", { consent: ["profiling"] }, /^asking\/unknown-consent profiling/]
  ])("IN-8 · %s waits in quarantine unchanged, and is released once it is corrected", async (_, more, reason) => {
    const loop = await start({ store: sqlite(join(own.folder, "loop.db")) })
    const receipt = await loop.submit({ ...words, ...more } as never)
    const batch: string[] = []
    for await (const one of loop.submitMany([{ feedback: { ...words, ...more } as never }])) batch.push(one.outcome)
    expect([receipt.outcome, batch]).toEqual(["quarantined", ["quarantined"]])
    const [kept = expect.fail()] = await loop.quarantine.list()
    expect(kept.reason).toMatch(reason)
    expect(JSON.parse(kept.raw)).toMatchObject({ verbatim: "verbatim" in more ? 5 : words.verbatim })
    expect(await loop.quarantine.release(kept.id, { ...words, ...more } as never)).toMatchObject({
      outcome: "quarantined"
    })
    for (const nothing of [undefined, null, "late", []])
      await expect(loop.quarantine.release(kept.id, nothing as never)).rejects.toMatchObject({
        code: "call/invalid",
        message: expect.stringContaining("quarantine.release")
      })
    expect(await loop.quarantine.release(kept.id, words)).toMatchObject({ outcome: "opened" })
  })

  it("JSON's null is a missing value, one text is a list of one, and a blank customer is anonymous", async () => {
    const loop = await start()
    const loose = { ...words, demand: null, facts: { amount: null }, attachments: "a.png", customer: " " }
    const receipt = await loop.submit(loose as never)
    const view = await loop.get(receipt.case)
    expect(view).toMatchObject({ attachments: ["a.png"], facts: {} })
    expect([view?.customer, view?.demand]).toEqual([undefined, undefined])
    const french = await loop.submit({ ...words, customer: { id: "C-9", language: "fr" } } as never)
    expect(french.outcome).toBe("opened")
  })

  it("R15 · unreadable feedback is in quarantine with its raw words, without a case; after release, its clocks count from the receipt", async () => {
    const loop = await start()
    const silent = await loop.submit({ channel: "phone", received: new Date("2026-11-02T02:00:00Z") })
    const lost = await loop.submit({ ...words, channel: "pigeon" })
    expect([silent.outcome, lost.outcome]).toEqual(["quarantined", "quarantined"])
    await loop.quarantine.put({
      key: "row-9",
      channel: "phone",
      raw: "\u0000garbled",
      reason: "row 9 has 3 columns of 7"
    })
    const kept = await loop.quarantine.list()
    expect(kept.map((one) => one.reason)).toEqual(
      expect.arrayContaining([
        expect.stringContaining("intake/no-words"),
        expect.stringContaining("intake/unknown-channel"),
        "row 9 has 3 columns of 7"
      ])
    )
    expect(kept.every((one) => one.owner === "supervisor")).toBe(true)
    expect(kept.find((one) => one.reason.startsWith("row 9"))?.raw).toBe("\u0000garbled")
    expect((await loop.list()).items).toEqual([])
    const id = silent.outcome === "quarantined" ? silent.id : ""
    const receipt = await loop.quarantine.release(id, words)
    if (receipt.outcome === "quarantined") throw new Error(receipt.reason)
    const released = await loop.get(receipt.case)
    expect(released?.receivedAt).toEqual(new Date("2026-11-02T02:00:00Z"))
    expect(released?.clocks.find((clock) => clock.name === "acknowledged")).toMatchObject({
      dueAt: new Date("2026-11-02T04:00:00Z")
    })
    expect(await loop.quarantine.list()).toHaveLength(2)
  })

  it("feedback that a crash left between receipt and case is finished when the store is opened again", async () => {
    const store = sqlite(join(own.folder, "loop.db"))
    const failing = {
      ...store.events,
      append: async (unit: Parameters<typeof store.events.append>[0]) => {
        if (unit.writes.some(({ intake }) => intake?.state === "opened")) throw new Error("the plug was pulled")
        return store.events.append(unit)
      }
    }
    const loop = await Hearback.open({ policy, people, store: { events: failing, keys: store.keys } })
    await expect(loop.submit(words, { key: "mail-7" })).rejects.toThrow("plug")
    await loop.close()
    const again = await start({ store: sqlite(join(own.folder, "loop.db")) })
    expect((await again.list()).items).toHaveLength(1)
    expect(await again.submit(words, { key: "mail-7" })).toMatchObject({ outcome: "opened", replayed: true })
    expect((await again.list()).items).toHaveLength(1)
  })

  it("a bounced message reopens the gate that told it", async () => {
    const loop = await start({
      channels: [
        {
          name: "phone",
          audiences: ["customer", "staff"],
          needsAddress: false,
          send: async () => ({ delivery: "bounced", reason: "no such number" })
        }
      ]
    })
    const id = await opened(loop)
    orThrow(await loop.for({ actor: { id: "agent-7" } }).execute(id, { do: "pass", gate: "acknowledged" }))
    expect((await loop.get(id))?.gates.find((gate) => gate.name === "acknowledged")?.state).toBe("passed")
    await loop.tick()
    expect((await loop.get(id))?.gates.find((gate) => gate.name === "acknowledged")?.state).toBe("open")
  })
})

describe("policies", () => {
  it("with errors are refused with every finding", async () => {
    const path = join(own.folder, "bad.policy.yaml")
    writeFileSync(
      path,
      "hearback: 1\npolicy: bad\nlanguage: en\nextends: [pack:starter]\ntime-zone: Mars/Base\nclocks: { agred: { within: 1 day } }\n"
    )
    const refused = await Hearback.open({ policy: path, store: memory() }).catch((error: unknown) => error)
    expect(isHearbackError(refused, "policy/invalid") && (refused.diagnostics?.length ?? 0)).toBeGreaterThan(1)
  })

  it("with a broken file never replace the active policy", async () => {
    const path = join(own.folder, "loop.db")
    await (await Hearback.open({ policy, people, store: sqlite(path) })).close()
    const bad = join(own.folder, "bad.policy.yaml")
    writeFileSync(bad, "hearback: 1\npolicy: [\n")
    const loop = await start({ policy: bad, people, store: sqlite(path) })
    expect(await loop.health()).toMatchObject({
      policy: { id: "first", lastReloadError: expect.stringContaining("bad.policy.yaml") }
    })
    expect((await loop.submit(words)).outcome).toBe("opened")
  })

  it("stay with the cases that were opened under them", async () => {
    const path = join(own.folder, "loop.db")
    const first = await Hearback.open({ policy, people, store: sqlite(path) })
    const id = await opened(first)
    const pinned = (await first.get(id))?.policy.content
    await first.close()
    const stricter = join(own.folder, "second.policy.yaml")
    writeFileSync(stricter, readFileSync(policy, "utf8").replace("per-case: 500", "per-case: 5"))
    const loop = await start({
      policy: stricter,
      store: sqlite(path),
      publish: { by: "manager-3", reason: "a lower limit" }
    })
    expect((await loop.health()).policy.content).not.toBe(pinned)
    expect((await loop.get(id))?.policy.content).toBe(pinned)
  })

  it("without a people file leave cases to the custodian, pass automatic gates and refuse commands that need roles", async () => {
    const alone = join(own.folder, "alone.policy.yaml")
    writeFileSync(alone, readFileSync(policy, "utf8"))
    const loop = await Hearback.open({ policy: alone, store: memory() })
    own.keep(loop)
    const receipt = await loop.submit(words)
    expect(receipt).toMatchObject({ outcome: "opened", owner: "system:custodian" })
    const id = receipt.outcome === "quarantined" ? "" : receipt.case
    expect((await loop.for({ actor: { id: "agent-7" } }).execute(id, { do: "pass", gate: "acknowledged" })).ok).toBe(
      false
    )
  })

  it("of the same store in one process share one handle", async () => {
    const path = join(own.folder, "loop.db")
    const store = sqlite(path)
    const one = await start({ store })
    expect(await Hearback.open({ policy, people, store })).toBe(one)
  })
})

describe("time", () => {
  it("ahead of the clock is refused unless the store has virtual time", async () => {
    const loop = await start()
    await expect(loop.tick({ at: new Date(Date.now() + 3_600_000) })).rejects.toSatisfy((e) =>
      isHearbackError(e, "time/in-the-future")
    )
  })

  it("that is virtual fires due work at its own instant, also when told late", async () => {
    const loop = await start({ virtualTime: true })
    await loop.tick({ at: "2026-11-16T09:40:00+08:00" })
    const id = await opened(loop)
    await loop.tick({ at: "2026-11-16T15:00:00+08:00" })
    const clock = (await loop.get(id))?.clocks.find((one) => one.name === "acknowledged")
    expect(clock).toMatchObject({ state: "missed", dueAt: new Date("2026-11-16T11:40:00+08:00") })
  })

  it("the whole loop: from the first word to the close", async () => {
    const loop = await start({ virtualTime: true })
    await loop.tick({ at: "2026-11-16T09:40:00+08:00" })
    const id = await opened(loop)
    const agent = loop.for({ actor: { id: "agent-7" } })
    const customer = loop.for({ actor: { customer: "C-17" } })
    orThrow(await agent.execute(id, { do: "pass", gate: "acknowledged" }))
    orThrow(await agent.execute(id, { do: "pass", gate: "agreed", proposal: "We correct the invoice today." }))
    orThrow(await customer.execute(id, { do: "reply", says: "agree" }))
    orThrow(await agent.execute(id, { do: "pass", gate: "corrected", actions: [{ what: "invoice corrected" }] }))
    orThrow(await agent.execute(id, { do: "pass", gate: "told", result: "Your invoice is right now." }))
    orThrow(await customer.execute(id, { do: "reply", says: "satisfied" }))
    expect(await loop.get(id)).toMatchObject({ state: "closed", outcome: "confirmed" })
    const decided = (await loop.explain(id)).lines.filter(
      (line) => line.event.startsWith("gate-") || line.event.startsWith("clock-")
    )
    expect(decided.filter((line) => line.place === undefined).map((line) => line.event)).toEqual([])
  })
})
