import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Bundle } from "@hearback/core"
import type { CustomerDirectory, Directory, Person } from "@hearback/engine"
import { compileFile } from "@hearback/policy/node"
import { Hearback, isHearbackError, type Loop, memory, type OpenOptions, type Store } from "hearback"
import { sqlite } from "hearback/sqlite"
import { afterEach, describe, expect, it } from "vitest"

const policy = join(import.meta.dirname, "../../../examples/first/first.policy.yaml")
const words = { channel: "phone", customer: "C-17", verbatim: "Third time my invoice is wrong. Unacceptable." }

const staff: readonly Person[] = [
  { id: "agent-7", name: "Agent Seven", roles: ["agent"] },
  { id: "supervisor-2", name: "Supervisor Two", roles: ["supervisor"] },
  { id: "manager-3", name: "Manager Three", roles: ["manager"] }
]

/** A directory whose every call goes through `answer`, which can fail or not answer. */
const directory = (answer: <T>(operation: string, given: T) => Promise<T>): Directory => ({
  person: (id) =>
    answer(
      "person",
      staff.find((one) => one.id === id)
    ),
  withRole: (role) =>
    answer(
      "withRole",
      staff.filter(({ roles }) => roles.includes(role))
    ),
  absence: () => answer("absence", undefined)
})

/** Fails a number of times, then answers. */
const failing = (
  operation: string,
  times: number,
  how: () => Promise<never> = () => Promise.reject(new Error("ldap: no route"))
) => {
  let left = times
  return directory(async (asked, given) => {
    if (asked !== operation || left === 0) return given
    left -= 1
    return how()
  })
}
const forever = () => new Promise<never>(() => {})

const loops: Loop[] = []
afterEach(async () => {
  for (const loop of loops.splice(0)) await loop.close()
})
const open = async (more: Partial<OpenOptions>): Promise<Loop> => {
  const loop = await Hearback.open({ policy, store: memory(), timeouts: { directory: 40, customers: 40 }, ...more })
  loops.push(loop)
  return loop
}
const all = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

describe("F-T5 · an outage is no reason for quarantine", () => {
  it.each<readonly [what: string, people: () => Directory]>([
    ["`withRole` that throws once", () => failing("withRole", 1)],
    ["`withRole` that hangs once", () => failing("withRole", 1, forever)],
    ["`absence` that throws once", () => failing("absence", 1)],
    ["`absence` that hangs once", () => failing("absence", 1, forever)],
    [
      "a directory that throws at once, not by a promise",
      () => {
        let left = 1
        const works = directory(async (_, given) => given)
        return {
          ...works,
          withRole: (...asked) => {
            left -= 1
            if (left >= 0) throw new TypeError("cannot read properties of undefined")
            return works.withRole(...asked)
          }
        }
      }
    ]
  ])(
    "%s: the feedback is received, visible as such, and opened by the next tick with its own receipt time",
    async (_, people) => {
      let now = Date.parse("2026-11-16T01:40:00Z")
      const loop = await open({ people: people(), clock: { now: () => now } })
      const receipt = await loop.submit(words, { key: "mail-1" })
      expect(receipt).toMatchObject({ outcome: "received", reason: expect.stringMatching(/^intake\/outage /) })
      expect(await loop.health()).toMatchObject({ received: 1, quarantine: 0 })
      expect(await loop.quarantine.list()).toEqual([])
      now += 3_600_000
      await loop.tick()
      expect(await loop.health()).toMatchObject({ received: 0, quarantine: 0 })
      const [row = expect.fail()] = (await loop.list()).items
      expect(row.receivedAt).toEqual(new Date("2026-11-16T01:40:00Z"))
      expect(await loop.submit(words, { key: "mail-1" })).toMatchObject({
        outcome: "opened",
        case: row.id,
        replayed: true
      })
    }
  )

  it("the same submit again continues with it", async () => {
    const loop = await open({ people: failing("withRole", 1) })
    expect((await loop.submit(words, { key: "mail-1" })).outcome).toBe("received")
    expect(await loop.submit(words, { key: "mail-1" })).toMatchObject({ outcome: "opened" })
    await loop.tick()
    expect((await loop.list()).items).toHaveLength(1)
  })

  it("with a directory that does not answer: it is kept, and taken by the actor later", async () => {
    const loop = await open({ people: failing("person", 1) })
    const receipt = await loop.for({ actor: { id: "agent-7" } }).submit(words)
    expect(receipt.outcome).toBe("received")
    await loop.tick()
    const [row = expect.fail()] = (await loop.list()).items
    expect(row.owner).toBe("agent-7")
  })

  it("with the host's customer records: the same, and other feedback continues", async () => {
    const customers: CustomerDirectory = {
      customer: async (id) => {
        if (id === "C-1") throw new Error("crm: timeout")
        return { language: "en" }
      }
    }
    const loop = await open({ people: directory(async (_, given) => given), customers })
    expect((await loop.submit({ ...words, customer: "C-1" })).outcome).toBe("received")
    expect((await loop.submit({ ...words, customer: "C-2" })).outcome).toBe("opened")
    for (let n = 0; n < 5; n++) await loop.submit({ ...words, customer: "C-1", verbatim: `invoice ${n} is wrong` })
    for (let n = 0; n < 3; n++) await loop.tick()
    expect(await loop.health()).toMatchObject({ received: 6, quarantine: 0 })
  })

  it("one that always fails does not delay others that come after it", async () => {
    let isDown = true
    const customers: CustomerDirectory = {
      customer: async (id) => {
        if (isDown || id.startsWith("BAD")) throw new Error("crm: timeout")
        return undefined
      }
    }
    const loop = await open({ people: directory(async (_, given) => given), customers })
    for (const n of [1, 2, 3, 4]) await loop.submit({ ...words, customer: `BAD-${n}` })
    await loop.submit({ ...words, customer: "C-2" })
    isDown = false
    for (let n = 0; n < 4; n++) await loop.tick()
    expect((await loop.list()).items.map(({ customer }) => customer)).toEqual(["C-2"])
    expect((await loop.health()).received).toBe(4)
  })

  it("an import continues after an outage: all are received, none twice", async () => {
    const loop = await open({ people: failing("withRole", 1, forever) })
    const many = Array.from({ length: 30 }, (_, n) => ({ feedback: { ...words, customer: `C-${n}` }, key: `row-${n}` }))
    const first = await all(loop.submitMany(many))
    expect(new Set(first.map(({ outcome }) => outcome))).toEqual(new Set(["received"]))
    await loop.tick()
    expect((await loop.count()).count).toBe(30)
    const again = await all(loop.submitMany(many))
    expect(again.every(({ outcome, replayed }) => outcome === "opened" && replayed)).toBe(true)
  })

  it("a loop opens while the directory does not answer, and continues once it does", async () => {
    const store: Store = memory()
    let isDown = true
    const people = directory(async (_, given) => (isDown ? forever() : given))
    const first = await open({ people, store })
    expect((await first.submit(words)).outcome).toBe("received")
    const again = await open({ people, store })
    expect((await again.health()).received).toBe(1)
    isDown = false
    await again.tick()
    expect((await again.list()).items).toHaveLength(1)
  })

  it("a command during an outage throws a retryable error, and nothing is stored", async () => {
    let isDown = false
    const people = directory(async (asked, given) =>
      isDown && asked === "withRole" ? Promise.reject(new Error("down")) : given
    )
    const loop = await open({ people })
    const { case: id } = await loop.submit(words)
    isDown = true
    const refused = await loop
      .for({ actor: { id: "agent-7" } })
      .execute(id, { do: "note", text: "x" })
      .catch((error: unknown) => error)
    expect(isHearbackError(refused, "adapter/failed") && refused.retryable).toBe(true)
    isDown = false
    expect((await loop.explain(id)).lines.some(({ event }) => event === "note-added")).toBe(false)
  })

  it("ids that fail or are invalid: the same, and the feedback is opened once they are valid", async () => {
    const wrong: (() => string)[] = [
      () => {
        throw new TypeError(`bad id for ${words.verbatim}`)
      },
      () => 42 as unknown as string,
      () => "",
      () => "two words",
      () => Promise.resolve("2611-AAAAAA") as unknown as string
    ]
    const ids = { command: () => "x", case: (): string => wrong[0]?.() ?? "2611-AAAAAA" }
    const loop = await open({ people: directory(async (_, given) => given), ids })
    const receipt = await loop.submit(words, { key: "mail-1" })
    expect(receipt).toMatchObject({ outcome: "received", reason: expect.stringMatching(/^intake\/outage the ids/) })
    expect("reason" in receipt ? receipt.reason : "").not.toContain("invoice is wrong")
    for (; wrong.length > 0; wrong.shift()) {
      await loop.tick()
      expect((await loop.health()).received).toBe(1)
    }
    await loop.tick()
    expect((await loop.list()).items.map(({ id }) => id)).toEqual(["2611-AAAAAA"])
  })

  it("a bug is a reason for quarantine, without the customer's words in it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "hearback-"))
    const store = sqlite(join(folder, "loop.db"))
    const { bundle } = compileFile(policy)
    const broken = { ...(bundle as Bundle.Bundle), content: "broken", ownership: null as never }
    const loop = await open({ policy: broken, people: directory(async (_, given) => given), store })
    const receipt = await loop.submit(words)
    expect(receipt).toMatchObject({ outcome: "quarantined", reason: expect.stringMatching(/^intake\/failed /) })
    expect("reason" in receipt ? receipt.reason : "").not.toContain("invoice is wrong")
    await loop.close()
    rmSync(folder, { recursive: true })
  })
})
