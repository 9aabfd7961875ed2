/** Reviews and other routines: one case opens by itself in every period, whoever ticks. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Bundle } from "@hearback/core"
import { type Engine, memoryKeyStore, memoryStore, openEngine } from "@hearback/engine"
import { readPeople } from "@hearback/policy"
import { compileFile } from "@hearback/policy/node"
import { orThrow } from "hearback"
import { testLoop } from "hearback/testing"
import { afterAll, describe, expect, it } from "vitest"
import { directoryOf } from "../src/open/PeopleDirectory.ts"

const folder = mkdtempSync(join(tmpdir(), "hearback-routines-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, "shop.policy.yaml")
const staff = `hearback: 1
people:
  ann: { name: Ann, roles: [agent] }
  sue: { name: Sue, roles: [supervisor] }
  sam: { name: Sam, roles: [supervisor] }
  max: { name: Max, roles: [manager] }
`
writeFileSync(
  path,
  `hearback: 1
policy: shop
language: en
extends: [pack:starter]
time-zone: Europe/London
currency: GBP
channels:
  review: { mode: routine, frequency: monthly, question: Review of the month, owner: manager, invite: supervisor, figures: [kept] }
facts: { attended: text }
loops:
  review:
    when: { kind: routine }
    system-loop:
      held: { needs: record, by: manager, fields: [attended], within: 10 days }
      decided: { needs: prevention, after: held, by: manager, or-explain: { by: manager } }
`
)
writeFileSync(join(folder, "people.yaml"), staff)
const compiled = compileFile(path)
const bundle = compiled.bundle as Bundle.Bundle

const opened = async ({ store, tenant }: Engine): Promise<number> =>
  (await store.intake(tenant, { channel: "review", limit: 100 })).items.filter(({ caseId }) => caseId !== undefined)
    .length

describe("a routine", () => {
  it("has no findings in its policy", () => {
    expect(compiled.diagnostics.map(({ code }) => code)).toEqual([])
  })

  it("opens one case in each period, with two processes and after a restart, and none for the period in which it began", async () => {
    const store = memoryStore()
    const keys = memoryKeyStore()
    const { people } = readPeople({ path: "people.yaml", text: staff }, bundle)
    if (people === undefined) throw new Error("the people cannot be read")
    let now = Date.UTC(2026, 10, 16)
    const start = () =>
      openEngine({ bundle, store, keys, clock: { now: () => now }, directory: directoryOf(people), channels: [] })
    const [one, two] = [await start(), await start()]
    await Promise.all([one.work.tick(), two.work.tick()])
    expect(await opened(one)).toBe(0)
    now = Date.UTC(2026, 11, 1, 9)
    await Promise.all([one.work.tick(), two.work.tick()])
    await Promise.all([two.work.tick(), one.work.tick()])
    expect(await opened(one)).toBe(1)
    await Promise.all([one, two].map(({ work }) => work.stop()))
    const again = await start()
    await again.work.tick()
    expect(await opened(again)).toBe(1)
    now = Date.UTC(2027, 0, 1, 9)
    await again.work.tick()
    expect(await opened(again)).toBe(2)
    await again.work.stop()
  })

  it("invites everybody, has an owner, and shows the open decisions of the last one", async () => {
    const loop = await testLoop(path, { at: "2026-11-16 09:00" })
    await loop
      .for({ actor: { id: "ann" } })
      .submit({ channel: "phone", customer: "c", verbatim: "My invoice is wrong" })
    await loop.advance(new Date("2026-12-01T09:00:00Z"))
    const to = (id: string) => loop.sent().filter(({ to: who, text }) => who === id && text.includes("You are invited"))
    expect([to("sue").length, to("sam").length, to("ann").length]).toEqual([1, 1, 0])
    expect(to("sue")[0]?.text).toContain(
      "Subject: “Review of the month”. Led by Max. Deadline: 11 December 2026 (record)."
    )
    expect(to("sue")[0]?.text).toContain("promises kept")
    const desk = loop.for({ actor: { id: "max" } })
    const [review] = (await loop.list({ for: "max" })).items.filter(({ kind }) => kind === "routine")
    const id = review?.id ?? ""
    expect(review).toMatchObject({ owner: "max" })
    await loop.advance("2 days")
    orThrow(await desk.execute(id, { do: "pass", gate: "held", fields: { attended: "Sue, Max" } }))
    const actions = [
      { what: "train the desk", owner: "ann", due: "2026-12-20" },
      { what: "write a guide", owner: "sue", due: "2027-01-20" }
    ]
    orThrow(await desk.execute(id, { do: "pass", gate: "decided", actions }))
    await loop.advance("1 hour")
    const asked = loop.sent().filter(({ to: who, text }) => who === "ann" && text.includes("train the desk"))
    expect(asked).toHaveLength(1)
    orThrow(await loop.for({ actor: { id: "ann" } }).execute(id, { do: "act-done", gate: "decided", action: 1 }))
    await loop.advance(new Date("2027-01-02T09:00:00Z"))
    expect(to("sue").at(-1)?.text).toContain(`Open items from last time: ${id}: write a guide, sue, 20 January 2027.`)
    expect(to("sue").at(-1)?.text).not.toContain("train the desk")
    await loop.advance(new Date("2027-01-22T09:00:00Z"))
    const overdue = loop.sent().filter(({ text }) => text.includes("an action was due"))
    expect(overdue.map(({ to: who }) => who)).toContain("sue")
    const { figures } = await loop.measures({ from: "2026-11-01", to: "2027-02-01" })
    const figure = (name: string) => figures.find(({ measure }) => measure === name)
    expect(figure("volume")?.value).toBe(1)
    expect(figure("decisions-on-time")).toMatchObject({ value: 0.5, of: 2 })
    expect(figure("routine-on-time")).toMatchObject({ value: 0.5, of: 2 })
    await loop.close()
  })
})
