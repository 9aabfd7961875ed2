/** Records are kept as long as the policy says; then their personal data is gone, and the record still verifies. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { sqlite } from "../src/sqlite.ts"
import { type TestLoop, testLoop } from "../src/testing.ts"

const policy = join(import.meta.dirname, "retention/kept.policy.yaml")
const canary = "my grandmother's teapot"

let folder = ""
let loop: TestLoop
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "hearback-retention-"))
  loop = await testLoop(policy, { at: "2026-11-16 09:00", store: sqlite(join(folder, "loop.db")) })
})
afterEach(async () => {
  await loop.close()
  rmSync(folder, { recursive: true, force: true })
})

const ann = { actor: { id: "ann" } }
const submit = async (customer?: string): Promise<string> => {
  const receipt = await loop
    .for(ann)
    .submit({ channel: "phone", verbatim: `You broke ${canary}`, ...(customer === undefined ? {} : { customer }) })
  return receipt.case
}
const answer = async (id: string): Promise<void> => {
  const outcome = await loop.for(ann).execute(id, { do: "pass", gate: "told", result: `glued ${canary}` })
  if (!outcome.ok) throw new Error(outcome.rejection.message)
}
/** Returns whether anybody can still read it. */
const isReadable = async (): Promise<boolean> => {
  const events: unknown[] = []
  for await (const event of loop.events()) events.push(event)
  const raw = (await loop.quarantine.list()).map((one) => one.raw)
  return JSON.stringify([events, raw]).includes(canary)
}
const isInFiles = (): boolean => readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(canary))

describe("retention", () => {
  it("keeps a record for its time, then erases its customer; the record stays complete", async () => {
    const id = await submit("c-1")
    await answer(id)
    expect((await loop.get(id))?.keptUntil).toEqual(new Date("2026-12-17T00:00:00Z"))
    await loop.advance(new Date("2026-12-16T23:00:00Z"))
    expect((await loop.get(id))?.verbatim).toContain(canary)
    await loop.advance("1 hour")
    const view = await loop.get(id)
    expect(view).toMatchObject({ state: "expired", erasedAt: new Date("2026-12-17T00:00:00Z"), customer: "c-1" })
    expect(view?.verbatim).toBeUndefined()
    expect(await isReadable()).toBe(false)
    expect(isInFiles()).toBe(false)
    expect(await loop.verify()).toMatchObject({ ok: true })
    expect((await loop.list({ state: "closed" })).items).toEqual([])
    expect((await loop.list({ state: "expired" })).items.map((row) => row.id)).toEqual([id])
  })
  it("erases a customer with the last of their expired records", async () => {
    const first = await submit("c-1")
    await answer(first)
    await loop.advance("20 days")
    const second = await submit("c-1")
    await loop.advance("20 days")
    expect(await loop.get(first)).toMatchObject({ state: "expired" })
    expect((await loop.get(first))?.verbatim).toContain(canary)
    await answer(second)
    await loop.advance("31 days")
    for (const id of [first, second]) expect((await loop.get(id))?.erasedAt).toBeDefined()
    expect(await isReadable()).toBe(false)
  })
  it("keeps the customer of an entry in quarantine", async () => {
    const id = await submit("c-1")
    await answer(id)
    await loop.submit({ channel: "nowhere", customer: "c-1", verbatim: canary })
    await loop.advance("31 days")
    expect((await loop.get(id))?.state).toBe("expired")
    expect((await loop.quarantine.list())[0]?.raw).toContain(canary)
  })
  it("erases an anonymous case by itself, with its arrivals", async () => {
    const id = await submit()
    await answer(id)
    await loop.advance("31 days")
    expect((await loop.get(id))?.erasedAt).toBeDefined()
    expect(await isReadable()).toBe(false)
    expect(isInFiles()).toBe(false)
  })
  it("changes the key by which anonymous cases are found once one of them expires", async () => {
    await loop.close()
    const alike = "intake: { same-case: { same: [category], alike: 80%, within: 30 days } }"
    const finding = join(folder, "finding.policy.yaml")
    writeFileSync(finding, `${readFileSync(policy, "utf8")}\n${alike}\n`)
    cpSync(join(policy, "../people.yaml"), join(folder, "people.yaml"))
    loop = await testLoop(finding, { at: "2026-11-16 09:00", store: sqlite(join(folder, "loop.db")) })
    const keyOf = (): string => {
      const keys = new DatabaseSync(join(folder, "loop.db.keys"), { readOnly: true })
      const [row] = keys.prepare("SELECT hex(secret) AS secret FROM hearback_key WHERE customer = 'anonymous'").all()
      keys.close()
      return String(row?.["secret"])
    }
    const id = await submit()
    await submit()
    const before = keyOf()
    expect(before).toMatch(/^[0-9A-F]{64}$/)
    await answer(id)
    await loop.advance("31 days")
    expect(keyOf()).not.toBe(before)
  })
  it("erases again a customer who came back after erasure, which is recorded", async () => {
    const id = await submit("c-1")
    await loop.customers.erase("c-1", { by: "ann", reason: "asked", evenIfKept: true })
    await loop.advance("1 day")
    const wrote = { do: "write", text: `I want ${canary} back` } as const
    expect((await loop.for({ actor: { customer: "c-1" } }).execute(id, wrote)).ok).toBe(true)
    expect(await isReadable()).toBe(true)
    await answer(id)
    await loop.advance("40 days")
    const view = await loop.get(id)
    expect(view?.state).toBe("expired")
    expect(view?.erasedAt?.getTime()).toBeGreaterThan(Date.UTC(2026, 11, 1))
    expect(await isReadable()).toBe(false)
    expect((await loop.explain(id)).lines.filter(({ event }) => event === "customer-erased")).toHaveLength(2)
  })
  it("keeps a customer whose case was merged while the other case is kept, and erases them with it", async () => {
    const [first, second] = [await submit("c-1"), await submit("c-2")]
    const merged = await loop.for(ann).execute(second, { do: "merge", into: first, reason: "the same teapot" })
    expect(merged.ok).toBe(true)
    await loop.advance("40 days")
    expect(await loop.get(second)).toMatchObject({ state: "expired" })
    expect((await loop.get(second))?.verbatim).toContain(canary)
    expect(await loop.customers.erase("c-2", { by: "ann", reason: "asked" })).toMatchObject({
      erased: false,
      kept: [{ id: first, state: "open" }]
    })
    await answer(first)
    await loop.advance("31 days")
    for (const id of [first, second]) expect((await loop.get(id))?.erasedAt).toBeDefined()
    expect(await isReadable()).toBe(false)
    const said = (await loop.explain(first)).lines.filter(({ event }) => event === "customer-erased")
    expect(said.map(({ message }) => message)).toEqual([
      expect.stringContaining("erased the personal data:"),
      expect.stringContaining("erased the personal data of c-2:")
    ])
  })
  it("treats a returning customer as new: nothing earlier is read, and their new words are", async () => {
    const id = await submit("c-1")
    await answer(id)
    await loop.advance("31 days")
    const again = await loop.submit({ channel: "phone", customer: "c-1", verbatim: `You broke ${canary}` })
    expect(again).toMatchObject({ outcome: "opened" })
    expect((await loop.get(again.case))?.verbatim).toContain(canary)
    expect((await loop.get(id))?.verbatim).toBeUndefined()
    const erasedAt = (await loop.get(id))?.erasedAt
    await answer(again.case)
    await loop.advance("31 days")
    expect((await loop.get(again.case))?.erasedAt).toBeDefined()
    expect((await loop.get(id))?.erasedAt).toEqual(erasedAt)
  })
  it("survives a crash between the expiry and the erasure", async () => {
    const id = await submit("c-1")
    await answer(id)
    await loop.advance(new Date("2026-12-16T23:59:00Z"))
    await loop.crash()
    await loop.advance("1 hour")
    expect((await loop.get(id))?.erasedAt).toBeDefined()
  })
})

describe("a customer who asks to be erased", () => {
  it("is told what keeps their data, and until when", async () => {
    const [open, closed] = [await submit("c-1"), await submit("c-1")]
    expect(closed).toBe(open)
    await answer(open)
    const other = await loop.submit({ channel: "phone", customer: "c-1", verbatim: "And where is my invoice?" })
    const answered = await loop.customers.erase("c-1", { by: "ann", reason: "the customer asked" })
    expect(answered).toEqual({
      erased: false,
      kept: expect.arrayContaining([
        { id: open, state: "closed", until: new Date("2026-12-17T00:00:00Z") },
        { id: other.case, state: "open", until: null }
      ])
    })
    expect(await isReadable()).toBe(true)
  })
  it("is erased anyway if a person decides so, recorded", async () => {
    const id = await submit("c-1")
    const order = { by: "ann", reason: "the customer asked", evenIfKept: true }
    expect(await loop.customers.erase("c-1", order)).toEqual({ erased: true, cases: [id] })
    expect(await isReadable()).toBe(false)
    const { lines } = await loop.explain(id)
    expect(lines.at(-1)?.event).toBe("customer-erased")
    expect(lines.at(-1)?.message).toMatch(/^Ann Bell .*the customer asked/)
    // The case continues, and later words can be read.
    await answer(id)
    expect((await loop.get(id))?.state).toBe("closed")
  })
  it("is erased at once if nothing keeps their data, also twice and if unknown", async () => {
    // An unknown id is distinguished from an erased one, because a typing error would look like an erasure.
    for (const customer of ["c-1", "nobody"])
      expect(await loop.customers.erase(customer, { by: "ann", reason: "asked" })).toEqual({
        erased: true,
        cases: [],
        nothingKnown: true
      })
    await loop.customers.set("c-2", { questions: "refused" })
    expect(await loop.customers.erase("c-2", { by: "ann", reason: "asked" })).toEqual({ erased: true, cases: [] })
    expect(await loop.customers.erase("c-2", { by: "ann", reason: "asked" })).toMatchObject({ nothingKnown: true })
  })
})
