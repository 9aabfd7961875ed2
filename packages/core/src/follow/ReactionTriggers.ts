/**
 * Which reactions an event or an input wakes, as bits. The table is made once from the declarations of the reactions.
 */

import type { EventName } from "../case/Case.ts"
import type { Reaction, Waking } from "../draft/Situation.ts"
import type { Policy } from "../policy/Policy.ts"
import { last, reactions } from "./Reactions.ts"

/** The most reactions, one bit each: the JavaScript engine keeps integers of so many bits without an object. */
const most = 30

const byEvent = (every: readonly Reaction[], names: (one: Reaction) => readonly EventName[]) => {
  const bits = new Map<EventName, number>()
  every.forEach((one, index) => {
    for (const name of names(one)) bits.set(name, (bits.get(name) ?? 0) | (1 << index))
  })
  return bits
}

/**
 * Returns which reactions are woken by what. `inOrder`: the reactions in their order; `atLast`: the one that runs when
 * nothing else follows.
 */
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

/** Which reactions of a case are woken by what. */
export const waking: Waking = wakingOf(reactions, last)
