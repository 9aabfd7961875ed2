/** Plans questions of the owner to the customer; the clock is paused until the customer answers. */
import { Instant } from "@hearback/core"
import { customerOf, type Intent, type Situation } from "./Situation.ts"

/** Returns the gate at which this case waits for the customer, or undefined. */
const waitingGate = (x: Situation): string | undefined => {
  const gates = x.policy.loops.get(x.view.loop ?? "")?.rule.gates ?? []
  return (gates.find((rule) => rule.kind === "proposal") ?? gates.find((rule) => rule.kind === "correction"))?.name
}

/** Returns the policy's name of the reason to pause for the customer, or undefined where no clock pauses. */
const reasonToPause = (x: Situation): string | undefined =>
  [...(x.policy.loops.get(x.view.loop ?? "")?.clocks.values() ?? [])].flatMap(({ pause }) => Object.keys(pause))[0]

/**
 * Returns when the owner asks the customer, when the customer answers and when the owner continues, or undefined where
 * the owner asks nothing.
 */
const question = (
  x: Situation
): { readonly asked: number; readonly answered: number; readonly resumed: number } | undefined => {
  const gate = waitingGate(x)
  const opened = x.view.gates.find((one) => one.name === gate)?.openedAt?.getTime()
  const mayPause = reasonToPause(x) !== undefined
  if (opened === undefined || !mayPause || x.view.reopened > 0 || x.roll("asks the customer") >= 0.14) return undefined
  const asked = x.hours.after(x.view.owner, opened, x.takes("asks", 15, 90))
  const answered = x.customerAfter("answers the question", asked, 4, 70)
  return { asked, answered, resumed: x.hours.after(x.view.owner, answered, x.takes("resumes", 10, 60)) }
}

/**
 * Returns the instant until which work at a gate waits for the customer's answer, or 0 where the owner asks nothing.
 * Units: ms since 1970.
 */
export const waitsUntil = (x: Situation, gate: string): number =>
  gate === waitingGate(x) ? (question(x)?.resumed ?? 0) : 0

/** Plans the question that pauses the clock and the answer that resumes it. */
export const asking = (x: Situation): readonly Intent[] => {
  const gate = waitingGate(x)
  const asks = question(x)
  if (asks === undefined || !x.open.some((one) => one.gate.name === gate)) return []
  const isPaused = x.view.clocks.some((clock) => clock.state === "paused")
  const by = [x.view.owner] as const
  if (isPaused)
    return [
      {
        name: "answer",
        by: [customerOf(x)],
        at: asks.answered,
        tries: 1,
        needs: "write",
        command: () => ({ do: "write", text: x.say("answer", x.phrases.answer) })
      },
      { name: "resume", by, at: asks.resumed, tries: 9, needs: "resume", command: () => ({ do: "resume" }) }
    ]
  return [
    {
      name: "ask",
      by,
      at: asks.asked - Instant.MINUTE,
      tries: 1,
      needs: "write",
      command: () => ({ do: "write", text: x.say("question", x.phrases.question) })
    },
    {
      name: "pause",
      by,
      at: asks.asked,
      tries: 1,
      needs: "pause",
      command: () => ({ do: "pause", reason: reasonToPause(x) ?? "" })
    }
  ]
}
