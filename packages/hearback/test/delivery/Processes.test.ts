/** Several processes on one store: each sends only what its own channels can. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Channel, Outgoing } from "@hearback/engine"
import { Hearback, type Loop } from "hearback"
import { sqlite } from "hearback/sqlite"
import { describe, expect, it, onTestFinished } from "vitest"
import { hearback } from "../cli/Capture.ts"

const example = join(import.meta.dirname, "../../../../examples/first")
const policy = join(example, "first.policy.yaml")
const people = join(example, "people.yaml")

const world = async () => {
  const cwd = mkdtempSync(join(tmpdir(), "hearback-processes-"))
  const loops: Loop[] = []
  onTestFinished(async () => {
    for (const loop of loops) await loop.close()
    rmSync(cwd, { recursive: true, force: true })
  })
  const sent: Outgoing[] = []
  const mail: Channel = {
    name: "email",
    audiences: ["customer", "staff"],
    accept: (address) => address.includes("@"),
    send: async (message) => {
      sent.push(message)
      return { delivery: "sent" }
    }
  }
  // Each opening has its own connection, as another process would.
  const open = async (channels: readonly Channel[]): Promise<Loop> => {
    const { events, keys } = sqlite(join(cwd, "loop.db"))
    const loop = await Hearback.open({ policy, people, store: { events, keys }, channels })
    loops.push(loop)
    return loop
  }
  const submit = async (loop: Loop, n: number): Promise<void> => {
    const customer = { id: `c-${n}`, address: `c-${n}@example.com` }
    await loop.submit({ channel: "email", customer, verbatim: `Invoice ${n} is wrong. Unacceptable.` })
  }
  return {
    cwd,
    mail,
    sent,
    open,
    submit,
    tick: (...more: readonly string[]) =>
      hearback(["tick", "--db", "loop.db", "--people", people, ...more, "--json"], { cwd })
  }
}

describe("F-D18 · processes on one store", () => {
  it("F-D18 · `hearback tick` beside a host ticks and leaves the host's mail to the host", async () => {
    const { cwd, mail, sent, open, submit, tick } = await world()
    const host = await open([mail])
    for (let n = 0; n < 5; n++) await submit(host, n)
    const before = readdirSync(cwd)
    const told = [await tick(), await tick()]
    expect(told.map(({ exit, json }) => [exit, json.sent])).toEqual([
      [0, 0],
      [0, 0]
    ])
    expect(existsSync(join(cwd, "loop.db.outbox"))).toBe(false)
    expect(readdirSync(cwd)).toEqual(before)
    await host.tick()
    const receipts = sent.filter(({ audience }) => audience === "customer").map(({ to }) => to.address)
    expect(receipts.sort()).toEqual([0, 1, 2, 3, 4].map((n) => `c-${n}@example.com`))
  })

  it("F-D18 · with delivery it writes waiting messages into files, and the host sends none of them again", async () => {
    const { cwd, mail, sent, open, submit, tick } = await world()
    const host = await open([mail])
    await submit(host, 1)
    const { json } = await tick("--deliver-to", "outbox")
    expect(json.sent).toBeGreaterThan(0)
    expect(readdirSync(join(cwd, "outbox"))).toHaveLength(json.sent)
    await host.tick()
    expect(sent).toEqual([])
  })

  it("F-D18 · a process without channels delivers nothing, however often it ticks", async () => {
    const { mail, sent, open, submit } = await world()
    const timer = await open([])
    await submit(timer, 1)
    for (let n = 0; n < 3; n++) expect(await timer.tick()).toMatchObject({ sent: 0, more: false })
    expect(await timer.undelivered.list()).toEqual([])
    const host = await open([mail])
    await host.tick()
    expect(sent.map(({ to }) => to.address)).toContain("c-1@example.com")
  })
})
