/**
 * Placeholders that have no value whenever their message is sent. What the moment gives is known by the occasion: a notice by
 * the table of notices, a letter by the key that tells it. What gates record is known where one may have passed by then.
 */
import { Notice, Text } from "@hearback/core"
import type { Bundle, ClockRule, GateKind } from "../../bundle/Bundle.ts"
import type { Reading } from "../../read/Reading.ts"
import { placeIn } from "../../read/section/Messages.ts"
import { type Say, said } from "../../text/TranslatedTexts.ts"
import { before } from "../graph/Waiting.ts"
import { givenBy, includedBy, placeholdersOf } from "./Messages.ts"

/** When a message is sent, and what has a value then beside what its case knows. */
interface Occasion {
  readonly when: Say
  readonly gives: readonly string[]
  readonly mayHavePassed: (kind: GateKind) => boolean
  /** No case is known: only what it gives has a value. */
  readonly isCaseless?: true
}

/** What only the moment gives. */
const ofMoment: ReadonlySet<string> = new Set([...Object.keys(Notice.placeholders), "due.was", "due.now", "reason"])

/** What a customer is told at a gate names it, and the reason that it recorded. */
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

/** Messages that the engine sends to customers by their names, where what they are about happens at all. */
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

/** Says which placeholders have no value on any occasion on which their message is sent. */
export const unfilled = (
  reading: Reading,
  policy: Pick<Bundle, "loops" | "messages" | "endings" | "clocks" | "alarms" | "channels" | "form">
): void => {
  // In a circle every gate comes before every other.
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
  // What a fact or a message of the policy's own says is judged with it.
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
  // Which gates come too late for it is told by its loop.
  for (const { gates } of loops)
    for (const { tell, orExplain } of gates)
      for (const message of [tell, orExplain?.tell])
        if (message !== undefined)
          yield [message, { when: (t) => t.occasion.gate, gives: ofGate, mayHavePassed: anyKind }]
  for (const { name, tell } of ends) {
    // What is not accepted has been decided at most.
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

/** Where no confirmation asks it, it is asked about no case, or about one of which only its number is known. */
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

/** Whether a gate of a kind comes no later than that of a clock, in a loop of the clock. */
const passedBefore =
  (clock: ClockRule, loops: Bundle["loops"]) =>
  (kind: GateKind): boolean =>
    loops
      .filter(({ name }) => (clock.loop ?? name) === name)
      .some((loop) => loop.gates.some((gate) => gate.kind === kind && !before(loop, gate.name).has(clock.gate ?? "")))
