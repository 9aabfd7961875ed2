/** Erasing a customer, and the messages to the person who orders it. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Hearback } from "hearback"
import { sqlite } from "hearback/sqlite"
import { expect, it } from "vitest"
import { example, folder, hearback, type Ran } from "../Capture.ts"

const policy = `hearback: 1
policy: shop
language: en
extends: [pack:base]
time-zone: Europe/London
channels: { email: { mode: passive } }
dictionary: { otherwise: other, categories: { other: { words: [] } } }
loops: { complaint: { when: { kind: complaint }, customer-loop: { told: { needs: result } } } }
retention: { keep: 6 months }
authority: { erase: { by: [supervisor, customer] } }
`

it("reports what keeps a customer's data and until when, and erases anyway on request", async () => {
  const cwd = folder()
  const call = (...words: readonly string[]): Promise<Ran> => hearback(words, { cwd, env: { HEARBACK_DB: "loop.db" } })
  writeFileSync(join(cwd, "shop.policy.yaml"), policy)
  writeFileSync(join(cwd, "people.yaml"), "hearback: 1\npeople: { ann: { roles: [supervisor] } }\n")
  writeFileSync(join(cwd, "in.csv"), "at,who,said\n2026-11-20 10:00,C-17,The teapot is broken\n")
  const map = ["received=at", "customer=who", "verbatim=said", "channel:=email"].flatMap((pair) => ["--map", pair])
  await call("ingest", "shop.policy.yaml", "--input", "in.csv", ...map, "--virtual-time", "--at", "2026-11-20 10:30")
  const id: string = (await call("worklist", "--json")).json.cases[0].id
  const erase = (...more: readonly string[]) => call("erase", "C-17", "--as", "ann", "--reason", "asked", ...more)

  const open = await erase()
  expect(open.exit).toBe(1)
  expect(open.out).toMatch(
    new RegExp(`the record of C-17 must still be kept[^]+${id} +open +not known yet[^]+--even-if-kept`)
  )

  await call("act", id, "pass", "told", "--result", "a new one", "--as", "ann")
  expect((await call("case", id)).out).toMatch(/kept until +(?:\w+ )?20 May 2027/)
  const closed = await erase("--lang", "zh")
  expect(closed.out).toMatch(new RegExp(`C-17 仍须保存[^]+${id} +已结案 +2027年5月20日`))
  expect((await erase("--json")).json).toMatchObject({ erased: false, kept: [{ id, state: "closed" }] })

  const erased = await erase("--even-if-kept")
  expect(erased).toMatchObject({ exit: 0, out: expect.stringContaining("C-17 is erased from 1 case") })
  const shown = await call("case", id, "--why")
  expect(shown.out).not.toContain("teapot")
  expect(shown.out).toMatch(/ann erased the personal data: asked/)
  expect((await call("verify")).exit).toBe(0)
  const slip = await call("erase", "C-71", "--as", "ann", "--reason", "asked")
  expect(slip).toMatchObject({ exit: 1, out: expect.stringContaining("nothing is known about C-71") })
})

it("F-D18 · erases messages in all folders that were used", async () => {
  const cwd = folder()
  const call = (...words: readonly string[]): Promise<Ran> => hearback(words, { cwd, env: { HEARBACK_DB: "loop.db" } })
  writeFileSync(join(cwd, "in.csv"), "at,who,said\n2026-11-20 10:00,C-17,The teapot is broken\n")
  const map = ["received=at", "customer=who", "verbatim=said", "channel:=email"].flatMap((pair) => ["--map", pair])
  await call(
    "ingest",
    example("first/first.policy.yaml"),
    "--input",
    "in.csv",
    ...map,
    "--virtual-time",
    "--at",
    "2026-11-20 10:30"
  )
  await call("tick", "--deliver-to", "one")
  const id: string = (await call("worklist", "--json")).json.cases[0].id
  await call("act", id, "write", "--text", "We are on it.", "--as", "agent-7")
  await call("tick", "--deliver-to", "two")
  const files = () => ["one", "two"].map((name) => readdirSync(join(cwd, name)).length)
  expect(files().every((count) => count > 0)).toBe(true)
  const erased = await call("erase", "C-17", "--as", "manager-3", "--reason", "asked", "--even-if-kept")
  expect(erased.exit).toBe(0)
  expect(files()).toEqual([0, 0])
})

/** Makes a store with separate keys and an arrival of Q-1 in quarantine. */
const apart = async (): Promise<{ readonly cwd: string; readonly options: { readonly keys: string } }> => {
  const cwd = folder()
  mkdirSync(join(cwd, "k"))
  writeFileSync(join(cwd, "shop.policy.yaml"), policy)
  writeFileSync(join(cwd, "people.yaml"), "hearback: 1\npeople: { ann: { roles: [supervisor] } }\n")
  const options = { keys: join(cwd, "k", "loop.keys") }
  const store = sqlite(join(cwd, "loop.db"), options)
  const loop = await Hearback.open({ policy: join(cwd, "shop.policy.yaml"), people: join(cwd, "people.yaml"), store })
  const bad = { channel: "no-such", customer: "Q-1", verbatim: "my teapot" } as const
  expect(await loop.submit(bad, { key: "q" })).toMatchObject({ outcome: "quarantined" })
  await loop.close()
  return { cwd, options }
}

it.each(["", "--even-if-kept"])("an erasure without the keys is refused, with the reason %s", async (more) => {
  const { cwd } = await apart()
  const words = ["erase", "Q-1", "--as", "ann", "--reason", "asked", "--db", "loop.db", "--people", "people.yaml"]
  const ran = await hearback([...words, ...(more === "" ? [] : [more])], { cwd })
  expect(ran).toMatchObject({ exit: 2, out: "" })
  expect(ran.err).toMatch(/store\/keys.*missing/)
  const { out } = await hearback(["quarantine", "--db", "loop.db", "--key-file", "k/loop.keys"], { cwd })
  expect(out).toContain("my tea")
})

it("a record with a missing key file is not called broken, and is complete with the file", async () => {
  const { cwd } = await apart()
  const verify = (more: readonly string[], env = {}) => hearback(["verify", "--db", "loop.db", ...more], { cwd, env })
  const without = await verify([])
  expect(without).toMatchObject({ exit: 2, out: "" })
  expect(without.err).toContain("error[store/keys]: the key file of the store `loop.db` is missing")
  expect(without.err).toContain("--key-file")
  expect((await verify(["--lang", "zh"])).err).toContain("找不到数据文件 `loop.db` 的密钥文件")
  expect((await verify(["--key-file", "no.keys"])).err).toContain("--> no.keys")
  expect(await verify(["--key-file", "k/loop.keys"])).toMatchObject({ exit: 0, out: expect.stringContaining("intact") })
  expect(await verify(["--密钥文件", "k/loop.keys"])).toMatchObject({ exit: 0 })
  expect(await verify([], { HEARBACK_KEY_FILE: "k/loop.keys" })).toMatchObject({ exit: 0 })
})

it.each(["quarantine", "worklist", "list", "undelivered", "measures"])(
  "%s says that encrypted data is not erased if keys are missing",
  async (look) => {
    const { cwd } = await apart()
    const ran = (more: readonly string[]) => hearback([look, "--db", "loop.db", ...more], { cwd })
    expect(await ran([])).toMatchObject({
      exit: 0,
      err: expect.stringContaining("sealed data looks erased, but it is not")
    })
    expect((await ran(["--lang", "zh"])).err).toContain("其实并未擦除")
    expect((await ran(["--key-file", "k/loop.keys"])).err).not.toContain("erased")
  }
)

it("needs a responsible person and a reason", async () => {
  const ran = await hearback(["erase", "C-17", "--reason", "asked"], { cwd: folder(), env: { HEARBACK_DB: "loop.db" } })
  expect(ran.exit).toBe(2)
  expect(ran.err).toContain("--as")
})
