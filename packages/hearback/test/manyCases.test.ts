/** A customer with very many cases: what is looked at for one more piece of feedback does not grow with them. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it } from "vitest"
import { Hearback, memory, type Store } from "../src/index.ts"

const policy = join(import.meta.dirname, "learning/shop.policy.yaml")
const firsts = ["red", "blue", "green", "grey", "white", "black", "brown", "pink", "gold", "plain"]
const things = ["kettle", "table", "lamp", "carpet", "window", "ladder", "pillow", "drawer", "mirror", "basket"]
const faults = ["leaks", "wobbles", "flickers", "frays", "rattles", "squeaks", "tears", "sticks", "cracks", "bends"]
const places = ["kitchen", "hall", "cellar", "attic", "garden", "bathroom"]

const text = (n: number): string => {
  const of = (words: readonly string[], by: number): string => words[Math.floor(n / by) % words.length] ?? ""
  return `The ${of(firsts, 1)} ${of(things, 10)} in the ${of(places, 1000)} ${of(faults, 100)}, order ${100_000 + n}`
}

/** A store that counts how many streams and pages are read. */
const counted = (store: Store): { readonly store: Store; readonly reads: () => number } => {
  let reads = 0
  const events = new Proxy(store.events, {
    get: (target, name, receiver) => {
      const member: unknown = Reflect.get(target, name, receiver)
      if ((name !== "load" && name !== "list") || typeof member !== "function") return member
      return (...given: readonly unknown[]): unknown => {
        reads += 1
        return member.apply(target, given)
      }
    }
  })
  return { store: { ...store, events }, reads: () => reads }
}

it("F-J6 · of 1,200 open cases of one customer as many are looked at as of 300", { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "hearback-many-"))
  const { store, reads } = counted(memory())
  let now = Date.UTC(2026, 10, 16, 9)
  const loop = await Hearback.open({ policy, store, clock: { now: () => now } })
  let n = 0
  const take = async (count: number): Promise<void> => {
    const feedback = Array.from({ length: count }, () => {
      now += 1_000
      n += 1
      return { channel: "phone", customer: "c-1", verbatim: text(n) }
    })
    for (const one of feedback) await loop.submit(one)
  }
  const looked = async (): Promise<number> => {
    const before = reads()
    await take(10)
    return (reads() - before) / 10
  }
  await take(290)
  const few = await looked()
  await take(890)
  const many = await looked()
  expect((await loop.count({ customer: "c-1", state: "open" })).count).toBe(1_200)
  // A new id is looked up once more where it is taken.
  expect(many).toBeLessThan(few + 2)
  await loop.close()
  rmSync(folder, { recursive: true, force: true })
})
