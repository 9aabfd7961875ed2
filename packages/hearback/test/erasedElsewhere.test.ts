/** A customer whom one process erased is forgotten by the others, whatever they had read before. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Hearback, type Loop } from "hearback"
import { sqlite } from "hearback/sqlite"
import { afterAll, expect, it } from "vitest"

const root = mkdtempSync(join(tmpdir(), "hearback-elsewhere-"))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const policy = join(root, "shop.policy.yaml")
writeFileSync(
  policy,
  "hearback: 1\npolicy: shop\nlanguage: en\nextends: [pack:starter]\ntime-zone: Europe/London\ncurrency: GBP\n"
)

/** Without a name, the store is opened as if by another process. */
const open = (): Promise<Loop> => {
  const { events, keys } = sqlite(join(root, "loop.db"))
  return Hearback.open({ policy, store: { events, keys } })
}

it("a process that had read a case shows nothing of its customer any more", async () => {
  const [one, other] = [await open(), await open()]
  const words = "my invoice of the 3rd of May is wrong"
  const { case: id = "" } = await one.submit({ channel: "email", customer: "c-1", verbatim: words })
  expect((await other.get(id))?.verbatim).toBe(words)
  const order = { by: "system:host", reason: "asked for it", evenIfKept: true } as const
  expect(await one.customers.erase("c-1", order)).toMatchObject({ erased: true })
  for (const loop of [one, other]) expect(JSON.stringify(await loop.get(id))).not.toContain("3rd of May")
  // Later decisions use what is left.
  expect(await other.execute(id, { do: "note", text: "she called" })).toMatchObject({ ok: true })
  expect(JSON.stringify(await other.get(id))).not.toContain("3rd of May")
  await one.close()
  await other.close()
})
