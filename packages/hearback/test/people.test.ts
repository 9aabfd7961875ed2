/** The staff while their file changes, breaks or is removed: ticks continue, and notices must reach somebody. */
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Hearback, type Loop, memory, type OpenOptions, type Store } from "hearback"
import { sqlite } from "hearback/sqlite"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"

const policy = join(import.meta.dirname, "../../../examples/first/first.policy.yaml")
const words = { channel: "phone", customer: "C-17", verbatim: "Third time my invoice is wrong. Unacceptable." }
const staff = (...lines: readonly string[]): string =>
  `hearback: 1\npeople:\n${lines.map((line) => `  ${line}\n`).join("")}`
const ann = "ann: { name: Ann Vale, roles: [agent] }"
const sue = "sue: { name: Sue Hill, roles: [supervisor] }"
const max = "max: { name: Max Moor, roles: [manager] }"
const broken = "hearback: 1\npeople: [\n"

let folder: string
let file: string
const loops: Loop[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearback-people-"))
  file = join(folder, "people.yaml")
  write(staff(ann, sue, max))
})
afterEach(async () => {
  vi.restoreAllMocks()
  for (const loop of loops.splice(0)) await loop.close()
  rmSync(folder, { recursive: true })
})
let changes = 0
const write = (text: string): void => {
  writeFileSync(file, text)
  // Two writes within one tick of the file clock are still two versions.
  changes += 1
  utimesSync(file, new Date(1_700_000_000_000 + changes * 1000), new Date(1_700_000_000_000 + changes * 1000))
}
const open = async (store: Store, more: Partial<OpenOptions> = {}): Promise<Loop> => {
  const loop = await Hearback.open({ policy, people: file, store, ...more })
  loops.push(loop)
  return loop
}
/** Waits, because the file is not checked at each call. */
const later = (): void => {
  const now = performance.now()
  vi.spyOn(performance, "now").mockImplementation(() => now + 5_000 * (changes + 1))
}
const mayNote = async (loop: Loop, id: string, person: string): Promise<boolean> =>
  (await loop.for({ actor: { id: person } }).execute(id, { do: "note", text: "x" })).ok

describe("the people file", () => {
  it("F-I12 · is read again when it has changed", async () => {
    const loop = await open(memory())
    const { case: id } = await loop.submit(words)
    expect(await mayNote(loop, id, "bob")).toBe(false)
    write(staff(ann, sue, max, "bob: { name: Bob Dell, roles: [agent] }"))
    later()
    expect(await mayNote(loop, id, "bob")).toBe(true)
    write(staff(sue, max))
    later()
    expect(await mayNote(loop, id, "bob")).toBe(false)
  })

  it.each([
    ["broken", () => write(broken)],
    ["gone", () => rmSync(file)],
    ["of another shape", () => write("hearback: 1\npeople: { ann: { rolls: [agent] } }\n")]
  ])("F-I12 · that is %s while a loop is open leaves the last known people, and health reports it", async (_, harm) => {
    const warned: string[] = []
    const logger = { info: () => {}, warn: (message: string) => warned.push(message), error: () => {} }
    const loop = await open(memory(), { logger })
    const { case: id } = await loop.submit(words)
    expect((await loop.health()).people).toEqual({})
    harm()
    later()
    expect(await mayNote(loop, id, "ann")).toBe(true)
    expect((await loop.health()).people.lastReloadError).toContain("people.yaml")
    expect(warned).toHaveLength(1)
    write(staff(ann, sue, max))
    later()
    expect((await loop.health()).people).toEqual({})
  })

  it("F-I12 · that is broken when a loop is opened leaves the last known people", async () => {
    const path = join(folder, "loop.db")
    const first = await open(sqlite(path))
    const { case: id } = await first.submit(words)
    await first.close()
    write(broken)
    const loop = await open(sqlite(path))
    expect(await mayNote(loop, id, "ann")).toBe(true)
    expect((await loop.health()).people.lastReloadError).toContain("cannot be used")
    await loop.close()
    // Names and addresses of the staff are personal, so they are encrypted.
    expect(readFileSync(path).includes("Ann Vale")).toBe(false)
  })

  it.each<readonly [what: string, text: string | undefined]>([
    ["is gone", undefined],
    ["has nobody any more", "hearback: 1\npeople: {}\n"],
    ["has nobody with a role of the policy", staff("ann: { name: Ann }")]
  ])("F-I12 · that %s prevents opening a store whose open cases need staff", async (_, text) => {
    const store = memory()
    const beside = join(folder, "first.policy.yaml")
    writeFileSync(beside, readFileSync(policy))
    await (await open(store)).submit(words)
    if (text === undefined) rmSync(file)
    else write(text)
    const reopened = Hearback.open({ policy: beside, store })
    await expect(reopened).rejects.toMatchObject({
      code: "people/missing",
      message: expect.stringContaining("owns")
    })
  })

  it("F-I12 · is not needed if no case is open, or no people were ever known", async () => {
    const empty = memory()
    await open(empty)
    rmSync(file)
    const bundle = { policy: (await import("@hearback/policy/node")).compileFile(policy).bundle ?? expect.fail() }
    const without = async (store: Store) => {
      const loop = await Hearback.open({ ...bundle, store })
      loops.push(loop)
      return loop
    }
    await without(empty)
    const nobody = memory()
    const loop = await without(nobody)
    await loop.for({ actor: { id: "ann" } }).submit(words)
    await expect(without(nobody)).resolves.toBeDefined()
  })

  it("F-I12 · cannot replace the directory of a host in its store", async () => {
    const store = memory()
    const directory = {
      person: async (id: string) => ({ id, roles: ["agent"] }),
      withRole: async (role: string) => (role === "agent" ? [{ id: "ann", roles: ["agent"] }] : []),
      absence: async () => undefined
    }
    const loop = await open(store, { people: directory })
    await loop.submit(words)
    write("hearback: 1\npeople: {}\n")
    await expect(open(store)).rejects.toMatchObject({ code: "people/missing" })
  })
})
