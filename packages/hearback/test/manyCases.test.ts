/** A customer with very many cases: the work for one more piece of feedback does not grow with them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { unseal } from "@hearback/engine"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type Feedback, Hearback, type Loop, memory, type Receipt, type Store } from "../src/index.ts"
import { sqlite } from "../src/sqlite.ts"

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

let folder = ""
let loop: Loop
let now = 0
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearback-many-"))
  now = Date.UTC(2026, 10, 16, 9)
})
afterEach(async () => {
  await loop.close()
  rmSync(folder, { recursive: true, force: true })
})

const open = async (store: Store, under = policy): Promise<void> => {
  loop = await Hearback.open({ policy: under, store, clock: { now: () => now } })
}

const say = async (verbatim: string, more: Partial<Feedback> = { customer: "c-1" }): Promise<Receipt> => {
  now += 1_000
  return loop.submit({ channel: "phone", verbatim, ...more })
}

/** Submits a number of different texts; returns the cases. */
const sayMany = async (from: number, count: number, more?: Partial<Feedback>): Promise<readonly Receipt[]> => {
  const receipts: Receipt[] = []
  for (let n = from; n < from + count; n++) receipts.push(await say(text(n), more))
  return receipts
}

const landed = ({ outcome, case: id }: Receipt): string => `${outcome} ${id}`
const joining = (receipt: Receipt | undefined): string => `joined ${receipt?.case}`

describe("F-J6 · a customer with very many cases", { timeout: 240_000 }, () => {
  it("needs as much reading with 400 open cases as with 100", async () => {
    const { store, reads } = counted(memory())
    await open(store)
    let n = 0
    const take = async (count: number): Promise<void> => {
      await sayMany(n, count)
      n += count
    }
    const looked = async (): Promise<number> => {
      const before = reads()
      await take(34)
      return (reads() - before) / 34
    }
    await take(66)
    const few = await looked()
    await take(266)
    const many = await looked()
    expect((await loop.count({ customer: "c-1", state: "open" })).count).toBe(400)
    // A new id is looked up again when it is taken.
    expect(many).toBeLessThan(few + 2)
  })

  it("has none overlooked, in other words, by another process, or if something was added later", async () => {
    const file = join(folder, "loop.db")
    await open(sqlite(file))
    const receipts = await sayMany(0, 205)
    const [first, second, third] = receipts
    expect(landed(await say(`Again: ${text(0)}!`))).toBe(joining(first))
    expect(landed(await say(text(1).replace("wobbles", "wobles")))).toBe(joining(second))
    await loop.close()
    await open(sqlite(file))
    expect(landed(await say(text(2)))).toBe(joining(third))
    // Feedback with small changes each time is still the same, however old the first is.
    await say("The marble statue of the old duke fell over in the storm of Friday night")
    const statue = await say(
      "The marble statue of the old duke fell over in the storm of Friday night, sadly onto our bench"
    )
    await sayMany(205, 20)
    const bench = await say(
      "The marble statue of the duke fell over in the storm of Friday, sadly onto our bench, and broke it"
    )
    expect(landed(bench)).toBe(joining(statue))
    await sayMany(225, 20)
    const broken = await say("The statue of the duke fell, sadly onto our bench, and broke it, and nobody came to look")
    expect(landed(broken)).toBe(joining(statue))
    // With another number it is another matter; without one it matches any earlier text with the same words.
    expect((await say(text(3).replace(/\d+$/, "990001"))).outcome).toBe("opened")
    expect(landed(await say(text(4).replace(/, order.*$/, "")))).toBe(joining(receipts[4]))
  })

  it("is found by a number that came later, too", async () => {
    await open(memory())
    const first = await say("The green kettle leaks onto the marble floor")
    const green = await say("The green kettle leaks onto the marble floor")
    expect(landed(green)).toBe(joining(first))
    await sayMany(0, 20)
    await loop
      .for({ actor: { customer: "c-1" } })
      .execute(green.case ?? "", { do: "write", text: "It is order 7654321" })
    await sayMany(20, 20)
    const again = await say("The green kettle leaks onto the marble floor, order 7654321")
    expect(landed(again)).toBe(joining(first))
    expect((await say("The green kettle leaks onto the marble floor, order 7654322")).outcome).toBe("opened")
  })

  it("has no unencrypted words, and once erased no copy of the store can be searched", async () => {
    const file = join(folder, "loop.db")
    await open(sqlite(file))
    await sayMany(0, 20)
    const canary = "zqcanary complains of zqweasel in zqcellar"
    const first = await say(canary)
    await sayMany(20, 20)
    expect(landed(await say(canary))).toBe(joining(first))
    const inClear = (): readonly string[] =>
      readdirSync(folder).filter((name) =>
        /zqcanary|zqweasel|zqcellar/i.test(readFileSync(join(folder, name), "latin1"))
      )
    expect(inClear()).toEqual([])
    const segmentsIn = async (store: Store): Promise<number> => {
      const found = await store.events.segments("default", "c-1", 0, 1_000)
      const opened = await Promise.all(found.map(({ sealed }) => unseal(store.keys, "default", sealed)))
      return opened.filter(({ ok }) => ok).length
    }
    const copy = join(folder, "copy.db")
    execute(file, `VACUUM INTO '${copy}'`)
    const before = sqlite(copy, { keys: `${file}.keys` })
    expect(await segmentsIn(before)).toBeGreaterThan(1)
    await loop.customers.erase("c-1", { by: "system:host", reason: "asked for", evenIfKept: true }, { key: "e" })
    expect(await segmentsIn(before)).toBe(0)
    await before.events.close()
    execute(file, "SELECT 1", (rows) => expect(rows).toHaveLength(1))
    execute(file, "SELECT number FROM hearback_segment", (rows) => expect(rows).toEqual([]))
    // A returning customer has no earlier words, and is known again from then on.
    const back = await say(canary)
    expect(back.outcome).toBe("opened")
    await sayMany(0, 20)
    expect(landed(await say(canary))).toBe(joining(back))
  })

  it("has no words of another customer of a merged case in their index, and these are still found", async () => {
    await open(sqlite(join(folder, "loop.db")))
    const [mine] = await sayMany(0, 20)
    const theirs = await say("The iron gate of the park is jammed and squeaks terribly", { customer: "c-2" })
    const merged = await loop
      .for({ actor: { id: "ann" } })
      .execute(theirs.case ?? "", { do: "merge", into: mine?.case ?? "", reason: "one matter" })
    expect(merged.ok).toBe(true)
    while ((await loop.tick()).more);
    await sayMany(20, 20)
    expect(landed(await say("The iron gate of the park is jammed and squeaks terribly"))).toBe(joining(mine))
  })

  it("is not confused with anonymous cases if the policy compares something else", async () => {
    const under = join(folder, "open.policy.yaml")
    writeFileSync(under, `${readFileSync(policy, "utf8")}\nintake: { same-case: { same: [channel] } }\n`)
    await open(sqlite(join(folder, "loop.db")), under)
    const [first] = await sayMany(0, 20, {})
    await sayMany(40, 1)
    await sayMany(41, 20, {})
    expect(landed(await say(text(0), {}))).toBe(joining(first))
    expect((await say(text(40), {})).outcome).toBe("opened")
    // An anonymous customer thanks nobody and answers no question.
    expect((await say("Thank you very much!", {})).outcome).toBe("opened")
  })

  it("has all cases joined if everything is alike", async () => {
    const under = join(folder, "open.policy.yaml")
    writeFileSync(
      under,
      `${readFileSync(policy, "utf8")}\nintake: { same-case: { same: [customer, module], alike: 0% } }\n`
    )
    await open(memory(), under)
    const first = await say(text(0).replace(/, order.*$/, ""), { customer: "c-1", facts: { module: "shelf" } })
    await sayMany(1, 20)
    expect(landed(await say("Something else altogether", { customer: "c-1", facts: { module: "shelf" } }))).toBe(
      joining(first)
    )
  })
})

const execute = (file: string, sql: string, look: (rows: readonly unknown[]) => void = () => {}): void => {
  const database = new DatabaseSync(file)
  look(database.prepare(sql).all())
  database.close()
}
