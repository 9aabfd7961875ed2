/** Draws the steps of one loop, from receipt to closing, with the returns. */
import { type Bundle, gateFacts } from "@hearback/core"
import { isRoutine, type Naming } from "../../../render/policy/PolicyTitles.ts"
import type { PolicyPageTexts } from "../../../text/en/policy/PolicyPage.ts"
import { type FlowArrow, type FlowBox, flow } from "../../drawing/Flow.ts"
import { inks, type PictureText } from "../../drawing/Picture.ts"
import type { Markup } from "../../Markup.ts"
import { timeText } from "../part/TimeText.ts"

const START = "start"
const CLOSED = "closed"
const closedSide = (side: Bundle.GateRule["side"]): string => `closed:${side}`
const laneOf = (side: Bundle.GateRule["side"]): 0 | 1 => (side === "customer-loop" ? 0 : 1)
const step = (gate: string): string => `gate:${gate}`

/** Returns the gates in an order in which each comes after those that it waits for. */
export const inTurn = (loop: Bundle.LoopRule): readonly Bundle.GateRule[] => {
  const done: Bundle.GateRule[] = []
  const visit = (rule: Bundle.GateRule, trail: readonly string[]): void => {
    if (done.includes(rule) || trail.includes(rule.name)) return
    for (const before of loop.gates) if (rule.after.includes(before.name)) visit(before, [...trail, rule.name])
    done.push(rule)
  }
  const rank = ({ side }: Bundle.GateRule): number => (side === "customer-loop" ? 0 : 1)
  for (const rule of [...loop.gates].sort((a, b) => rank(a) - rank(b))) visit(rule, [])
  return done
}

/** Draws the steps of one loop. */
export const journeyPicture = (
  loop: Bundle.LoopRule,
  bundle: Bundle.Bundle,
  words: PolicyPageTexts,
  naming: Naming
): Markup => {
  const gates = inTurn(loop)
  const sides = (["customer-loop", "system-loop"] as const).filter((side) => gates.some((gate) => gate.side === side))
  const ends = sides.length > 1
  const back = backwards(gates, loop.reopen, ends, words, naming)
  const from = (id: string): FlowBox["back"] => back.filter((one) => one.from === id)
  const boxes: readonly FlowBox[] = [
    {
      id: START,
      sort: "end",
      lane: 0,
      title: isRoutine(bundle, loop) ? words.routine.opens : words.received,
      lines: [],
      back: []
    },
    ...gates.map((gate, index) => ({
      ...boxOf(gate, index + 1, { loop, bundle, words, naming }),
      back: from(step(gate.name))
    })),
    ...(ends
      ? sides.map((side) => ({
          id: closedSide(side),
          sort: "end" as const,
          lane: laneOf(side),
          title: side === "customer-loop" ? words.customerClosed : words.systemClosed,
          lines: [],
          back: from(closedSide(side))
        }))
      : []),
    { id: CLOSED, sort: "end", lane: undefined, title: words.closed, lines: [], back: from(CLOSED) }
  ]
  const title = words.flowTitle(naming.loop(loop))
  const says = gates.map((gate, i) => `${i + 1} ${naming.gate(loop, gate.name)}`).join(words.semicolon)
  return flow({ title, says }, boxes, [
    ...onwards(loop, ends),
    ...(ends ? sides.map((side) => ({ from: closedSide(side), to: CLOSED })) : [])
  ])
}

interface Drawn {
  readonly loop: Bundle.LoopRule
  readonly bundle: Bundle.Bundle
  readonly words: PolicyPageTexts
  readonly naming: Naming
}

const boxOf = (
  gate: Bundle.GateRule,
  number: number,
  { loop, bundle, words, naming }: Drawn
): Omit<FlowBox, "back"> => {
  const clock = bundle.clocks.find((one) => one.gate === gate.name && naming.loopsOf(one).includes(loop))
  const conditional = gate.optional ? words.optional : gate.when === undefined ? undefined : words.whenNeeded
  const arbiter = gate.arbiter === undefined ? undefined : naming.one(gate.arbiter)
  const lines: readonly (PictureText | undefined)[] = [
    { text: naming.who(gate.by), ink: inks.plain },
    clock && { text: timeText(clock, words, naming), ink: inks.time },
    conditional === undefined ? undefined : { text: conditional, ink: inks.aside },
    gate.rounds === undefined ? undefined : { text: `↺ ${words.rounds(gate.rounds, arbiter)}`, ink: inks.back }
  ]
  return {
    id: step(gate.name),
    sort: gate.side === "customer-loop" ? "customer" : "system",
    lane: laneOf(gate.side),
    title: `${number} ${naming.gate(loop, gate.name)}`,
    lines: lines.filter((line) => line !== undefined),
    isOptional: conditional !== undefined
  }
}

/** Returns the arrows from the receipt over each step to the end of its side. */
const onwards = ({ gates }: Bundle.LoopRule, ends: boolean): readonly FlowArrow[] => {
  const names = new Set(gates.map(({ name }) => name))
  const awaited = new Set(gates.flatMap(({ after }) => after))
  const into = gates.flatMap((gate) => {
    const before = gate.after.filter((name) => names.has(name))
    return (before.length === 0 ? [START] : before.map(step)).map((from) => ({ from, to: step(gate.name) }))
  })
  const last = gates.filter(
    /** Returns the returns: after a failed check, by the customer, or because of a recurrence. */
    (gate) =>
      !awaited.has(gate.name) || !gates.some(({ after, side }) => side === gate.side && after.includes(gate.name))
  )
  const out = last.map((gate) => ({ from: step(gate.name), to: ends ? closedSide(gate.side) : CLOSED }))
  return [...into, ...out]
}

/** What is sent back: by a check that failed, by the customer, by the same thing coming back. */
const backwards = (
  gates: readonly Bundle.GateRule[],
  reopen: Bundle.LoopRule["reopen"],
  ends: boolean,
  words: PolicyPageTexts,
  naming: Naming
): readonly (FlowArrow & { readonly text: string })[] => {
  const numberOf = (name: string): string => String(1 + gates.findIndex((gate) => gate.name === name))
  const failed = gates.flatMap(({ name, ifFailed }) =>
    ifFailed === undefined
      ? []
      : [{ from: step(name), to: step(ifFailed), text: words.backTo(words.checkFailed, numberOf(ifFailed)) }]
  )
  const confirmation = gates.find(({ kind }) => gateFacts[kind].replies?.has("dissatisfied") === true)
  const again = reopen.map(({ cause, within, backTo, atMost }) => {
    const end = cause === "dissatisfied" && ends ? closedSide("customer-loop") : CLOSED
    const from = cause === "dissatisfied" && confirmation !== undefined ? step(confirmation.name) : end
    return {
      from,
      to: step(backTo),
      text: words.backTo(words.back(words.cause(cause), naming.length(within), atMost), numberOf(backTo))
    }
  })
  return [...failed, ...again].filter(({ from, to }) => from !== to)
}
