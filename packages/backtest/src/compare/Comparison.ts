/**
 * Compares decisions of a candidate policy with those of a baseline policy or of the record. Cases are added one by
 * one; the result is a report.
 */
import { defined, type Policy } from "@hearback/core"
import type { AssembledLog } from "../log/Assembly.ts"
import type { RecordedCase } from "../record/RecordedCase.ts"
import type { Replayed } from "../replay/Decisions.ts"
import type { BacktestReport, NotReplayed, ReportCause, Sample, Totals } from "../report/Report.ts"
import { changesOf, type ReplayChange } from "./Change.ts"
import { makeClocks } from "./Clocks.ts"
import { type ComparedAnswers, thenView, traceOf } from "./ComparedAnswers.ts"
import { makeCounter } from "./Counter.ts"
import { makeGrades } from "./Grades.ts"
import { makeOutcomes } from "./Outcomes.ts"
import { rowHits, rowsOf } from "./Rows.ts"

/** A comparison that is under way: cases are added, then the report is made. */
export interface ReplayComparison {
  /**
   * Adds a case; `before` is its decision under the baseline policy, if there is one. Returns whether both sides
   * decide the case.
   */
  readonly add: (recorded: RecordedCase, before: Replayed | undefined, after: Replayed) => boolean
  readonly report: (quality: AssembledLog["quality"]) => BacktestReport
}

/** The report shows at most `SAMPLES` cases, and at most `OF_ONE_CAUSE` of one cause. */
const SAMPLES = 20
const OF_ONE_CAUSE = 3

type Sum = { -readonly [K in keyof Totals]: number }

const nothing: Sum = {
  cases: 0,
  replayed: 0,
  "not-replayable": 0,
  changed: 0,
  weaker: 0,
  stronger: 0,
  "newly-breached": 0,
  fixed: 0,
  "due-later": 0,
  "due-sooner": 0,
  "owner-changed": 0,
  "newly-unowned": 0,
  "higher-approver": 0,
  "newly-demanded": 0,
  "no-longer-demanded": 0
}

/** Makes a comparison without cases. Without `baseline`, the candidate is compared with what the record tells. */
export const makeComparison = (policy: Policy.Policy, baseline: Policy.Policy | undefined): ReplayComparison => {
  const totals = { ...nothing }
  const [clocks, grades, outcomes] = [makeClocks(), makeGrades(policy), makeOutcomes()]
  const [ofPolicy, ofBaseline] = [makeNotReplayed(), makeNotReplayed()]
  const [rowsBefore, rowsAfter] = [new Map<string, number>(), new Map<string, number>()]
  const approvers = makeCounter<{ readonly power: string; readonly from: string; readonly to: string }>(JSON.stringify)
  const [demanded, dropped] = [makeCounter<string>(), makeCounter<string>()]
  const causes = makeCauses()
  let ownersNotDecided = 0
  const count = (changes: readonly ReplayChange[]): void => {
    const has = (of: ReplayChange["of"], sense?: ReplayChange["sense"]): boolean =>
      changes.some((change) => change.of === of && (sense === undefined || change.sense === sense))
    const add = (total: keyof Sum, is: boolean): void => {
      if (is) totals[total] += 1
    }
    add("changed", changes.length > 0)
    add("weaker", has("grade", "weaker"))
    add("stronger", has("grade", "stronger"))
    add("due-later", has("due", "weaker"))
    add("due-sooner", has("due", "stronger"))
    add("owner-changed", has("owner") || has("department"))
    add("higher-approver", has("approver", "stronger"))
    add("newly-demanded", has("gate", "stronger"))
    add("no-longer-demanded", has("gate", "weaker"))
    add(
      "newly-breached",
      changes.some(({ of, from, to }) => of === "clock" && from === "kept" && to === "broken")
    )
    add(
      "fixed",
      changes.some(({ of, from, to }) => of === "clock" && from === "broken" && to === "kept")
    )
    for (const { of, name, from, to, sense } of changes) {
      if (of === "approver") approvers.add({ power: name, from, to })
      if (of === "gate") (sense === "stronger" ? demanded : dropped).add(name)
    }
  }
  const compare = (recorded: RecordedCase, before: ComparedAnswers, after: ComparedAnswers): void => {
    const changes = changesOf(policy, before, after)
    count(changes)
    grades.add(before, after)
    clocks.add(before, after)
    if (before.isUnowned === false && after.isUnowned === true) totals["newly-unowned"] += 1
    if (after.owner === undefined) ownersNotDecided += 1
    for (const rule of rowsOf(before)) rowsBefore.set(rule, (rowsBefore.get(rule) ?? 0) + 1)
    for (const rule of rowsOf(after)) rowsAfter.set(rule, (rowsAfter.get(rule) ?? 0) + 1)
    outcomes.add(after, recorded.outcomes)
    causes.add(changes, () => ({ case: recorded.id, before: traceOf(before), after: traceOf(after) }))
  }
  return {
    add: (recorded, before, after) => {
      totals.cases += 1
      ofPolicy.add(after)
      if (before !== undefined) ofBaseline.add(before)
      if (after._tag !== "Decided" || (before !== undefined && before._tag !== "Decided")) {
        totals["not-replayable"] += 1
        return false
      }
      totals.replayed += 1
      compare(recorded, before === undefined ? thenView(recorded.decided) : before.decided, after.decided)
      return true
    },
    report: (quality) =>
      defined({
        policy: named(policy),
        baseline: baseline && named(baseline),
        quality,
        totals: { ...totals },
        notReplayed: defined({ policy: ofPolicy.found(), baseline: baseline && ofBaseline.found() }),
        ownersNotDecided,
        grades: grades.matrices(),
        clocks: clocks.tables(),
        approvers: approvers.all().map(({ value, count: times }) => ({ ...value, count: times })),
        gates: { newlyDemanded: demanded.all(), noLongerDemanded: dropped.all() },
        rows: rowHits(policy, baseline === undefined ? undefined : rowsBefore, rowsAfter, totals.replayed),
        causes: causes.all(),
        samples: causes.samples(),
        outcomes: outcomes.tables()
      })
  }
}

const named = ({ bundle: { id, content } }: Policy.Policy): BacktestReport["policy"] => ({ id, content })

const makeNotReplayed = () => {
  let cases = 0
  const [inputs, refused] = [makeCounter<string>(), makeCounter<string>()]
  return {
    add: (replayed: Replayed): void => {
      if (replayed._tag === "Decided") return
      cases += 1
      if (replayed._tag === "NotReplayable") for (const input of replayed.inputs) inputs.add(input)
      else for (const code of replayed.codes) refused.add(code)
    },
    found: (): NotReplayed => ({ cases, inputs: inputs.all(), refused: refused.all() })
  }
}

interface Caused {
  readonly cause: Omit<ReportCause, "count">
  count: number
  readonly samples: Sample[]
}

/**
 * Returns the changes grouped by the pair of rules that decided, the most frequent first, with some cases of each.
 */
const makeCauses = () => {
  const found = new Map<string, Caused>()
  return {
    add: (changes: readonly ReplayChange[], sample: () => Sample): void => {
      let shown: Sample | undefined
      for (const { from, to, ...rest } of changes) {
        // Due instants differ in every case, so changes of them are grouped by the rules that set them.
        const cause = rest.of === "due" ? rest : { ...rest, from, to }
        const key = JSON.stringify(cause)
        const one: Caused = found.get(key) ?? { cause, count: 0, samples: [] }
        one.count += 1
        if (one.samples.length < OF_ONE_CAUSE && shown === undefined) {
          shown = sample()
          one.samples.push(shown)
        }
        found.set(key, one)
      }
    },
    all: (): readonly ReportCause[] =>
      [...found.values()].sort((a, b) => b.count - a.count).map(({ cause, count }) => ({ ...cause, count })),
    samples: (): readonly Sample[] => {
      const ordered = [...found.values()].sort((a, b) => b.count - a.count)
      const rounds = Array.from({ length: OF_ONE_CAUSE }, (_, round) =>
        ordered.flatMap(({ samples }) => samples.slice(round, round + 1))
      )
      return rounds.flat().slice(0, SAMPLES)
    }
  }
}
