/** Whom an event or an input wakes, as bits: what a step asks after every event, made once of the declarations. */

import type { EventName } from "../case/Case.ts"
import type { Reaction, Waking } from "../draft/Situation.ts"
import type { Policy } from "../policy/Policy.ts"
import { last, reactions } from "./Reactions.ts"

/** One bit a reaction, as the engine of JavaScript keeps small integers. */
const most = 30

const byEvent = (every: readonly Reaction[], names: (one: Reaction) => readonly EventName[]) => {
  const bits = new Map<EventName, number>()
  every.forEach((one, index) => {
    for (const name of names(one)) bits.set(name, (bits.get(name) ?? 0) | (1 << index))
  })
  return bits
}

/** Returns the waking of reactions that follow in this order, and of the one that comes when nothing else follows. */
export const wakingOf = (inOrder: readonly Reaction[], atLast: Reaction): Waking => {
  const every = [...inOrder, atLast]
  if (every.length > most) throw new Error(`there are more than ${most} reactions`)
  const known = new WeakMap<Policy, readonly number[]>()
  const read = (policy: Policy): readonly number[] => {
    const bits = policy.bundle.inputs.map(() => 0)
    every.forEach(({ reads }, index) => {
      for (const slot of reads?.(policy) ?? []) if (slot !== undefined) bits[slot] = (bits[slot] ?? 0) | (1 << index)
    })
    known.set(policy, bits)
    return bits
  }
  return {
    reactions: inOrder,
    last: atLast,
    hearing: byEvent(every, ({ hears = [] }) => hears),
    after: byEvent(every, ({ after = [] }) => after),
    reading: (policy) => known.get(policy) ?? read(policy),
    all: every.reduce((bits, { hears }, i) => (hears === undefined ? bits | (1 << i) : bits), 0)
  }
}

export const waking: Waking = wakingOf(reactions, last)
