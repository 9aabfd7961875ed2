/**
 * Explains the state of a case: every event with its line of the policy and, for a clock, every interval that was
 * counted.
 */
import type { Case } from "@hearback/core"
import { ClockAccount, defined } from "@hearback/core"
import { type Place, placeOf } from "../answer/Place.ts"
import { asDecided } from "../answer/PolicyInForce.ts"
import { eventSentence } from "../answer/Sentences.ts"
import type { Session } from "../call/Call.ts"
import { hearbackError } from "../call/HearbackError.ts"
import * as Shape from "../call/Shape.ts"
import { clockOf } from "./ClockView.ts"

/** The part of a case to explain. Without it, the whole case is explained. */
export type Topic = "grade" | "owner" | { readonly clock: string }

/** How a case came to its present state: every event in order, with the line of the policy behind it. */
export interface Explanation {
  /** The id of the case. */
  readonly case: string
  /** Every event of the case in order, with the line of the policy behind it. */
  readonly lines: readonly {
    readonly at: Date
    readonly event: string
    readonly actor: string
    readonly message: string
    readonly place?: Place
  }[]
  /** If a clock was asked for: its intervals, whether each counts as working time, and why. */
  readonly clock?: {
    readonly name: string
    readonly intervals: readonly {
      readonly from: Date
      readonly to: Date
      readonly counted: boolean
      readonly why: string
    }[]
  }
}

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

const isAbout = (event: Case.CaseEvent, topic: Topic | undefined): boolean =>
  topic === undefined ||
  (typeof topic === "string" ? events[topic].has(event.event) : "clock" in event && event.clock === topic.clock)

const whyUnknown = async ({ engine }: Session, id: string): Promise<string> =>
  (await engine.intake.whyWaiting(id)) !== undefined
    ? `\`${id}\` is not a case yet: it waits in quarantine; \`quarantine.release\` opens it`
    : `there is no case \`${id}\``

/** Explains a case, or one topic of it. Errors: `case/unknown`. */
export const explain = async (
  session: Session,
  id: string,
  topic: Topic | undefined,
  isReadable: boolean
): Promise<Explanation> => {
  const { engine } = session
  if (typeof topic === "object") Shape.check("explain", topic, { clock: Shape.name })
  else Shape.checkValue("what `explain` is about", topic, Shape.oneOf(Object.keys(events)))
  if (!isReadable) throw hearbackError("case/unknown", `there is no case \`${id}\``)
  const { state, policy } = await engine.cases.load(id)
  if (state.version === 0) throw hearbackError("case/unknown", await whyUnknown(session, id))
  const history = await engine.cases.history(id)
  const clock = typeof topic === "object" ? (clockOf(state, topic.clock)?.name ?? topic.clock) : undefined
  const about = clock === undefined ? topic : { clock }
  const lines: Explanation["lines"][number][] = []
  for (const { stored, event } of history.filter((one) => isAbout(one.event, about))) {
    const judged = await asDecided(engine, await engine.policies.of(stored.policy), event)
    lines.push(
      defined({
        at: new Date(event.at),
        event: event.event,
        actor: stored.actor,
        message: eventSentence(session, judged, event, state.lifecycle.loop),
        place: placeOf(judged, event.why)
      })
    )
  }
  const intervals = clock === undefined ? undefined : ClockAccount.account(policy, state, clock, engine.clock.now())
  return defined({ case: id, lines, clock: clock === undefined ? undefined : accountOf(clock, intervals) })
}

type Account = ReturnType<typeof ClockAccount.account>

const accountOf = (name: string, intervals: Account | undefined): Explanation["clock"] =>
  intervals && {
    name,
    intervals: intervals.map(({ from, to, counted, why, reason = "" }) => ({
      from: new Date(from),
      to: new Date(to),
      counted,
      why: reason === "" ? why : `${why} (${reason})`
    }))
  }
