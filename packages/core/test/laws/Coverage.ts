/** What generated histories reached: commands, events, gates, timers, refusals, and keys of their policies. */

import type { Timer } from "../../src/case/track/Clocks.ts"
import { loopOf } from "../../src/policy/Policy.ts"
import { endOf } from "../../src/testing/History.ts"
import { policyOf, type TestDecision, type TestWorld, tick } from "../../src/testing/World.ts"
import { events } from "../../src/text/Event.ts"
import { known } from "../../src/text/phrase/Words.ts"
import { parameters } from "../../src/text/shape/Reason.ts"
import type { Lived } from "./histories.ts"
import { note, toSay } from "./Said.ts"

/** How long after their last command histories are observed, since much happens by time alone.  Units: ms. */
const AFTER = 400 * 86_400_000

/** Counts by name, and the number of all commands. */
export interface Coverage {
  histories: number
  commands: number
  readonly verbs: Map<string, number>
  readonly events: Map<string, number>
  readonly gates: Map<string, number>
  readonly timers: Map<string, number>
  readonly refusals: Map<string, number>
  readonly said: Set<string>
}

/** Makes empty counts. */
export const coverage = (): Coverage => ({
  histories: 0,
  commands: 0,
  verbs: new Map(),
  events: new Map(),
  gates: new Map(),
  timers: new Map(),
  refusals: new Map(),
  said: new Set()
})

const count = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

/** Counts what one history reached. */
export const look = (c: Coverage, { sent, world, ...history }: Lived): void => {
  c.histories += 1
  c.commands += sent.length
  note(c.said, history.policy.bundle)
  for (const { under } of sent) if (under !== undefined) note(c.said, under.bundle)
  const later = tick(world, endOf({ sent, ...history }) + AFTER)
  for (const decision of later.decisions) decided(c, later, decision)
}

const decided = (c: Coverage, w: TestWorld, { command, step }: TestDecision): void => {
  for (const { code } of step.refusal?.reasons ?? []) count(c.refusals, code)
  if (step.refusal === undefined) count(c.verbs, command.do)
  for (const event of step.events) {
    count(c.events, event.event)
    if (event.event === "clock-started" && event.timer !== undefined) count(c.timers, event.timer._tag)
    if (event.event !== "gate-passed") continue
    const kind = loopOf(policyOf(w, step.state), step.state.lifecycle.loop)?.gates.get(event.gate)?.kind
    if (kind !== undefined) count(c.gates, kind)
  }
}

/** What a single case cannot reach here, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  "case/moved-on": "of the shell, which compares the version that a caller has seen",
  "intake/automatic": "of the shell, which turns machines away before there is a case",
  "command/unknown": "of the shell, which reads what is asked",
  "people/unknown": "of the shell, which asks the directory",
  "loop/reopened-too-fast": "nobody is told it: what came too often is kept for a person",
  "command/shape": "of the shell, which reads what is asked",
  consent: "of what customers are asked, which is no case",
  "asking/unknown-consent": "of what customers are asked, which is no case",
  "asking/no-opt-out": "of what customers are asked, which is no case",
  publish: "of the policy itself, which is no case",
  "publish/in-force": "of the policy itself, which is no case",
  "governing/unsaid": "the policies here say who may move cases",
  "publish/other-currency": "of a publication, which is no command of a case",
  "governing/other-policy": "of the shell, which moves cases to versions of one policy",
  "publish/same-person": "of the policy itself, which is no case",
  "publish/waits": "of the policy itself, which is no case"
}

const timers = Object.keys({
  TakeUp: true,
  Handover: true,
  OnCall: true,
  Shift: true,
  Part: true,
  Approval: true,
  Action: true,
  Silence: true,
  Observation: true,
  Door: true,
  Override: true,
  Later: true,
  Retention: true
} satisfies Record<Timer["_tag"], true>)

const without = (names: readonly string[], found: ReadonlyMap<string, number>): readonly string[] =>
  names.filter((name) => !found.has(name) && !Object.hasOwn(elsewhere, name))

/** Returns what was never reached. */
export const missing = (
  c: Coverage
): Readonly<Record<"verbs" | "events" | "gates" | "timers" | "refusals" | "said", readonly string[]>> => ({
  verbs: without(known("verb"), c.verbs),
  events: without(events, c.events),
  gates: without(known("gate-kind"), c.gates),
  timers: without(timers, c.timers),
  refusals: without(Object.keys(parameters), c.refusals),
  said: toSay.filter((one) => !c.said.has(one))
})
