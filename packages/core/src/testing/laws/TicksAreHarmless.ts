import type { Instant } from "../../time/Instant.ts"
import type { CommandHistory, DeciderLaw } from "../History.ts"
import { begin, difference, endOf, first, isRecountedByTime, ownEvents, run } from "../History.ts"
import type { Decider, TestWorld } from "../World.ts"
import { send, tell, tick } from "../World.ts"

const DAY = 86_400_000
/** The time after the last command in which everything that still runs can end. */
const AFTER = 400 * DAY

/**
 * Returns a history in which nothing is reported late and people and limits do not change, since time uses those of
 * when it is told.
 */
const prompt = ({ sent, ...history }: CommandHistory): CommandHistory => ({
  ...history,
  sent: sent.map(({ said: _, people: __, authority: ___, ...one }) => one)
})

/** Tells every case the time between commands, whether or not anything is due. */
const nagged = (decider: Decider, history: CommandHistory): TestWorld => {
  const { sent } = history
  let w = begin(decider, history)
  let before: Instant = sent[0]?.at ?? 0
  for (const one of sent) {
    for (const part of [0, 0.31, 0.77, 1])
      for (const id of w.cases.keys()) w = tell(w, id, Math.floor(before + (one.at - before) * part))
    w = send(w, one, "none").world
    before = one.at
  }
  return w
}

/**
 * Law: telling the time more often or hardly ever changes only when things are noticed. Facts recorded late are left
 * out: a tick before them may have recorded a miss, which then stays, marked as refuted.
 */
export const ticksAreHarmless: DeciderLaw = {
  name: "ticks-are-harmless",
  violation: (decider, history) => {
    const plain = prompt(history)
    const end = endOf(plain) + AFTER
    const often = tick(run(decider, plain, "prompt"), end)
    if (isRecountedByTime(often)) return undefined
    const late = run(decider, plain, "none")
    const never = [...late.cases.keys()].reduce((w, id) => tell(w, id, end), late)
    const nagging = tick(nagged(decider, plain), end)
    return first([never, nagging], (other) =>
      first(often.events, ([id, events]) => {
        const found = difference(ownEvents(events), ownEvents(other.events.get(id) ?? []))
        return found === undefined ? undefined : `${id}: ${found}`
      })
    )
  }
}
