/** A case for a desk: gates, clocks, grades with the lines of the policy, and what the actor can do now. */
import type { AnyNames, Policy, PolicyNames, Situation } from "@hearback/core"
import { Allowed, Case, Clock, defined, Grading, Inputs } from "@hearback/core"
import { type Place, placeOf, placesOf } from "../answer/Place.ts"
import type { Session } from "../call/Call.ts"
import { dateOf, dateOrNull } from "../call/Instant.ts"
import { type ClockView, clocksOf } from "./ClockView.ts"
import { candidatesOf, detailsOf, type SaidAgain, sayingsOf } from "./FeedbackView.ts"
import { type GateView, gatesOf } from "./GateView.ts"
import { type Permission, permissionsOf } from "./Permissions.ts"
import { otherThan } from "./Worklist.ts"

/** A level with what set it. */
export interface LevelView<Level extends string = string> {
  readonly level: Level
  readonly place?: Place
  /** What was added up for it. */
  readonly points?: readonly { readonly points: number; readonly place?: Place }[]
  readonly lifted?: { readonly from: Level; readonly place?: Place }
  readonly by?: string
}

/** A case as the staff see it: its gates, clocks, grades and owner, and what may be done now. */
export interface CaseView<N extends PolicyNames = AnyNames> extends SaidAgain {
  readonly id: string
  readonly version: number
  readonly policy: { readonly id: string; readonly content: string }
  readonly state: Case.Standing
  readonly outcome?: string
  /** What the customer is said to have answered, or taken back, was entered by the staff. */
  readonly isOnBehalf?: true
  readonly loop?: N["loop"]
  readonly kind?: N["kind"]
  readonly category?: N["category"]
  readonly emotion?: string
  readonly review?: string
  readonly grades: { readonly [Dimension in keyof N["grades"]]: LevelView<Extract<N["grades"][Dimension], string>> }
  readonly owner: string
  /** What the people file calls the owner, where that is another name. */
  readonly ownerName?: string
  readonly department?: N["department"]
  readonly customer?: string
  /** Where the customer is reached, by the channel on which they gave it; the last one is the latest. */
  readonly addresses?: Readonly<Record<string, string>>
  readonly channel?: N["channel"]
  readonly verbatim?: string
  readonly receivedAt: Date
  /** As they were given. */
  readonly facts: { readonly [Fact in keyof N["facts"]]: string | number | boolean }
  readonly gates: readonly GateView<N>[]
  readonly clocks: readonly ClockView<N>[]
  /** What people are waited for, each by the name of its clock: `take-up`, `part:<department>`, `approval:<id>` … */
  readonly waits: readonly ClockView[]
  readonly approvals: readonly {
    readonly id: string
    readonly asked: string
    readonly amount: number
    readonly by: string
    readonly from: string
    readonly person: string
    readonly due: Date | null
    /** The limits that it exceeds. */
    readonly rules: readonly Place[]
  }[]
  readonly compensated: number
  /** In percent. */
  readonly discounted: number
  /** Units of resources. */
  readonly granted: number
  /** A handover that was offered and not answered yet. */
  readonly offer?: { readonly from: string; readonly to: string; readonly reason: string; readonly due: Date | null }
  /** Whoever works on it beside the owner: collaborators, and the members of its team. */
  readonly team: readonly string[]
  /** What each department of the team owes. */
  readonly parts: readonly {
    readonly department: N["department"]
    readonly contact?: string
    readonly due: Date | null
    readonly answered?: Date
  }[]
  readonly handovers: number
  readonly reopened: number
  readonly links: readonly string[]
  readonly problem?: {
    readonly id: string
    readonly customers: number
    readonly cases: number
    readonly open: boolean
    /** The prevention of its cause, shown on whichever of its cases: in place, or proved effective. */
    readonly progress?: "live" | "verified"
  }
  /** Of a closed case: when the time to keep its record is over. */
  readonly keptUntil?: Date
  /** When its customer was erased; their personal data is no longer readable. */
  readonly erasedAt?: Date
  /** What the customer said came too often to reopen the case by itself: a person reopens it, or leaves it with `close`. */
  readonly parked?: { readonly at: Date; readonly cause: string; readonly place?: Place }
  /** What this desk's actor could do next, by name: the command, with the gate that it is about. */
  readonly allowed: readonly string[]
  /** Every command that people give, whether this desk's actor may give it now, and why not. */
  readonly permissions: readonly Permission<N>[]
}

/** Returns a stored case with what an actor may do on it now. */
export const viewOf = (
  session: Session,
  { policy, state }: Pick<Situation.Situation, "policy" | "state">,
  situation: Situation.Situation
): CaseView => {
  const { feedback, conversation, relations, lifecycle, ownership, authority } = state
  const { receipt, understanding } = feedback
  const { addresses } = conversation
  return defined({
    id: state.id,
    version: state.version,
    policy: { id: state.policy?.id ?? policy.bundle.id, content: state.policy?.content ?? policy.bundle.content },
    state: Case.standing(state),
    outcome: lifecycle.customerLoop?.outcome,
    isOnBehalf: lifecycle.customerLoop?.isOnBehalf,
    loop: lifecycle.loop,
    kind: understanding?.kind,
    category: understanding?.category,
    emotion: understanding?.emotion,
    review: feedback.review,
    grades: gradesOf(policy, state),
    owner: ownership.owner,
    ownerName: otherThan(ownership.owner, session.names(ownership.owner)),
    department: ownership.department,
    customer: receipt?.customer,
    addresses: Object.keys(addresses).length === 0 ? undefined : addresses,
    channel: receipt?.channel,
    verbatim: receipt?.verbatim,
    receivedAt: new Date(receipt?.receivedAt ?? 0),
    facts: feedback.facts,
    gates: gatesOf(policy, state, session.language),
    clocks: clocksOf(policy, state, ({ timer }) => timer === undefined),
    waits: clocksOf(policy, state, (clock) => clock.timer !== undefined && Clock.live(clock)),
    approvals: authority.approvals.map((approval) => ({
      id: approval.id,
      asked: approval.command.do,
      amount: approval.amount,
      by: approval.by,
      from: approval.from,
      person: approval.person,
      due: dateOrNull(approval.dueAt),
      rules: placesOf(policy, approval.rules)
    })),
    compensated: givenBy(state, "compensate") / 10 ** (policy.bundle.currency?.digits ?? 2),
    discounted: givenBy(state, "discount") / 100,
    granted: givenBy(state, "grant"),
    offer: offerOf(state),
    team: [...new Set([...(ownership.team ?? []), ...ownership.collaborators])],
    parts: Object.entries(ownership.parts).map(([department, part]) =>
      defined({
        department,
        contact: part.contact,
        due: dateOrNull(part.dueAt),
        answered: dateOf(part.answeredAt)
      })
    ),
    handovers: ownership.hops,
    reopened: lifecycle.reopened,
    links: relations.links,
    channels: conversation.channels,
    contacts: feedback.contacts,
    mergedInto: relations.mergedInto,
    candidates: candidatesOf(feedback),
    ...detailsOf(state),
    said: sayingsOf(state),
    problem: relations.problem,
    keptUntil: dateOf(Case.keptUntil(state)),
    erasedAt: dateOf(state.record.erasedAt),
    parked: parkedOf(policy, state),
    allowed: Allowed.allowed(situation),
    permissions: permissionsOf(session, situation)
  })
}

const gradesOf = (policy: Policy.Policy, state: Case.Case): CaseView["grades"] => {
  // Points can have changed since then without another level, and the record has no event for that.
  const now = Grading.grades(policy, Inputs.inputs(policy, state), state.grades)
  return Object.fromEntries(
    Object.entries(state.grades).map(([dimension, { level, rule, points: recorded, lifted, by }]) => {
      const points = now[dimension]?.level === level ? now[dimension].points : recorded
      const view = defined({
        level,
        place: placeOf(policy, rule),
        points: points?.map((each) => defined({ points: each.points, place: placeOf(policy, each.rule) })),
        lifted: lifted && defined({ from: lifted.from, place: placeOf(policy, lifted.rule) }),
        by
      })
      return [dimension, view]
    })
  )
}

const offerOf = ({ ownership: { offer }, clocks }: Case.Case): CaseView["offer"] =>
  offer && {
    from: offer.from,
    to: offer.to,
    reason: offer.reason,
    due: dateOrNull(Clock.clockOf(clocks, { _tag: "Handover", offer: offer.id })?.dueAt ?? null)
  }

const parkedOf = (policy: Policy.Policy, { lifecycle: { parked } }: Case.Case): CaseView["parked"] =>
  parked && defined({ at: new Date(parked.at), cause: parked.cause, place: placeOf(policy, parked.rule) })

/** Returns how much was granted on a case by one power, in its units. */
export const givenBy = ({ authority }: Case.Case, power: "compensate" | "discount" | "grant"): number =>
  authority.grants.reduce((sum, grant) => (grant.power === power ? sum + grant.amount : sum), 0)
