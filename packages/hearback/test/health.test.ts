/** What a monitor is told about the keys and transactions. */
import { mkdtempSync, renameSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Hearback, memory, type Store } from "hearback"
import { sqlite } from "hearback/sqlite"
import { expect, it, onTestFinished } from "vitest"

const policy = join(import.meta.dirname, "../../../examples/first/first.policy.yaml")

const open = async (store: Store) => {
  const loop = await Hearback.open({ policy, store, logger: { info: () => {}, warn: () => {}, error: () => {} } })
  onTestFinished(() => loop.close())
  return loop
}

it("reports whether the keys can be read: a file that is removed while open, missing at opening, or restored", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hearback-health-"))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, "loop.db")
  const first = await open(sqlite(file))
  expect(await first.health()).toMatchObject({ live: true, store: true, keys: true })
  renameSync(`${file}.keys`, `${file}.away`)
  expect(await first.health()).toMatchObject({ store: true, keys: false })
  await first.close()
  const without = await open(sqlite(file))
  expect(await without.health()).toMatchObject({ live: true, store: true, keys: false })
  await without.close()
  renameSync(`${file}.away`, `${file}.keys`)
  expect(await (await open(sqlite(file))).health()).toMatchObject({ keys: true })
})

it("names transactions that have been open for long and delay others, and no short one", async () => {
  const { events, keys } = memory()
  const long = { pid: 71, application: "billing", seconds: 12, holdsUp: ["events"] } as const
  const short = { ...long, pid: 72, seconds: 3 }
  let held: readonly (typeof long | typeof short)[] = [long, short]
  const loop = await open({ events: { ...events, holders: async () => held }, keys })
  expect(await loop.health()).toMatchObject({ problems: ["store/held-up"], heldUpBy: [long] })
  held = [short]
  const { heldUpBy, problems } = await loop.health()
  expect([heldUpBy, problems]).toEqual([undefined, []])
})

it("reports that keys cannot be read if they throw, and that keys in memory can", async () => {
  const { events, keys } = memory()
  let isGone = false
  const find: typeof keys.find = (...of) => (isGone ? Promise.reject(new Error("no route")) : keys.find(...of))
  const loop = await open({ events, keys: { ...keys, find } })
  expect((await loop.health()).keys).toBe(true)
  isGone = true
  expect((await loop.health()).keys).toBe(false)
})
