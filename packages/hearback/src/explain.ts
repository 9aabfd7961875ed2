/** Why a case stands as it does: every event with its line of the policy, and for a clock every interval counted. */
import type { Case, Policy } from "@hearback/core"
import { ClockLine } from "@hearback/core"
import type { Engine } from "@hearback/engine"
import type { Explanation } from "./api.ts"
import { hearbackError } from "./errors.ts"
import { asDecided } from "./inForce.ts"
import { clockOf, placeOf } from "./view.ts"

const events: Readonly<Record<"grade" | "owner", ReadonlySet<string>>> = {
  grade: new Set([
    "classified",
    "reclassified",
    "review-asked",
    "facts-recorded",
    "graded",
    "regraded",
    "problem-told"
  ]),
  owner: new Set([
    "owner-assigned",
    "taken-up",
    "handover-offered",
    "handover-accepted",
    "handover-declined",
    "handover-lapsed",
    "arbiter-called",
    "deputy-acted",
    "recused",
    "on-call-asked",
    "on-call-accepted",
    "on-call-lapsed"
  ])
}

const wanted = (event: Case.CaseEvent, topic: "grade" | "owner" | { readonly clock: string } | undefined): boolean =>
  topic === undefined ||
  (typeof topic === "string" ? events[topic].has(event.event) : "clock" in event && event.clock === topic.clock)

export const explain = async (
  engine: Engine,
  id: string,
  topic: "grade" | "owner" | { readonly clock: string } | undefined,
  say: (policy: Policy.Policy, event: Case.CaseEvent, loop: string | undefined) => string
): Promise<Explanation> => {
  const { state, policy } = await engine.cases.load(id)
  if (state.version === 0) throw hearbackError("case/unknown", `there is no case \`${id}\``)
  const history = await engine.cases.history(id)
  const clock = typeof topic === "object" ? (clockOf(state, topic.clock)?.name ?? topic.clock) : undefined
  const about = clock === undefined ? topic : { clock }
  const lines: Explanation["lines"][number][] = []
  for (const { stored, event } of history.filter((one) => wanted(one.event, about))) {
    const judged = await asDecided(engine, await engine.policies.of(stored.policy), event)
    const place = placeOf(judged, event.why)
    lines.push({
      at: new Date(event.at),
      event: event.event,
      actor: stored.actor,
      message: say(judged, event, state.lifecycle.loop),
      ...(place === undefined ? {} : { place })
    })
  }
  const intervals = clock === undefined ? undefined : ClockLine.account(policy, state, clock, engine.clock.now())
  return {
    case: id,
    lines,
    ...(clock === undefined || intervals === undefined
      ? {}
      : {
          clock: {
            name: clock,
            intervals: intervals.map((one) => ({
              from: new Date(one.from),
              to: new Date(one.to),
              counted: one.counted,
              why: one.reason === undefined || one.reason === "" ? one.why : `${one.why} (${one.reason})`
            }))
          }
        })
  }
}
