/** Cases that are moved to other versions of the policy and to other calendars, with the handle of a host. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Bundle } from "@hearback/core"
import { compileFile } from "@hearback/policy/node"
import { Hearback, isHearbackError, type Loop, type Moved, type MovedCase, memory, type Store } from "hearback"
import { afterEach, beforeEach, describe, expect, it } from "vitest"

const cases = join(import.meta.dirname, "scenario/cases")
const MON = "2026-11-16T09:00:00Z"

let folder: string
const open: Loop[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearback-"))
  cpSync(cases, folder, { recursive: true })
})
afterEach(async () => {
  for (const loop of open.splice(0)) await loop.close()
  rmSync(folder, { recursive: true })
})

/** Returns the policy of the cases with some of its lines changed. */
const version = (name: string, ...changes: readonly (readonly [from: string, to: string])[]): Bundle.Bundle => {
  let text = readFileSync(join(cases, "uk.policy.yaml"), "utf8")
  for (const [from, to] of changes) {
    expect(text).toContain(from)
    text = text.replace(from, to)
  }
  const path = join(folder, `${name}.policy.yaml`)
  writeFileSync(path, text)
  const { bundle, diagnostics } = compileFile(path)
  if (bundle === undefined) throw new Error(JSON.stringify(diagnostics))
  return bundle
}

const start = async (
  policy: Bundle.Bundle,
  store: Store,
  at = MON,
  changes: Readonly<Record<string, string>> = {}
): Promise<Loop> => {
  const people = join(folder, "staff.yaml")
  const text = readFileSync(join(cases, "people.yaml"), "utf8")
  writeFileSync(
    people,
    Object.entries(changes).reduce((all, [from, to]) => all.replace(from, to), text)
  )
  const loop = await Hearback.open({ policy, people, store, virtualTime: true })
  open.push(loop)
  await loop.tick({ at })
  return loop
}

/** Returns the result for each case; fails if none may be moved. */
const moved = (answer: Moved): readonly MovedCase[] => {
  if (!answer.ok) throw new Error(answer.rejection.message)
  return answer.cases
}

const submit = async (loop: Loop, customer = "c-1"): Promise<string> => {
  const receipt = await loop
    .for({ actor: { id: "ann" } })
    .submit({ channel: "phone", customer, verbatim: "My invoice is wrong" })
  if (receipt.outcome === "quarantined") throw new Error(receipt.reason)
  return receipt.case
}

const due = async (loop: Loop, id: string, clock: string): Promise<string | undefined> =>
  (await loop.get(id))?.clocks.find(({ name }) => name === clock)?.dueAt?.toISOString()

const shorter = ["P3: 8 working hours", "P3: 6 working hours"] as const
const recomputes = ["  pause: { waiting", "  on-new-version: recompute\n  pause: { waiting"] as const

describe("another version", () => {
  it("P18 · an open case stays with its version, a new one has the new; a move is previewed, then done, recorded", async () => {
    const store = memory()
    const first = version("one")
    const second = version("two", shorter, recomputes)
    const before = await start(first, store)
    const id = await submit(before)
    const closed = await submit(before, "c-2")
    await before.for({ actor: { customer: "c-2" } }).execute(closed, { do: "withdraw" })
    const loop = await start(second, store, "2026-11-16T10:00:00Z")
    expect(await due(loop, id, "resolved")).toBe("2026-11-16T17:00:00.000Z")
    expect(await due(loop, await submit(loop, "c-3"), "resolved")).toBe("2026-11-16T16:00:00.000Z")
    const preview = await loop.policy.preview()
    expect(moved(preview).map((one) => one.case)).toEqual([id])
    expect(moved(preview)[0]).toMatchObject({
      from: first.content,
      to: second.content,
      demanded: [],
      notNeeded: [],
      clocks: expect.arrayContaining([
        { clock: "resolved", before: new Date("2026-11-16T17:00Z"), after: new Date("2026-11-16T15:00Z") }
      ])
    })
    expect(await due(loop, id, "resolved")).toBe("2026-11-16T17:00:00.000Z")
    expect(await loop.policy.move({ by: "max", reason: "from the new year on" })).toEqual(preview)
    expect(await due(loop, id, "resolved")).toBe("2026-11-16T15:00:00.000Z")
    const { lines } = await loop.explain(id)
    const line = lines.find(({ event }) => event === "policy-moved")
    expect([line?.actor, line?.message.includes("from the new year on")]).toEqual(["max", true])
    expect((await loop.get(id))?.policy.content).toBe(second.content)
    expect(moved(await loop.policy.preview())).toEqual([])
  })
  it("A5 · the limits of an older case, their lines and the permissions are those in force", async () => {
    const store = memory()
    const before = await start(version("one"), store)
    const id = await submit(before)
    const head = "\nauthority:\n  limits:\n    agent: { compensate: { per-case: 100, per-month: 150 }, close: all }\n"
    const loop = await start(
      version(
        "two",
        [head, "\n# dearer\nauthority:\n  limits:\n    agent: { compensate: { per-case: 20 }, discount: 5% }\n"],
        ["compensate: unlimited", "discount: 100%, compensate: unlimited"]
      ),
      store,
      "2026-11-16T10:00:00Z"
    )
    const ann = loop.for({ actor: { id: "ann" } })
    expect((await ann.get(id))?.allowed).toEqual(expect.arrayContaining(["compensate", "discount"]))
    const line =
      readFileSync(join(folder, "two.policy.yaml"), "utf8")
        .split("\n")
        .findIndex((one) => one.includes("per-case: 20")) + 1
    const place = { file: expect.stringContaining("two.policy.yaml"), line }
    const asked = await ann.execute(id, { do: "compensate", amount: 30, reason: "sorry" })
    if (!asked.ok) throw new Error(asked.rejection.message)
    expect(asked.pending?.rules).toEqual([expect.objectContaining(place)])
    expect(asked.message).toContain(`limit of 20 GBP per case (two.policy.yaml:${line})`)
    const given = await ann.execute(id, { do: "compensate", amount: 10, reason: "sorry" })
    expect(given.ok && given.events.find(({ event }) => event === "compensated")?.why).toMatchObject(place)
    const { lines } = await loop.explain(id)
    expect(lines.find(({ event }) => event === "compensated")?.place).toMatchObject(place)
    expect(lines.find(({ event }) => event === "case-opened")?.place?.file ?? "one.policy.yaml").toContain(
      "one.policy.yaml"
    )
    const refused = await ann.execute(id, { do: "approve" })
    expect(!refused.ok && refused.rejection.message).toContain(`two.policy.yaml:${line}`)
  })
  it("A5 · a role that only the version in force has may decide", async () => {
    const store = memory()
    const before = await start(version("one"), store)
    const id = await submit(before)
    const loop = await start(
      version(
        "two",
        ["  quality: { title: Quality }", "  quality: { title: Quality }\n  lender: { title: Lender }"],
        [
          "    manager: { compensate: unlimited",
          "    lender: { compensate: { per-case: 700 } }\n    manager: { compensate: unlimited"
        ]
      ),
      store,
      "2026-11-16T10:00:00Z",
      { "  quin:": "  lee: { name: Lee, roles: [lender] }\n  quin:" }
    )
    const asked = await loop
      .for({ actor: { id: "ann" } })
      .execute(id, { do: "compensate", amount: 600, reason: "sorry" })
    expect(asked.ok && asked.pending).toMatchObject({ from: "lender", people: ["lee"] })
  })
  it("K9 · old labels stay under a new dictionary, and its different reading is recorded beside them", async () => {
    const store = memory()
    const before = await start(version("one"), store)
    const id = await submit(before)
    const loop = await start(
      version("two", [
        "safety: { words: [burned, caught fire] }",
        "safety: { words: [burned, caught fire, invoice is wrong] }"
      ]),
      store,
      "2026-11-16T10:00:00Z"
    )
    expect((await loop.get(id))?.category).toBe("billing")
    await loop.policy.move({ by: "max", reason: "a new dictionary" })
    expect((await loop.get(id))?.category).toBe("billing")
    const { lines } = await loop.explain(id)
    expect(lines.filter(({ event }) => event === "category-suggested").map(({ message }) => message)).toEqual([
      expect.stringContaining("safety")
    ])
    expect((await loop.get(await submit(loop, "c-4")))?.category).toBe("safety")
  })

  it("P18 · one case can move back to a version, given by the beginning of its hash", async () => {
    const store = memory()
    const first = version("one")
    const loop = await start(version("two", shorter, recomputes), store)
    const [a, b] = [await submit(loop), await submit(loop, "c-2")]
    const known = await start(first, store)
    await known.policy.move({ to: first.content.slice(0, 12), cases: [a], by: "max", reason: "too short" })
    expect([(await known.get(a))?.policy.content, (await known.get(b))?.policy.content === first.content]).toEqual([
      first.content,
      false
    ])
    await expect(known.policy.preview({ to: "0123456789" })).rejects.toSatisfy((error: unknown) =>
      isHearbackError(error, "policy/unknown-version")
    )
  })
  it("F-R3 · moving cases to a version that demands less needs the authority for that, and the reason is given", async () => {
    const store = memory()
    const before = await start(version("one", shorter), store)
    const id = await submit(before)
    const loop = await start(version("two", recomputes), store)
    const [kept] = moved(await loop.policy.move({ by: "ann", reason: "more time" }))
    expect(kept).toMatchObject({ case: id, clocks: expect.anything(), rejection: { code: "authority/deadline-later" } })
    expect(kept?.rejection?.message).toContain("`resolved` would be due")
    expect(await due(loop, id, "resolved")).toBe("2026-11-16T15:00:00.000Z")
    const [gone] = moved(await loop.policy.move({ by: "sue", reason: "more time" }))
    expect(gone).not.toHaveProperty("rejection")
    expect(await due(loop, id, "resolved")).toBe("2026-11-16T17:00:00.000Z")
    const { lines } = await loop.explain(id)
    expect(lines.find(({ event }) => event === "demands-reduced")?.message).toContain("more time")
  })
  it("a version is previewed without coming into force", async () => {
    const store = memory()
    const loop = await start(version("one"), store)
    await submit(loop)
    const second = version("two", shorter, recomputes)
    expect(moved(await loop.policy.preview({ to: second }))).toHaveLength(1)
    expect((await loop.health()).policy.content).not.toBe(second.content)
  })
  it("a version that is effective later waits: until then new cases are opened under the one before", async () => {
    const store = memory()
    const first = version("one")
    const next = version("two", shorter, ["language: en\n", "language: en\neffective: 2026-11-18\n"])
    await start(first, store)
    const loop = await start(next, store, "2026-11-17T09:00:00Z")
    expect(await due(loop, await submit(loop), "resolved")).toBe("2026-11-17T17:00:00.000Z")
    expect((await loop.health()).policy).toMatchObject({
      content: first.content,
      next: { content: next.content, effective: "2026-11-18" }
    })
    await loop.tick({ at: "2026-11-18T09:00:00Z" })
    expect((await loop.health()).policy.next).toBeUndefined()
    expect(await due(loop, await submit(loop, "c-2"), "resolved")).toBe("2026-11-18T15:00:00.000Z")
  })
})

describe("other calendars", () => {
  it("P19 · a holiday published meanwhile moves only open cases, stays with them, and moves nothing twice", async () => {
    const store = memory()
    const first = version("one")
    const published = version("two", ["closed: [2026-12-25", "closed: [2026-11-17, 2026-12-25"])
    const before = await start(first, store, "2026-11-16T12:00:00Z")
    const id = await submit(before)
    expect(await due(before, id, "resolved")).toBe("2026-11-17T12:00:00.000Z")
    const loop = await start(published, store, "2026-11-16T13:00:00Z")
    expect(moved(await loop.policy.preview({ only: "calendars" })).map((one) => one.case)).toEqual([id])
    await loop.policy.move({ only: "calendars", by: "system:host", reason: "published" })
    expect(await due(loop, id, "resolved")).toBe("2026-11-18T12:00:00.000Z")
    expect((await loop.get(id))?.policy.content).toBe(first.content)
    expect(moved(await loop.policy.move({ only: "calendars", by: "system:host", reason: "published" }))).toEqual([])
    // Clocks that start later use the same calendars.
    await loop.for({ actor: { id: "ann" } }).execute(id, { do: "set", facts: { severity: "critical" } })
    expect(await due(loop, id, "resolved")).toBe("2026-11-16T16:00:00.000Z")
    const { lines } = await loop.explain(id)
    expect(lines.map(({ event }) => event)).toContain("calendars-moved")
  })
})
