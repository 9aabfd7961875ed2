/** A version of the policy comes into force only by a recorded decision. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Bundle } from "@hearback/core"
import { compileFile } from "@hearback/policy/node"
import { Hearback, isHearbackError, type Loop, memory, type OpenOptions, type Store } from "hearback"
import { sqlite } from "hearback/sqlite"
import { testLoop } from "hearback/testing"
import { afterEach, beforeEach, describe, expect, it } from "vitest"

let folder: string
let opened: Loop[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearback-publish-"))
  writeFileSync(
    join(folder, "people.yaml"),
    "hearback: 1\npeople:\n  ann: { name: Ann, roles: [agent] }\n  sue: { name: Sue, roles: [supervisor] }\n  max: { name: Max, roles: [manager] }\n  mia: { name: Mia, roles: [manager] }\n"
  )
})
afterEach(async () => {
  for (const loop of opened) await loop.close()
  opened = []
  rmSync(folder, { recursive: true })
})

const common =
  "hearback: 1\npolicy: shop\nlanguage: en\nextends: [pack:starter]\ntime-zone: Europe/London\ncurrency: GBP\ndictionary: { categories: { billing: { words: [invoice], defaults: { urgency: important } } } }\n"

/** Returns a policy file with another limit of agents, other authority, and other differences. */
const file = (limit: number, { authority = "", more = "" } = {}): string => {
  const path = join(folder, `v${limit}.policy.yaml`)
  const limits = `limits: { agent: { compensate: { per-case: ${limit}, per-month: 90000 } } }`
  writeFileSync(path, `${common}authority: { ${limits}${authority} }\n${more}`)
  return path
}
const bundleOf = (path: string): Bundle.Bundle => {
  const { bundle, diagnostics } = compileFile(path)
  if (bundle === undefined) throw new Error(JSON.stringify(diagnostics))
  return bundle
}

const open = async (options: Partial<OpenOptions> & { readonly store: Store }): Promise<Loop> => {
  const loop = await Hearback.open({ people: join(folder, "people.yaml"), ...options })
  opened.push(loop)
  return loop
}
const reopen = async (loop: Loop, options: Partial<OpenOptions>): Promise<Loop> => {
  await loop.close()
  opened = opened.filter((one) => one !== loop)
  return open({ store: sqlite(join(folder, "loop.db")), ...options })
}

/** Returns whether an agent may grant an amount on a new case without an approval. */
const gives = async (loop: Loop, amount: number): Promise<boolean> => {
  const ann = loop.for({ actor: { id: "ann" } })
  const { case: id } = await ann.submit({
    channel: "email",
    customer: "c-1",
    verbatim: `My invoice is wrong ${amount}`
  })
  const answer = await ann.execute(id, { do: "compensate", amount, reason: "sorry" })
  if (!answer.ok) throw new Error(answer.rejection.message)
  return answer.pending === undefined
}

const start = () => open({ policy: file(100), store: sqlite(join(folder, "loop.db")) })
const order = { by: "max", reason: "new limits from the board" }

describe("F-R9 · a policy that differs from the one in force", () => {
  it("does not take effect by opening: the version in force stays, and health says so", async () => {
    const rich = file(50_000)
    const loop = await reopen(await start(), { policy: rich })
    expect(await gives(loop, 40_000)).toBe(false)
    const { policy } = await loop.health()
    expect(policy).toMatchObject({
      content: bundleOf(file(100)).content,
      notPublished: {
        code: "policy/not-published",
        content: bundleOf(rich).content,
        message: expect.stringContaining("not published")
      }
    })
    expect((await loop.policy.versions()).map(({ content }) => content)).toEqual([bundleOf(file(100)).content])
  })

  it("takes effect when a person with authority publishes it, recorded with who, why and when", async () => {
    const loop = await start()
    const rich = file(50_000)
    expect(await gives(loop, 40_000)).toBe(false)
    for (const by of ["ann", "sue", "nobody-9"])
      expect(await loop.policy.publish(rich, { ...order, by })).toMatchObject({
        ok: false,
        rejection: { code: "governing/wrong-person", message: expect.stringContaining("manager") }
      })
    expect(await loop.policy.publish(rich, { ...order, reason: " " })).toMatchObject({
      ok: false,
      rejection: { code: "reason/missing" }
    })
    expect(await gives(loop, 40_000)).toBe(false)
    expect(await loop.policy.publish(rich, order)).toMatchObject({ ok: true, version: { state: "in-force" } })
    expect(await gives(loop, 40_000)).toBe(true)
    expect(await loop.policy.versions()).toMatchObject([
      { policy: "shop", content: bundleOf(rich).content, state: "in-force", ...order, at: expect.any(Date) },
      { content: bundleOf(file(100)).content, state: "past", by: "system:host", reason: "first-policy" }
    ])
    expect((await loop.health()).policy.notPublished).toBeUndefined()
    expect(await loop.verify()).toMatchObject({ ok: true })
    // It is in force for everyone who opens the store, with any file.
    expect(await gives(await reopen(loop, { policy: file(100) }), 9_000)).toBe(true)
  })

  it("is published on opening if a person with authority requests it, and not otherwise", async () => {
    const rich = file(50_000)
    const loop = await start()
    await loop.close()
    const refused = await Hearback.open({
      policy: rich,
      people: join(folder, "people.yaml"),
      store: sqlite(join(folder, "loop.db")),
      publish: { by: "ann", reason: "I want it" }
    }).catch((error: unknown) => error)
    expect(isHearbackError(refused, "policy/not-published")).toBe(true)
    expect((refused as Error).message).toContain("manager")
    const published = await open({ policy: rich, store: sqlite(join(folder, "loop.db")), publish: order })
    expect(await gives(published, 40_000)).toBe(true)
    expect((await published.policy.versions())[0]).toMatchObject(order)
  })

  it("waits for a second person if the policy in force wants one", async () => {
    const first = file(100, { authority: ", publish: { sign-off: [manager, supervisor] }" })
    const loop = await open({ policy: first, store: memory() })
    const rich = file(50_000)
    expect(await loop.policy.publish(rich, order)).toMatchObject({ ok: true, version: { state: "asked", by: "max" } })
    expect(await gives(loop, 40_000)).toBe(false)
    expect(await loop.policy.publish(rich, order)).toMatchObject({
      ok: false,
      rejection: { code: "publish/same-person" }
    })
    expect(await loop.policy.publish(rich, { by: "mia", reason: "looked at" })).toMatchObject({
      ok: true,
      version: { state: "in-force", by: "max", signedBy: "mia" }
    })
    expect(await gives(loop, 40_000)).toBe(true)
  })

  it("is not put into force by moving cases to it", async () => {
    const loop = await start()
    const rich = bundleOf(file(50_000))
    await loop
      .for({ actor: { id: "ann" } })
      .submit({ channel: "email", customer: "c-1", verbatim: "My invoice is wrong" })
    expect(await loop.policy.preview({ to: rich })).toMatchObject({ ok: true, cases: [{ to: rich.content }] })
    const moved = await loop.policy.move({ to: rich, by: "max", reason: "now" }).catch((error: unknown) => error)
    expect(isHearbackError(moved, "policy/not-published")).toBe(true)
  })

  it("with another id is refused, and so is a file with errors or with a wrong hash", async () => {
    const loop = await start()
    const other = file(50_000)
    writeFileSync(other, common.replace("policy: shop", "policy: other"))
    expect(await loop.policy.publish(other, { by: "system:host", reason: "now" })).toMatchObject({
      ok: false,
      rejection: { code: "governing/other-policy" }
    })
    const unclean = file(200, { more: "clocks: { agreed: { within: 1 dya } }\n" })
    const found = await loop.policy.publish(unclean, order).catch((error: unknown) => error)
    expect(isHearbackError(found, "policy/invalid") && found.diagnostics?.length).toBeGreaterThan(0)
    const rich = bundleOf(file(60_000))
    const forged = { ...rich, content: bundleOf(file(200)).content }
    const refused = await loop.policy.publish(forged, order).catch((error: unknown) => error)
    expect(isHearbackError(refused, "policy/altered")).toBe(true)
  })

  it("is published by opening with virtual time and in tests, and still recorded", async () => {
    const store = memory()
    const at = "2026-11-16 09:00"
    const people = join(folder, "people.yaml")
    await testLoop(file(100), { at, store, people })
    const loop = await testLoop(file(50_000), { at, store, people })
    expect(await gives(loop, 40_000)).toBe(true)
    expect((await loop.policy.versions()).map(({ by, reason }) => [by, reason])).toEqual([
      ["system:host", "virtual-time"],
      ["system:host", "first-policy"]
    ])
    // A person who publishes in their own name needs the authority, with virtual time, too.
    expect(await loop.policy.publish(file(70_000), { ...order, by: "ann" })).toMatchObject({ ok: false })
  })

  it("is used by another process with its next tick", async () => {
    const loop = await start()
    const other = await open({
      policy: file(100),
      store: { ...sqlite(join(folder, "loop.db")), name: "another process" }
    })
    await loop.policy.publish(file(50_000), order)
    await other.tick()
    expect(await gives(other, 40_000)).toBe(true)
  })

  it("is published once with the same key", async () => {
    const loop = await start()
    const rich = file(50_000)
    await loop.policy.publish(rich, order, { key: "k" })
    await loop.policy.publish(file(100), order)
    await loop.policy.publish(rich, order, { key: "k" })
    expect(await loop.policy.versions()).toHaveLength(3)
  })

  it("F-R9 · has the same answer with the same key, also while it waits for a second person", async () => {
    const loop = await open({
      policy: file(100, { authority: ", publish: { sign-off: [manager] }" }),
      store: memory()
    })
    const rich = file(50_000)
    for (const again of [1, 2]) {
      const asked = await loop.policy.publish(rich, order, { key: "ask" })
      expect(asked, `${again}`).toMatchObject({ ok: true, version: { state: "asked", by: "max" } })
    }
    for (const again of [1, 2]) {
      const signed = await loop.policy.publish(rich, { by: "mia", reason: "looked at" }, { key: "sign" })
      expect(signed, `${again}`).toMatchObject({ ok: true, version: { state: "in-force", signedBy: "mia" } })
    }
    await expect(loop.policy.publish(rich, { by: "mia", reason: "again" }, { key: "ask" })).rejects.toMatchObject({
      code: "key/reused"
    })
    expect(await loop.policy.versions()).toHaveLength(2)
  })
})

describe("F-E4 · a stored bundle", () => {
  const change = (of: string, from: string, to: string): void => {
    const database = new DatabaseSync(join(folder, "loop.db"))
    const rows = database.prepare("SELECT key, value FROM hearback_meta WHERE key LIKE ?").all(`${of}:%`)
    for (const { key, value } of rows) {
      expect(String(value)).toContain(from)
      database
        .prepare("UPDATE hearback_meta SET value = ? WHERE key = ?")
        .run(String(value).replace(from, to), String(key))
    }
    database.close()
  }
  const refusal = async (options: Partial<OpenOptions> = {}): Promise<unknown> =>
    Hearback.open({ people: join(folder, "people.yaml"), store: sqlite(join(folder, "loop.db")), ...options }).catch(
      (error: unknown) => error
    )

  it("whose limit was raised in the store is refused, and put right by the file it came from", async () => {
    const loop = await start()
    await loop.close()
    change("bundle", '"perCase":10000', '"perCase":40000000')
    expect(isHearbackError(await refusal(), "policy/altered")).toBe(true)
    const again = await open({ policy: file(100), store: sqlite(join(folder, "loop.db")) })
    expect(await gives(again, 40_000)).toBe(false)
  })

  it.each([
    ["bundle", '"currency":{"code":"GBP"', '"currency":{"code":"JPY"'],
    ["bundle", '"effective":"2026-01-01"', '"effective":"2030-01-01"'],
    ["bundle", '"id":"shop"', '"id":"shop2"']
  ])("with any other change is refused: %s %s", async (of, from, to) => {
    const loop = await open({
      policy: file(100, { more: "effective: 2026-01-01\n" }),
      store: sqlite(join(folder, "loop.db"))
    })
    await loop.close()
    change(of, from, to)
    expect(isHearbackError(await refusal(), "policy/altered")).toBe(true)
  })

  it("that is missing is not replaced by the one in force", async () => {
    const loop = await start()
    const ann = loop.for({ actor: { id: "ann" } })
    const { case: id } = await ann.submit({ channel: "email", customer: "c-1", verbatim: "My invoice is wrong" })
    const first = bundleOf(file(100)).content
    await loop.policy.publish(file(50_000), order)
    await loop.close()
    const database = new DatabaseSync(join(folder, "loop.db"))
    database.prepare("DELETE FROM hearback_meta WHERE key = ?").run(`bundle:${first}`)
    database.close()
    const again = await open({ store: sqlite(join(folder, "loop.db")) })
    const answer = await again
      .for({ actor: { id: "ann" } })
      .execute(id, { do: "compensate", amount: 40_000, reason: "sorry" })
      .catch((error: unknown) => error)
    expect(isHearbackError(answer, "policy/unknown-version")).toBe(true)
  })
})
