/**
 * Law: what customers say is nowhere in clear. After erasure nothing of it can be read in any table, what others said
 * still can, and the record still verifies.
 */
import { Actor } from "@hearback/core"
import { unseal } from "../../src/record/Seal.ts"
import { type EngineLaw, type Given, givenIn, type RunningEngine, startEngine } from "./EngineLife.ts"

const tenant = "default"

/** Returns everything in the tables, and everything of it that a key opens. */
const tables = async ({
  store,
  keys,
  engine
}: RunningEngine): Promise<{ readonly clear: string; readonly opened: string }> => {
  const { events } = await store.read(tenant, null, 100_000)
  const rows = await store.list(tenant, { limit: 200 })
  const arrivals = await store.intake(tenant, { limit: 200 })
  const letters = await store.claim(tenant, "outbox", { now: Number.MAX_SAFE_INTEGER, leaseMs: 0, limit: 1_000 })
  const messages = letters.map(({ message }) => message)
  const clear: unknown[] = [events, messages, rows, arrivals, await store.streams(tenant, null, 1_000)]
  const opened: unknown[] = []
  for (const { sealed } of [...events, ...messages]) {
    const found = sealed === undefined ? undefined : await unseal(keys, tenant, sealed)
    if (found?.ok === true) opened.push(found.value)
  }
  for (const { id } of rows.items) opened.push((await engine.cases.load(id)).state, await engine.cases.history(id))
  return { clear: JSON.stringify(clear, asText), opened: JSON.stringify(opened) }
}

/** Returns bytes as the text that they would be if they were not sealed. */
const asText = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value

const around = (text: string, word: string): string =>
  text.slice(Math.max(0, text.indexOf(word) - 200), text.indexOf(word))

/** Returns what a customer said that can be read. */
const readable = (said: readonly Given[], text: string, customer: string): readonly string[] =>
  said.filter((one) => one.customer === customer && text.includes(one.mark)).map((one) => one.mark)

/** The law of erasure. */
export const erasable: EngineLaw = {
  name: "erasable",
  violation: async (make, history) => {
    const live = await startEngine(await make(), history)
    const said = givenIn(history)
    for (const one of said) await live.give(one)
    await live.engine.work.tick()
    const before = await tables(live)
    const plain = said.find(({ mark }) => before.clear.includes(mark))
    if (plain !== undefined)
      return `the words of ${plain.sent.command.do} stand in clear: ${around(before.clear, plain.mark)}`
    const customers = ["carl", "dave", "eve"].filter((one) => said.some(({ customer }) => customer === one))
    for (const [n, customer] of customers.entries()) {
      await live.engine.erasure.erase(customer, {
        by: Actor.system("host"),
        reason: "asked for",
        evenIfKept: true,
        key: `erase:${n}`
      })
      const { clear, opened } = await tables(live)
      const [left] = readable(said, clear + opened, customer)
      if (left !== undefined) return `${left} of ${customer} can still be read`
      const others = customers.slice(n + 1)
      const gone = others.find(
        (other) => readable(said, opened, other).length < readable(said, before.opened, other).length
      )
      if (gone !== undefined) return `with ${customer} something of ${gone} was erased`
    }
    return (await live.engine.audit.verify()).ok ? undefined : "the record does not verify any more"
  }
}
