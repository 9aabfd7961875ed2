/** Acts that concern more than one case: who may move cases to another version, and who may erase a customer. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Bundle } from "@hearback/core"
import { compileFile } from "@hearback/policy/node"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type TestLoop, testLoop } from "../src/testing.ts"

let folder = ""
let loop: TestLoop | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearback-governing-"))
  writeFileSync(
    join(folder, "people.yaml"),
    `hearback: 1
people:
  ann: { roles: [agent] }
  sue: { roles: [supervisor] }
  max: { roles: [manager] }
`
  )
})
afterEach(async () => {
  await loop?.close()
  loop = undefined
  rmSync(folder, { recursive: true, force: true })
})

const file = (authority: string, id = "shop"): string => {
  const path = join(folder, `${id}.policy.yaml`)
  writeFileSync(
    path,
    `hearback: 1
policy: ${id}
language: en
extends: [pack:starter]
time-zone: Europe/London
currency: EUR
authority: { ${authority} }
`
  )
  return path
}

const bundleOf = (path: string): Bundle.Bundle => {
  const { bundle, diagnostics } = compileFile(path)
  if (bundle === undefined) throw new Error(JSON.stringify(diagnostics))
  return bundle
}

const start = async (authority = "erase: { by: [manager, customer] }"): Promise<string> => {
  loop = await testLoop(file(authority), { at: "2026-11-16 09:00", people: join(folder, "people.yaml") })
  const receipt = await loop
    .for({ actor: { id: "ann" } })
    .submit({ channel: "phone", customer: "c-1", verbatim: "My parcel is late" })
  return receipt.case
}
const live = (): TestLoop => loop as TestLoop

/** Actors whom the policy does not name, as a host can name them. */
const others = ["ann", "sue", "c-1", "nobody", "system"]

describe("erasing a customer", () => {
  it.each([...others, { customer: "c-2" }])("F-R7 · is refused for %j, with who may", async (by) => {
    const id = await start()
    const answer = await live().customers.erase("c-1", { by, reason: "asked", evenIfKept: true })
    expect(answer).toMatchObject({ erased: false, kept: [], rejection: { code: "governing/wrong-person" } })
    expect(answer.erased === false && answer.rejection?.message).toContain("manager")
    expect((await live().get(id))?.verbatim).toContain("parcel")
  })

  it("F-R7 · is done for a role that the policy names, recorded with the person and the reason", async () => {
    const id = await start()
    expect(await live().customers.erase("c-1", { by: "max", reason: " ", evenIfKept: true })).toMatchObject({
      rejection: { code: "reason/missing" }
    })
    expect(await live().customers.erase("c-1", { by: "max", reason: "their wish", evenIfKept: true })).toMatchObject({
      erased: true,
      cases: [id]
    })
    const { lines } = await live().explain(id)
    expect(lines.at(-1)?.message).toMatch(/^max .*their wish/)
    expect((await live().get(id))?.verbatim).toBeUndefined()
  })

  it("F-R7 · can be requested by the customer if the policy says so, but never for what must be kept", async () => {
    const id = await start()
    const own = { by: { customer: "c-1" }, reason: "my right" }
    expect(await live().customers.erase("c-1", own)).toMatchObject({ erased: false, kept: [{ id }] })
    expect(await live().customers.erase("c-1", { ...own, evenIfKept: true })).toMatchObject({
      erased: false,
      rejection: { reasons: [{ code: "governing/wrong-person", message: expect.stringMatching(/; `manager` may$/) }] }
    })
    expect(await live().customers.erase("c-9", { by: { customer: "c-9" }, reason: "my right" })).toMatchObject({
      erased: true
    })
  })

  it("F-R7 · is only for the host if the policy names nobody", async () => {
    await start("erase: removed")
    for (const by of ["max", { customer: "c-1" }])
      expect(await live().customers.erase("c-1", { by, reason: "asked", evenIfKept: true })).toMatchObject({
        erased: false,
        rejection: { code: "governing/unsaid" }
      })
    expect(await live().customers.erase("c-1", { by: "system:host", reason: "asked", evenIfKept: true })).toMatchObject(
      {
        erased: true
      }
    )
  })

  it("F-R7 · cannot be a command on a case, because that would destroy no key", async () => {
    const id = await start()
    for (const actor of [{ id: "ann" }, { id: "max" }, { customer: "c-1" }])
      expect(
        await live()
          .for({ actor })
          .execute(id, { do: "erase", reason: "asked" } as never)
      ).toMatchObject({
        ok: false,
        rejection: { code: "command/unknown" }
      })
  })
})

describe("moving cases", () => {
  it.each([...others, { customer: "c-1" }])("F-R7 · is refused for %j, with who may", async (by) => {
    await start()
    for (const only of [{}, { only: "calendars" as const }]) {
      const answer = await live().policy.move({ ...only, by: by as string, reason: "from now on" })
      expect(answer).toMatchObject({ ok: false, rejection: { code: "governing/wrong-person" } })
      expect(!answer.ok && answer.rejection.message).toContain("manager")
    }
  })

  it("F-R7 · needs a reason, and is only for the host if the policy names nobody", async () => {
    await start("move: removed")
    expect(await live().policy.move({ by: "max", reason: "now" })).toMatchObject({
      ok: false,
      rejection: { code: "governing/unsaid" }
    })
    expect(await live().policy.move({ by: "system:host", reason: " " })).toMatchObject({
      ok: false,
      rejection: { code: "reason/missing" }
    })
    expect(await live().policy.move({ by: "system:host", reason: "now" })).toEqual({ ok: true, cases: [] })
  })

  it.each([{}, [], 7, { content: "x" }, { hearback: 1, id: "shop" }])(
    "F-R7 · to %j, which is no bundle, is an error of the call",
    async (to) => {
      await start()
      const said = { code: "call/invalid", message: expect.stringContaining("a bundle of a policy") }
      const order = { by: "max", reason: "now" }
      await expect(live().policy.move({ to: to as never, ...order })).rejects.toMatchObject(said)
      await expect(live().policy.preview({ to: to as never })).rejects.toMatchObject(said)
      await expect(live().policy.publish(to as never, order)).rejects.toMatchObject(said)
    }
  )

  it("F-R7 · to a bundle of another policy is refused, for its calendars, too, and a preview shows nothing", async () => {
    const id = await start()
    const to = bundleOf(file("publish: { by: [manager] }", "other"))
    const refused = { ok: false, rejection: { code: "governing/other-policy" } }
    for (const only of [{}, { only: "calendars" as const }]) {
      expect(await live().policy.preview({ to, ...only })).toMatchObject(refused)
      for (const by of ["max", "system:host"])
        expect(await live().policy.move({ to, ...only, by, reason: "now" })).toMatchObject(refused)
    }
    expect(await live().policy.publish(to, { by: "max", reason: "now" })).toMatchObject(refused)
    expect((await live().get(id))?.policy.id).toBe("shop")
  })
})
