/** One side of a comparison: what a policy decided on a case, or what the record tells of the decision made then. */
import type { DecidedThen } from "../record/RecordedCase.ts"
import type { Decided, DecidedClock } from "../replay/Decisions.ts"
import type { TracedAspect, TraceLine } from "../report/Trace.ts"

/** An answer with the rule that gave it. An answer from a record has no rule. */
export interface ViewedAnswer<T = string> {
  readonly value: T
  readonly rule?: string
}

/** All answers of one side on one case. An absent member is not compared. */
export interface ComparedAnswers {
  readonly loop?: ViewedAnswer
  readonly grades: Readonly<Record<string, ViewedAnswer & { readonly lifted?: ViewedAnswer }>>
  readonly owner?: ViewedAnswer
  readonly isUnowned?: boolean
  readonly department?: ViewedAnswer
  readonly clocks: Readonly<Record<string, Partial<DecidedClock> & Pick<DecidedClock, "verdict">>>
  readonly gates?: Readonly<Record<string, string>>
  readonly approvers?: Decided["approvers"]
}

/** Returns the decisions that the record tells of a case, as one side of a comparison. */
export const thenView = ({ grades, kept }: DecidedThen): ComparedAnswers => ({
  grades: Object.fromEntries(Object.entries(grades).map(([dimension, value]) => [dimension, { value }])),
  clocks: Object.fromEntries(
    Object.entries(kept).map(([clock, isKept]) => [clock, { verdict: isKept ? "kept" : "broken" }])
  )
})

/** Returns one side as lines, in the order in which a policy decides. */
export const traceOf = ({
  loop,
  grades,
  owner,
  department,
  clocks,
  gates,
  approvers
}: ComparedAnswers): readonly TraceLine[] => [
  ...answered("loop", "", loop),
  ...Object.entries(grades).flatMap(([name, answer]) => [
    ...answered("grade", name, answer.lifted),
    ...answered("grade", name, answer)
  ]),
  ...answered("owner", "", owner),
  ...answered("department", "", department),
  ...Object.entries(clocks).flatMap(([name, { verdict, dueAt, rule }]) => [
    ...(dueAt === undefined ? [] : [line("due", name, dueAt === null ? "" : String(dueAt), rule)]),
    line("clock", name, verdict, rule)
  ]),
  ...Object.entries(gates ?? {}).map(([name, rule]) => line("gate", name, "yes", rule)),
  ...Object.entries(approvers ?? {}).map(([power, { value, rule }]) => line("approver", power, value ?? "", rule))
]

const line = (of: TracedAspect, name: string, value: string, rule: string | undefined): TraceLine =>
  rule === undefined ? { of, name, value } : { of, name, value, rule }

const answered = (of: TracedAspect, name: string, answer: ViewedAnswer | undefined): readonly TraceLine[] =>
  answer === undefined ? [] : [line(of, name, answer.value, answer.rule)]
