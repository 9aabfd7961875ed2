/** Every option of `open` has an effect: the same story runs with and without it, with different results. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Channel } from "@hearback/engine"
import { compile } from "@hearback/policy"
import { Hearback, isHearbackError, memory, type OpenOptions, type Store } from "hearback"
import { prometheus } from "hearback/http"
import { describe, expect, it } from "vitest"

const example = join(import.meta.dirname, "../../../examples/first")
const policy = join(example, "first.policy.yaml")
const people = join(example, "people.yaml")
/** Monday, 10:00 in Shanghai. */
const now = Date.parse("2026-11-23T02:00:00Z")

/** Another version of the policy. */
const text = readFileSync(policy, "utf8").replace("per-case: 500", "per-case: 5")
const { bundle: second } = compile({ root: "p.yaml", read: (path) => (path === "p.yaml" ? text : undefined) })
if (second === undefined) throw new Error("the second version is broken")

const counting = (prefix: string) => {
  let count = 0
  const next = () => `${prefix}${String(++count).padStart(5, "0")}`
  return { case: () => `2611-${next()}`, command: next }
}

/** Keeps what is sent, and how much of it was sent at once. */
const recording = () => {
  const [sent, state]: [string[], { now: number; most: number }] = [[], { now: 0, most: 0 }]
  const channel: Channel = {
    name: "recorder",
    audiences: ["customer", "staff"],
    needsAddress: false,
    send: async ({ to, text, language }) => {
      state.most = Math.max(state.most, ++state.now)
      await new Promise((resolve) => setTimeout(resolve, 5))
      state.now--
      sent.push(`${to.id ?? ""} ${language} ${text}`)
      return { delivery: "sent" }
    }
  }
  return { channel, seen: () => [...sent.sort(), `at once ${state.most}`] }
}

const broken: Channel = {
  ...recording().channel,
  send: async () => {
    throw new Error("no line")
  }
}

/** A channel that reports when it is asked to receive. */
const taking = (heard: (what: string) => void): Channel => ({
  ...recording().channel,
  receive: async (_, { signal }) => {
    heard("takes in")
    await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }))
  }
})

type Given = Partial<OpenOptions>

/** Opens, submits two complaints, grants money, lets a day pass; returns everything that can be seen. */
const story = async (given: Given): Promise<string> => {
  const { channel, seen } = recording()
  const base: OpenOptions = {
    policy,
    people,
    store: memory(),
    channels: [channel],
    clock: { now: () => now },
    ids: counting("B")
  }
  const loop = await Hearback.open({ ...base, ...given })
  try {
    const verbatim = "Third time my invoice is wrong. Unacceptable."
    const receipt = await loop.submit({ channel: "email", customer: "C-17", verbatim }, { key: "one" })
    await loop.submit({ channel: "email", customer: "C-18", verbatim: "It never arrived" }, { key: "two" })
    const desk = loop.for({ actor: { id: "agent-7" } })
    const order = { do: "compensate", amount: "10 EUR", reason: "sorry" } as const
    const answer = await desk.execute(receipt.case, order, { key: "three" })
    const ticked = await loop.tick({ at: new Date(now + 86_400_000) }).catch((error: unknown) => {
      if (!isHearbackError(error)) throw error
      return error.code
    })
    const later = await loop.submit({ channel: "email", customer: "C-19", verbatim: "It broke" }, { key: "four" })
    await loop.tick()
    const all = {
      receipt,
      answer: answer.ok ? answer.message : answer.rejection.message,
      ticked: typeof ticked === "string" ? ticked : "told",
      view: await loop.get(receipt.case),
      later: (await loop.get(later.case))?.receivedAt,
      cases: (await loop.list({ state: "open" })).items,
      versions: await loop.policy.versions(),
      undelivered: (await loop.undelivered.list()).length,
      sent: seen()
    }
    return JSON.stringify(all)
  } finally {
    await loop.close()
  }
}

/** A store that one loop has used before. */
const used = async (more: Given = {}): Promise<Store> => {
  const { events, keys } = memory()
  const store: Store = { events: { ...events, close: async () => {} }, keys }
  await story({ store, channels: [], ids: counting("A"), ...more })
  return store
}

const away = { person: async () => undefined, withRole: async () => [], absence: async () => undefined }
const aboutDelivery = { classify: async () => ({ category: "delivery", confidence: 1 }) }
const slow = {
  classify: async () => {
    await new Promise((resolve) => setTimeout(resolve, 60))
    return { category: "delivery", confidence: 1 }
  }
}

/** The values of each option, first without it or with another one, then with it. Some report by `heard`. */
const probes: Readonly<
  Record<keyof OpenOptions, (heard: (what: string) => void) => Promise<readonly [without: Given, within: Given]>>
> = {
  policy: async () => [{}, { policy: second }],
  publish: async () => [
    { store: await used(), policy: second },
    { store: await used(), policy: second, publish: { by: "manager-3", reason: "new limits" } }
  ],
  people: async () => [{}, { people: { ...away, person: async (id) => ({ id, roles: ["manager"] }) } }],
  store: async () => [{}, { store: await used() }],
  rates: async () => [{}, { rates: async () => ({ rate: "8", at: now }) as never }],
  channels: async () => [{}, { channels: [] }],
  routes: async () => [{}, { routes: { customers: false } }],
  classifier: async () => [{}, { classifier: aboutDelivery }],
  customers: async () => [{}, { customers: { customer: async () => ({ language: "zh-CN", name: "秦女士" }) } }],
  language: async () => [{}, { language: "zh-CN" }],
  tenant: async () => [{ store: await used() }, { store: await used(), tenant: "b" }],
  timeouts: async () => [{ classifier: slow }, { classifier: slow, timeouts: { classifier: 5 } }],
  delivery: async () => [{}, { delivery: { concurrency: 1 } }],
  run: async (heard) => [{ channels: [taking(heard)] }, { channels: [taking(heard)], run: "worker" }],
  telemetry: async (heard) => [{}, { telemetry: { ...prometheus(), count: (counter) => heard(counter) } }],
  // With virtual time, a given policy is in force at once.
  virtualTime: async () => [
    { store: await used(), policy: second },
    { store: await used({ virtualTime: true }), policy: second, virtualTime: true }
  ],
  clock: async () => [{}, { clock: { now: () => now + 3_600_000 } }],
  ids: async () => [{}, { ids: counting("X") }],
  logger: async (heard) => [
    { channels: [broken] },
    { channels: [broken], logger: { info: heard, warn: heard, error: heard } }
  ],
  onError: async (heard) => [{ channels: [broken] }, { channels: [broken], onError: ({ message }) => heard(message) }]
}

describe("every option of open", () => {
  it.each(Object.entries(probes))("F-C24 · %s has an effect", async (_, probe) => {
    const heard: string[] = []
    const outcomes = async () => {
      heard.length = 0
      const [without, within] = await probe((what) => void heard.push(what))
      const usual = await story(without)
      return [usual, `${await story(within)} ${heard.length > 0 ? "heard" : ""}`.trim()] as const
    }
    const [usual, other] = await outcomes()
    const [again] = await outcomes()
    // A random difference would look like an effect.
    expect(again).toBe(usual)
    expect(other).not.toBe(usual)
  })

  it.each(["all", "worker"] as const)("run: %s receives from channels by itself", async (run) => {
    const heard: string[] = []
    await story({ channels: [taking((what) => void heard.push(what))], run })
    expect(heard).not.toEqual([])
  })
})
