/** Laws that hold after every step of the simulation, and laws that hold when everything is finished. */
import { type Bundle, Case, Gate, Policy } from "@hearback/core"
import { type EventStore, Stream, sha256 } from "@hearback/engine"
import type { Handed } from "./Adapters.ts"
import type { Answered } from "./Clients.ts"
import { type Seen, tenant, type WatchedRecord } from "./Record.ts"

/** The most that the policy of the simulation lets a person grant: on one case, and in one month.  Units: fen. */
const limits: Readonly<Record<string, readonly [perCase: number, perMonth: number]>> = {
  ann: [100_00, 150_00],
  ben: [100_00, 150_00],
  sue: [300_00, 700_00],
  max: [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
}

const month = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 7)

/** The laws of the simulation. */
export interface Laws {
  /** Returns what new events break. */
  afterStep(seen: readonly Seen[], answered: Iterable<Answered>, handed: readonly Handed[]): string | undefined
  /** Returns what is broken when nothing is left to do. */
  atRest(answered: Iterable<Answered>, handed: readonly Handed[], now: number): Promise<string | undefined>
}

/** Makes the laws for a policy and a record. */
export const lawsOf = (bundle: Bundle.Bundle, record: WatchedRecord, store: EventStore): Laws => {
  const policy = Policy.load(bundle)
  const givenOn = new Map<string, number>()
  const givenIn = new Map<string, number>()
  const contents = new Map<string, string>()

  /** Checks that nobody grants more than their limit, on one case and in one month. */
  const withinLimits = ({ stored, of }: Seen): string | undefined => {
    if (of?.event.event !== "compensated") return undefined
    const { amount, by, approvedBy = by, at } = of.event
    const [perCase, perMonth] = limits[approvedBy] ?? [0, 0]
    const window = `${approvedBy} ${month(at)}`
    const onCase = (givenOn.get(of.after.id) ?? 0) + amount
    const inMonth = (givenIn.get(window) ?? 0) + amount
    givenOn.set(of.after.id, onCase)
    givenIn.set(window, inMonth)
    if (onCase > perCase) return `${approvedBy} gave ${onCase} on ${stored.stream}, the limit is ${perCase}`
    return inMonth > perMonth ? `${approvedBy} gave ${inMonth} in a month, the limit is ${perMonth}` : undefined
  }

  /** Checks that no loop closes without a gate that its policy demands. */
  const gatesSettled = ({ stored, of }: Seen): string | undefined => {
    const name = of?.event.event
    if (name !== "case-closed" && name !== "customer-loop-closed") return undefined
    const { lifecycle, gates } = (of as { readonly after: Case.Case }).after
    const missing = (Policy.loopOf(policy, lifecycle.loop)?.rule.gates ?? []).find(
      (rule) =>
        !rule.optional &&
        (name === "case-closed" || rule.side === "customer-loop") &&
        !Gate.isSettled(Gate.at(gates, rule.name))
    )
    return missing && `${stored.stream} has ${name} while ${missing.name} is not settled`
  }

  /** Checks that every confirmed answer is in the record, once. */
  const onceStored = ({ order, said, events, case: id }: Answered): string | undefined => {
    if (order.kind === "command") {
      const stored = record.byCommand.get(sha256(`do:${order.key}`).slice(0, 12)) ?? []
      // A refused command also fires what was due; its answer does not name that.
      if (said.startsWith("refused")) return undefined
      return stored.toSorted().join() === events.toSorted().join()
        ? undefined
        : `${order.key} (${order.command.do}) was answered ${said}, and stored as ${stored.join() || "nothing"}`
    }
    if (id === undefined) return undefined
    const arrival = sha256(order.key).slice(0, 32)
    const landed = record.byCommand.get(sha256(`open:${arrival}`).slice(0, 12)) ?? []
    const cases = [...new Set(landed.map((name) => name.slice(0, name.lastIndexOf("/"))))]
    return cases.join() === Stream.ofCase(id)
      ? undefined
      : `${order.key} was answered ${said}, and stands in ${cases.join() || "no case"}`
  }

  /** Checks that a key names one message, however often it is sent. */
  const sameContent = ({ message }: Handed): string | undefined => {
    const { key, to, subject, text } = message
    const content = JSON.stringify([to, subject, text])
    const before = contents.get(key) ?? content
    contents.set(key, before)
    return before === content ? undefined : `${key} was sent as ${before}, and then as ${content}`
  }

  const first = <T>(all: Iterable<T>, law: (one: T) => string | undefined): string | undefined => {
    for (const one of all) {
      const found = law(one)
      if (found !== undefined) return found
    }
    return undefined
  }

  let [handedBefore, seenBefore] = [0, 0]
  const afterStep: Laws["afterStep"] = (seen, answered, handed) => {
    const fresh = [...answered].slice(seenBefore)
    seenBefore += fresh.length
    const sent = handed.slice(handedBefore)
    handedBefore = handed.length
    return (
      first(seen, withinLimits) ?? first(seen, gatesSettled) ?? first(fresh, onceStored) ?? first(sent, sameContent)
    )
  }

  /**
   * Checks that every promised message has arrived at least once, or that the receiving side will never accept it.
   */
  const arrived = (handed: readonly Handed[]): string | undefined =>
    first(record.promised, ({ id, text }) =>
      handed.some(({ message, arrived: times, isRefused }) => message.text.includes(text) && (times > 0 || isRefused))
        ? undefined
        : `${id} was never delivered: ${text.slice(0, 80)}`
    )

  return {
    afterStep,
    atRest: async (answered, handed, now) => {
      const { outbox } = await store.status(tenant)
      if (outbox.waiting > 0) return `${outbox.waiting} messages wait for ever`
      for (const [id, state] of record.cases) {
        const due = Case.due(state)
        if (due !== null && due <= now) return `case ${id} is due, and nobody tells it the time`
      }
      const dead = (await store.undelivered(tenant, { state: "dead" })).items.find(
        ({ reason = "" }) => !isSealed(reason)
      )
      if (dead !== undefined) return `${dead.message.id} was given up: ${dead.reason}`
      for (const state of ["received", "quarantined"] as const) {
        const [left] = (await store.intake(tenant, { state, limit: 1 })).items
        if (left !== undefined) return `an arrival is left as ${state}: ${left.reason ?? ""}`
      }
      return first(answered, onceStored) ?? arrived(handed)
    }
  }
}

/** Checks that the words of a refusal are encrypted; unencrypted words come from the loop itself. */
const isSealed = (reason: string): boolean => reason === "refused" || reason.startsWith("sealed:")
