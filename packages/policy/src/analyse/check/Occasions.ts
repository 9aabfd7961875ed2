/**
 * Finds placeholders that have no value on any occasion on which their message is sent. An occasion gives some
 * values: the table of notices says which for a notice, the key that sends it for a message to a customer. A value
 * from a gate is known if the gate can have passed.
 */
import { Notice, Text } from "@hearback/core"
import type { Bundle, ClockRule, GateKind } from "../../bundle/Bundle.ts"
import type { Reading } from "../../read/Reading.ts"
import { placeIn } from "../../read/section/Messages.ts"
import { type Say, said } from "../../text/TranslatedTexts.ts"
import { before } from "../graph/Waiting.ts"
import { givenBy, includedBy, placeholdersOf } from "./Messages.ts"

/** An occasion on which a message is sent, with the values that it gives in addition to those of the case. */
interface Occasion {
  readonly when: Say
  readonly gives: readonly string[]
  readonly mayHavePassed: (kind: GateKind) => boolean
  /** There is no case, so only the values of the occasion are known. */
  readonly isCaseless?: true
}

/** Placeholders whose value only an occasion can give. */
const ofMoment: ReadonlySet<string> = new Set([...Object.keys(Notice.placeholders), "due.was", "due.now", "reason"])

/** The values that a message at a gate has: its title, and the reason that was recorded. */
const ofGate = ["gate.title", "reason"] as const
const ofClock = ["clock.title", "due.now", "due.was"] as const
const anyKind = (): boolean => true
const noKind = (): boolean => false

const endings: Readonly<Record<Bundle["endings"][number]["name"], Say>> = {
  withdrawn: (t) => t.occasion.withdrawn,
  forwarded: (t) => t.occasion.forwarded,
  "turned-away": (t) => t.occasion.turnedAway,
  merged: (t) => t.occasion.merged
}

/** Messages that the engine sends to customers by a fixed name. */
const byName: Readonly<Record<string, Occasion>> = {
  joined: { when: (t) => t.occasion.joined, gives: ["reason"], mayHavePassed: anyKind },
  "guiding-question": { when: (t) => t.occasion.lacking, gives: [], mayHavePassed: noKind },
  "proposal-decided": { when: (t) => t.occasion.decided, gives: ofGate, mayHavePassed: anyKind },
  "confirmation-asked": {
    when: (t) => t.occasion.asked,
    gives: ["reason"],
    mayHavePassed: anyKind
  }
}

/** Reports placeholders that have no value on any occasion on which their message is sent. */
export const unfilled = (
  reading: Reading,
  policy: Pick<Bundle, "loops" | "messages" | "endings" | "clocks" | "alarms" | "channels" | "form">
): void => {
  // In a circle of gates, every gate would come before every other.
  if (reading.isFaulty("loops")) return
  const occasions = new Map<string, Occasion[]>()
  const included = new Map<string, readonly string[]>()
  for (const [message, occasion] of occasionsOf(policy)) {
    const names = included.get(message) ?? [message, ...includedBy(reading, policy.messages, message)]
    included.set(message, names)
    for (const name of names) occasions.set(name, [...(occasions.get(name) ?? []), occasion])
  }
  for (const [message, all] of occasions) {
    const at = reading.at(`messages.${message}`)
    if (at === undefined || reading.isFaulty(`messages.${message}`)) continue
    for (const placeholder of new Set(placeholdersOf(policy.messages, message)))
      if (all.every((occasion) => !hasValue(reading, placeholder, occasion)))
        reading.say(
          "message/not-known-then",
          at,
          { placeholder, message, when: said(all[0]?.when ?? (() => "")) },
          { span: placeIn(at, placeholder) }
        )
  }
}

const hasValue = (reading: Reading, placeholder: string, { gives, mayHavePassed, isCaseless }: Occasion): boolean => {
  if (gives.includes(placeholder)) return true
  const kind = givenBy.get(placeholder)
  if (kind !== undefined) return mayHavePassed(kind)
  if (ofMoment.has(placeholder)) return false
  // Facts and messages of the policy itself are checked with their own message.
  return isCaseless !== true || reading.names.message.has(placeholder)
}

function* occasionsOf({
  loops,
  endings: ends,
  clocks,
  alarms,
  channels,
  form,
  messages
}: Parameters<typeof unfilled>[1]): Generator<readonly [string, Occasion]> {
  const ofAny = (kind: GateKind): boolean => loops.some(({ gates }) => gates.some((gate) => gate.kind === kind))
  for (const name of Object.keys(messages)) if (Notice.isNotice(name)) yield [name, noticed(name)]
  yield* Object.entries(byName)
  if (!loops.some(({ gates }) => gates.some(({ survey }) => survey !== undefined))) yield ["survey-question", asked]
  // Another check finds gates that come too late for a placeholder.
  for (const { gates } of loops)
    for (const { tell, orExplain } of gates)
      for (const message of [tell, orExplain?.tell])
        if (message !== undefined)
          yield [message, { when: (t) => t.occasion.gate, gives: ofGate, mayHavePassed: anyKind }]
  for (const { name, tell } of ends) {
    // Feedback that was turned away has at most a decision.
    const occasion: Pick<Occasion, "gives" | "mayHavePassed"> =
      name === "turned-away"
        ? { gives: ["reason", "decision"], mayHavePassed: noKind }
        : { gives: ["reason"], mayHavePassed: ofAny }
    if (tell !== undefined) yield [tell, { when: endings[name], ...occasion }]
  }
  for (const { tell } of [form, ...Object.values(channels).flatMap((channel) => channel.form ?? [])])
    if (tell !== undefined)
      yield [tell, { when: (t) => t.occasion.feedback, gives: ["gate.title"], mayHavePassed: noKind }]
  for (const clock of clocks) {
    const told = clock.extend?.tell
    if (told !== undefined)
      yield [
        told,
        {
          when: (t) => t.occasion.putOff,
          gives: [...ofClock, "reason"],
          mayHavePassed: passedBefore(clock, loops)
        }
      ]
    for (const { send } of clock.escalate)
      if (send !== undefined) yield [send, { when: (t) => t.occasion.escalated, gives: ofClock, mayHavePassed: ofAny }]
  }
  for (const { send } of alarms ?? [])
    if (send !== undefined) yield [send, { when: (t) => t.occasion.alarm, gives: ["reason"], mayHavePassed: ofAny }]
}

/** The occasion of a survey question outside a confirmation: there is no case, or only its number is known. */
const asked: Occasion = {
  when: (t) => t.occasion.channel,
  gives: ["case.id"],
  mayHavePassed: noKind,
  isCaseless: true
}

const noticed = (name: Notice.Name): Occasion => {
  const { fills } = Notice.notices[name]
  const when: Say = (_, language) => Text.notice(name, language).when
  return name === "quarantined"
    ? { when, gives: fills, mayHavePassed: noKind, isCaseless: true }
    : { when, gives: fills, mayHavePassed: anyKind }
}

/** Returns whether a gate of a kind can come before the gate of a clock, in a loop of the clock. */
const passedBefore =
  (clock: ClockRule, loops: Bundle["loops"]) =>
  (kind: GateKind): boolean =>
    loops
      .filter(({ name }) => (clock.loop ?? name) === name)
      .some((loop) => loop.gates.some((gate) => gate.kind === kind && !before(loop, gate.name).has(clock.gate ?? "")))
