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

/** A level of a dimension with the rules that set it. */
export interface LevelView<Level extends string = string> {
  readonly level: Level
  /** The line of the policy that decided the level. */
  readonly place?: Place
  /** The points that were added up for the level. */
  readonly points?: readonly { readonly points: number; readonly place?: Place }[]
  /** The level before a rule lifted it. */
  readonly lifted?: { readonly from: Level; readonly place?: Place }
  /** The person who set the level by hand. */
  readonly by?: string
}

/** A case as the staff see it: its gates, clocks, grades and owner, and what may be done now. */
export interface CaseView<N extends PolicyNames = AnyNames> extends SaidAgain {
  readonly id: string
  /** The number of events of the case. */
  readonly version: number
  /** The policy that the case follows: its id and content hash. */
  readonly policy: { readonly id: string; readonly content: string }
  /** Open, customer loop closed, closed, or record expired. */
  readonly state: Case.Standing
  /** How the customer loop ended, such as `confirmed`. */
  readonly outcome?: string
  /** True if the staff entered the customer's answer or withdrawal for them. */
  readonly isOnBehalf?: true
  readonly loop?: N["loop"]
  readonly kind?: N["kind"]
  readonly category?: N["category"]
  readonly emotion?: string
  /** The role that is asked to review how the feedback was read. */
  readonly review?: string
  /** The level of each dimension, with the rules that set it. */
  readonly grades: { readonly [Dimension in keyof N["grades"]]: LevelView<Extract<N["grades"][Dimension], string>> }
  /** The id of the owner. */
  readonly owner: string
  /** The name of the owner, if it is not the id. */
  readonly ownerName?: string
  readonly department?: N["department"]
  /** The id of the customer; absent if nobody is known. */
  readonly customer?: string
  /** The name of the customer, if it differs from the id. */
  readonly customerName?: string
  /** The addresses of the customer, by the channel on which they gave them; the last one is the latest. */
  readonly addresses?: Readonly<Record<string, string>>
  readonly channel?: N["channel"]
  /** The customer's first words. */
  readonly verbatim?: string
  readonly receivedAt: Date
  /** The facts of the case, as they were given. */
  readonly facts: { readonly [Fact in keyof N["facts"]]: string | number | boolean }
  /** The gates of the loop that the case is in, in the order of the policy. */
  readonly gates: readonly GateView<N>[]
  /** The deadlines of the case, running and ended. */
  readonly clocks: readonly ClockView<N>[]
  /** What people have to do by when, each as a clock: `take-up`, `part:<department>`, `approval:<id>` … */
  readonly waits: readonly ClockView[]
  /**
   * Approvals that are waited for: the command (`asked`), its amount, who asked (`by`), the role and the person who
   * decide (`from`, `person`), by when, and the limits that it exceeds (`rules`).
   */
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
  /** The compensation granted so far.  Units: of the policy's currency. */
  readonly compensated: number
  /** The discounts granted so far.  Units: percent. */
  readonly discounted: number
  /** The resources granted so far.  Units: units of the resource. */
  readonly granted: number
  /** A handover that was offered and is not answered yet. */
  readonly offer?: { readonly from: string; readonly to: string; readonly reason: string; readonly due: Date | null }
  /** The ids of collaborators and of the members of the virtual team, without the owner. */
  readonly team: readonly string[]
  /** The parts of the departments in the virtual team: who answers for it, by when, and since when it is done. */
  readonly parts: readonly {
    readonly department: N["department"]
    readonly contact?: string
    readonly due: Date | null
    readonly answered?: Date
  }[]
  /** How often the case was handed over. */
  readonly handovers: number
  /** How often the case was reopened. */
  readonly reopened: number
  /** The ids of linked cases. */
  readonly links: readonly string[]
  /**
   * The problem that the case belongs to, with its number of customers and cases. `progress`: its prevention is in
   * place (`live`) or proved effective (`verified`).
   */
  readonly problem?: {
    readonly id: string
    readonly customers: number
    readonly cases: number
    readonly open: boolean
    /** The prevention of its cause, shown on whichever of its cases: in place, or proved effective. */
    readonly progress?: "live" | "verified"
  }
  /** When the time to keep the record of the closed case ends. */
  readonly keptUntil?: Date
  /** When the customer was erased. Their personal data can no longer be read. */
  readonly erasedAt?: Date
  /**
   * The customer spoke again more often than a case may reopen by itself. A person decides: they reopen it, or leave it
   * closed with the command `close`.
   */
  readonly parked?: { readonly at: Date; readonly cause: string; readonly place?: Place }
  /** What the actor of this desk could do next: names of commands, with the gate if there is one. */
  readonly allowed: readonly string[]
  /** Every command that people give: whether the actor of this desk may give it now, and why not. */
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
    customerName:
      receipt?.customerName ?? (receipt?.customer && otherThan(receipt.customer, session.names(receipt.customer))),
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
