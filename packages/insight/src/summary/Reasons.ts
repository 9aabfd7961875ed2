/** Reasons to read a case. */
import { defined } from "@hearback/core"
import { missOf, runsOf } from "../measure/TimeMeasures.ts"
import { momentsOf, type Story } from "../story/CaseStory.ts"

/** A reason.  Units: instants in ms since 1970. */
export type CaseReason = { readonly at: number } & (
  | {
      readonly why: "promise-missed"
      readonly clock: string
      /** When the promise was met late. */
      readonly metAt?: number
    }
  | { readonly why: "reopened" | "dissatisfied" }
  | { readonly why: "verification-failed"; readonly gate: string }
  | { readonly why: "spot-check-wrong"; readonly duty: string }
)

/** Returns the reasons to read a case. */
export const reasonsOf = (story: Story): readonly CaseReason[] => [
  ...runsOf(story, ({ promise }) => promise).flatMap((run): readonly CaseReason[] => {
    const breach = missOf(run)
    const metAt = run.clock.status === "met" ? run.clock.endedAt : undefined
    return breach === undefined
      ? []
      : [defined({ why: "promise-missed" as const, at: breach.dueAt, clock: run.rule.name, metAt })]
  }),
  ...disputesOf(story),
  ...momentsOf(story, "verification-failed").map(
    ({ event }): CaseReason => ({ why: "verification-failed", at: event.at, gate: event.gate })
  ),
  ...momentsOf(story, "spot-check-found").flatMap(({ event, before }): readonly CaseReason[] => {
    const duty = before.authority.draws.find(({ id }) => id === event.id)?.of ?? ""
    return event.finding === "wrong" ? [{ why: "spot-check-wrong", at: event.at, duty }] : []
  })
]

/** Returns answers "dissatisfied"; one that has reopened the case is returned as a reopening. */
const disputesOf = (story: Story): readonly CaseReason[] => {
  const reopened = momentsOf(story, "case-reopened").flatMap(({ event: { at, cause } }) =>
    cause === "dissatisfied" ? [at] : []
  )
  const other = momentsOf(story, "customer-dissatisfied").filter(({ event }) => !reopened.includes(event.at))
  return [
    ...reopened.map((at): CaseReason => ({ why: "reopened", at })),
    ...other.map(({ event: { at } }): CaseReason => ({ why: "dissatisfied", at }))
  ]
}
