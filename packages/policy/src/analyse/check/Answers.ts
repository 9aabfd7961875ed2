/** Checks the time that staff have to answer a request: it must not end after the promise to the customer is due. */
import { Text } from "@hearback/core"
import type { ClockRule, Target } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { dig } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { isAlwaysLater } from "./Chains.ts"
import { lengthsOf } from "./Points.ts"

/** Reports times to answer that end after all promises are due. */
export const answers = (reading: Reading, policy: UnhashedBundle): void => {
  const { authority, ownership, clocks, loops } = policy
  const isByMachine = (gate: string | undefined): boolean =>
    loops.some(({ gates }) => gates.some(({ name, by }) => name === gate && by.includes("automatic")))
  const promised = clocks.filter(({ promise, repeats, gate }) => promise && !repeats && !isByMachine(gate))
  if (promised.length === 0 || reading.isFaulty("clocks") || reading.isFaulty("loops")) return
  const isAfter = (within: Target, clock: ClockRule): boolean =>
    lengthsOf(reading, clock).every(({ target }) => isAlwaysLater(reading, policy, within, clock, target))
  const asked: readonly (readonly [where: string, Target | undefined])[] = [
    ["authority.approval.within", authority.approval.within],
    ["ownership.handover.accept-within", ownership.handover.acceptWithin],
    ["ownership.on-call.accept-within", ownership.onCall?.acceptWithin],
    ["ownership.team.answer-within", ownership.team?.answerWithin]
  ]
  for (const [where, within] of asked) {
    const at = dig(reading.root, ...where.split("."))
    if (at === undefined || within === undefined || at.named.file.path.startsWith("pack:")) continue
    // The person on call is asked when the case arrives; all others can be asked at any time.
    const isLate =
      where === "ownership.on-call.accept-within"
        ? promised.some((clock) => clock.from.join() === "received" && isAfter(within, clock))
        : promised.every((clock) => isAfter(within, clock))
    if (isLate) reading.say("clock/answered-too-late", at, { where, within: Text.length(within, "en") })
  }
}
