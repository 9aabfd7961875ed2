/** Where something is missing, the owner asks the customer; the clock stands until the answer is there. */
import { Instant } from "@hearback/core"
import { customerOf, type Intent, type Situation } from "./Situation.ts"

/** The gate at which this case waits for the customer, where one does. */
const waitingGate = (x: Situation): string | undefined => {
  const gates = x.policy.loops.get(x.view.loop ?? "")?.rule.gates ?? []
  return (gates.find((rule) => rule.kind === "proposal") ?? gates.find((rule) => rule.kind === "correction"))?.name
}

/** What the policy calls the wait for the customer; undefined where nothing waits for them. */
const reasonToPause = (x: Situation): string | undefined =>
  [...(x.policy.loops.get(x.view.loop ?? "")?.clocks.values() ?? [])].flatMap(({ pause }) => Object.keys(pause))[0]

/** Returns when the owner asks the customer something, hears back and goes on; undefined where nothing is asked. */
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

/** Returns until when work at a gate waits for the customer's answer; 0 where nothing is asked. */
export const waitsUntil = (x: Situation, gate: string): number =>
  gate === waitingGate(x) ? (question(x)?.resumed ?? 0) : 0

/** Asking the customer stops the clock; the answer starts it again. */
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
