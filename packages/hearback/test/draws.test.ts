/** The random numbers of spot checks depend on a secret of the store, so that no key of a command can avoid them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { drawOf, secretOfDraws } from "@hearback/engine"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { Hearback, type Loop, memory, type Store } from "../src/index.ts"
import { sqlite } from "../src/sqlite.ts"
import { testLoop } from "../src/testing.ts"
import { writeShop } from "./Shop.ts"

let folder = ""
let path = ""
const open: Loop[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearback-draws-"))
  const policy = "authority: { spot-check: { share: 50%, of: [compensate], by: [supervisor] } }\n"
  path = writeShop(folder, { policy, zone: "Europe/London", currency: "EUR" })
})
afterEach(async () => {
  for (const loop of open.splice(0)) await loop.close()
  rmSync(folder, { recursive: true, force: true })
})

const start = async (store: Store): Promise<Loop> => {
  const loop = await Hearback.open({
    policy: path,
    people: join(folder, "people.yaml"),
    store
  })
  open.push(loop)
  return loop
}

/** Grants one euro sixty times on one case, with chosen keys; returns which keys were drawn. */
const give = async (loop: Loop, key: (n: number) => string): Promise<readonly number[]> => {
  const desk = loop.for({ actor: { id: "ann" } })
  const receipt = await desk.submit({ channel: "phone", customer: "c-1", verbatim: "It is late" }, { key: "first" })
  const drawn: number[] = []
  for (let n = 0; n < 60; n++) {
    const answer = await desk.execute(
      receipt.case,
      { do: "compensate", amount: 1, reason: "goodwill" },
      { key: key(n) }
    )
    if (!answer.ok) throw new Error(answer.rejection.message)
    if (answer.events.some(({ event }) => event === "spot-check-drawn")) drawn.push(n)
  }
  return drawn
}

const sixty = async (store: Store, key: (n: number) => string): Promise<readonly number[]> =>
  give(await start(store), key)

/** Returns every recorded draw beside the one that the secret gives for its command. */
const reckoned = async (store: Store): Promise<readonly (readonly [recorded: unknown, reckoned: number])[]> => {
  const secret = await secretOfDraws(store.keys, "default")
  const found: [unknown, number][] = []
  const { items } = await (open[0] as Loop).list()
  for (const { id } of items)
    for (const { type, clear, command } of (await store.events.load({ tenant: "default", stream: `case/${id}` }))
      .events)
      if (type.startsWith("spot-check-drawn"))
        found.push([
          (clear as Readonly<Record<string, unknown>>)["draw"],
          drawOf(secret ?? new Uint8Array(), "default", id, command)
        ])
  return found
}

describe("a spot check", () => {
  it("F-R8 · is drawn for any keys of commands, and differently in every store", async () => {
    const keys = (n: number): string => `k${n}`
    const samples = [await sixty(memory(), keys), await sixty(memory(), keys)]
    for (const drawn of samples) {
      expect(drawn.length).toBeGreaterThan(8)
      expect(drawn.length).toBeLessThan(52)
    }
    expect(samples[0]).not.toEqual(samples[1])
  })

  it("F-R8 · can be computed again by an auditor who has the secret", async () => {
    const store = memory()
    await sixty(store, (n) => `${n}`)
    const found = await reckoned(store)
    expect(found.length).toBeGreaterThan(8)
    for (const [recorded, again] of found) expect(recorded).toBe(again)
  })

  it("F-R8 · is drawn by a secret that is only with the keys, and stays the same after a restart", async () => {
    const path = join(folder, "loop.db")
    await sixty(sqlite(path), (n) => `${n}`)
    for (const loop of open.splice(0)) await loop.close()
    const store = sqlite(path)
    await start(store)
    const secret = Buffer.from((await secretOfDraws(store.keys, "default")) ?? [])
    expect(secret.length).toBe(32)
    for (const [recorded, again] of await reckoned(store)) expect(recorded).toBe(again)
    const holding = readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(secret))
    expect(holding.every((name) => name.includes("keys"))).toBe(true)
    expect(holding.length).toBeGreaterThan(0)
  })

  it("F-R8 · is drawn the same each time on virtual time", async () => {
    const drawn = async (): Promise<readonly number[]> => {
      const loop = await testLoop(path, {
        at: "2026-11-16 09:00",
        people: join(folder, "people.yaml")
      })
      open.push(loop)
      return give(loop, (n) => `k${n}`)
    }
    const first = await drawn()
    expect(first.length).toBeGreaterThan(8)
    expect(await drawn()).toEqual(first)
  })
})
