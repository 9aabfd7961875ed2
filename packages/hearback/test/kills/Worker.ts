/**
 * A process that works on a loop without end and prints each answer, to be killed at any moment. Arguments: store,
 * outbox, name.
 */
import { writeSync } from "node:fs"
import { setTimeout as pause } from "node:timers/promises"
import { Hearback, isHearbackError } from "hearback"
import { directory, policy, storeOf } from "./Host.ts"

const [place = "", outbox = "", name = ""] = process.argv.slice(2)

/** Prints an answer at once. A line that is not complete counts as not answered. */
const say = (...words: readonly string[]): void => void writeSync(1, `${words.join(" ")}\n`)

/** Repeats what can be tried again, because others work on the same store. */
const ask = async <T>(call: () => Promise<T>): Promise<T> => {
  for (;;)
    try {
      return await call()
    } catch (error) {
      if (!isHearbackError(error) || !error.retryable) throw error
      await pause(20)
    }
}

const open = async () => Hearback.open({ policy, people: directory, ...(await storeOf(place, outbox)) })
const loop = await ask(open)
const desk = loop.for({ actor: { id: "ann" } })

for (let n = 0; ; n++) {
  const key = `${name}-${n}`
  const feedback = { channel: "email", customer: `c-${(n % 3) + 1}`, verbatim: `The invoice ${key} is wrong` }
  const receipt = await ask(() => loop.submit(feedback, { key }))
  say("submit", key, receipt.outcome, receipt.case)
  const { items } = await ask(() => loop.list({ limit: 20 }))
  const id = items[n % items.length]?.id ?? receipt.case
  const noted = await ask(() => desk.execute(id, { do: "note", text: `note ${key}` }, { key: `note ${key}` }))
  if (noted.ok) say("note", key, id, noted.events.map((event) => event.id).join())
  const given = { do: "compensate", amount: 40, reason: `sorry ${key}` } as const
  const paid = await ask(() => desk.execute(id, given, { key: `pay ${key}` }))
  if (paid.ok) say("pay", key, id, paid.events.map((event) => event.id).join())
  await ask(() => loop.tick())
}
