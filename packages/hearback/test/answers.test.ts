/**
 * Answers of adapters that break their port, because they are written in JavaScript or pass on what a service
 * returned.
 */
import type { Classifier, CustomerDirectory, Directory, Failure, KeyStore } from "@hearback/engine"
import { Hearback, isHearbackError, type Loop, memory, type OpenOptions } from "hearback"
import { describe, expect, it, onTestFinished } from "vitest"

const policy = new URL("../../../examples/first/first.policy.yaml", import.meta.url).pathname
const words = { channel: "phone", customer: "C-17", verbatim: "Third time my invoice is wrong." }
const start = Date.parse("2026-11-16T01:40:00Z")

/** A port, a wrong answer of one of its members, and the expected message. */
interface Row {
  readonly port: string
  readonly answer: unknown
  readonly said: RegExp
  readonly options: (answer: <T>(good: T) => T) => Partial<OpenOptions>
}

const people = (wrong: Partial<Record<keyof Directory, <T>(good: T) => T>>): Directory => {
  const via = async <T>(operation: keyof Directory, good: T): Promise<T> => {
    const answer = wrong[operation]
    return answer === undefined ? good : answer(good)
  }
  return {
    person: (id) => via("person", { id, roles: ["agent"] }),
    withRole: (role) => via("withRole", [{ id: `${role}-1`, roles: [role] }]),
    absence: async (_id, _at) => (wrong.absence === undefined ? undefined : wrong.absence(undefined))
  }
}
const directory = (operation: keyof Directory) => (answer: <T>(good: T) => T) => ({
  people: people({ [operation]: answer })
})
const customers = (answer: <T>(good: T) => T) => {
  const customer: CustomerDirectory["customer"] = async () => answer(undefined)
  return { customers: { customer } }
}
const keys = (answer: <T>(good: T) => T) => {
  const store = memory()
  const keyOf: KeyStore["keyOf"] = async (...given) => answer(await store.keys.keyOf(...given))
  return { store: { events: store.events, keys: { ...store.keys, keyOf } } }
}
const clock = (answer: <T>(good: T) => T) => ({ clock: { now: () => answer(start) } })
const row = (port: string, options: Row["options"], answer: unknown, said: RegExp): Row => ({
  port,
  options,
  answer,
  said
})

const rows: readonly Row[] = [
  row("directory", directory("withRole"), { people: [] }, /it answered an object; expected: a list/),
  row("directory", directory("withRole"), null, /it answered null; expected: a list/),
  row("directory", directory("withRole"), ["agent-7"], /`\[0\]` of its answer is a text; expected: an object/),
  row("directory", directory("withRole"), [{ id: 7, roles: [] }], /`\[0\]\.id` of its answer is a number/),
  row("directory", directory("withRole"), [{ id: "a", roles: "agent" }], /`\[0\]\.roles` of its answer is a text/),
  row("directory", directory("withRole"), [{ id: "", roles: [] }], /`\[0\]\.id` of its answer is an empty text/),
  row("directory", directory("absence"), true, /it answered boolean; expected: an object/),
  row("directory", directory("absence"), { until: "Friday" }, /`until` of its answer is a text/),
  row("customers", customers, "Zoë", /it answered a text; expected: an object/),
  row("customers", customers, { language: "fr" }, /`language` of its answer is "fr"; expected: "en", "zh-CN"/),
  row("customers", customers, { consent: "mail" }, /`consent` of its answer is a text; expected: a list/),
  row("customers", customers, { facts: { vip: { since: 2020 } } }, /`facts` of its answer is an object/),
  row("keys", keys, "secret", /it answered a text; expected: 32 bytes/),
  row("keys", keys, new Uint8Array(16), /it answered an object; expected: 32 bytes/),
  row("keys", keys, undefined, /it answered undefined; expected: 32 bytes/),
  row("clock", clock, new Date(start), /it answered an object; expected: a number of ms/),
  row("clock", clock, Number.NaN, /it answered NaN/),
  row("clock", clock, "2026-11-16", /it answered a text/),
  row("clock", clock, Number.MAX_VALUE, /expected: a number of ms since 1970/)
]

const open = async (options: Partial<OpenOptions>): Promise<{ loop: Loop; failures: Failure[] }> => {
  const failures: Failure[] = []
  const onError = (failure: Failure): void => void failures.push(failure)
  const loop = await Hearback.open({
    policy,
    store: memory(),
    people: people({}),
    clock: { now: () => start },
    onError,
    ...options
  })
  onTestFinished(() => loop.close())
  return { loop, failures }
}

describe("F-D6 · a wrong answer of an adapter fails the call", () => {
  it.each(rows.map((one) => [one.port, JSON.stringify(one.answer) ?? "undefined", one] as const))(
    "%s: %s",
    async (port, _, { options, answer, said }) => {
      let isWrong = false
      const { loop, failures } = await open(options(<T>(good: T) => (isWrong ? (answer as T) : good)))
      const { case: first } = await loop.submit(words)
      isWrong = true
      const met = await loop.submit({ ...words, customer: "C-18" }).catch((error: unknown) => error)
      if (isHearbackError(met)) expect(met).toMatchObject({ code: "adapter/failed", retryable: true })
      else expect(met).toMatchObject({ outcome: "received" })
      const told = failures.filter((failure) => failure.port === port)
      expect(told).not.toEqual([])
      for (const { message, cause } of told)
        if (port === "customers") expect(message).toContain("customers")
        else expect(`${message} ${cause.name}`).toMatch(new RegExp(`${said.source}.* TypeError`))
      isWrong = false
      await loop.tick()
      expect(await loop.submit({ ...words, customer: "C-18" }, { key: "again" })).toMatchObject({
        outcome: expect.stringMatching(/opened|joined/)
      })
      expect((await loop.get(first))?.id).toBe(first)
      expect((await loop.health()).received).toBe(0)
      expect(await loop.verify()).toMatchObject({ ok: true })
    }
  )

  it.each<readonly [unknown, RegExp]>([
    [undefined, /it answered undefined/],
    ["billing", /it answered a text/],
    [
      { category: "billing", confidence: "high" },
      /`confidence` of its answer is a text; expected: a number from 0 to 1/
    ],
    [{ category: "billing", confidence: 2 }, /`confidence` of its answer is a number/],
    [
      { category: "billing", confidence: 1, spans: [[1]] },
      /`spans\[0\]` of its answer is a list; expected: two numbers/
    ]
  ])("classifier: %j, and the dictionary decides", async (answer, said) => {
    const classifier: Classifier = { classify: async () => answer as never }
    const { loop, failures } = await open({ classifier })
    expect(await loop.submit(words)).toMatchObject({ outcome: "opened" })
    expect(failures.map(({ message }) => message)).toEqual([expect.stringMatching(said)])
  })

  it("customers: a malformed record of one customer does not affect others, clocks or messages", async () => {
    const customers: CustomerDirectory = { customer: async (id) => (id === "C-BAD" ? ([] as never) : undefined) }
    const { loop } = await open({ customers })
    expect(await loop.submit({ ...words, customer: "C-BAD" })).toMatchObject({ outcome: "received" })
    expect(await loop.submit({ ...words, customer: "C-2" })).toMatchObject({ outcome: "opened" })
    for (let n = 0; n < 3; n++) expect(await loop.tick()).toMatchObject({ more: false })
    expect(await loop.health()).toMatchObject({ received: 1, quarantine: 0 })
  })

  it("a clock with fractions of a millisecond is allowed", async () => {
    const { loop } = await open({ clock: { now: () => start + 0.75 } })
    const { case: id } = await loop.submit(words)
    expect((await loop.get(id ?? ""))?.receivedAt).toEqual(new Date(start))
  })
})
