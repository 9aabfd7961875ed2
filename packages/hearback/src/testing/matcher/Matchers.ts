/** The checks as matchers of vitest and jest: `expect.extend(matchers)`. */
import * as Shape from "../../call/Shape.ts"
import type { CaseView } from "../../case/CaseView.ts"
import { judgeNoWorse, type NoWorse, type SimulationComparison } from "../../simulation/Comparison.ts"
import type { SimulatedFigure } from "../../simulation/Figure.ts"
import { type Amount, type Judgement, judge } from "../../simulation/Judgement.ts"
import {
  type Checked,
  checkAllowed,
  checkClosed,
  checkDue,
  checkMissed,
  checkOwner,
  type Verb
} from "../check/CaseChecks.ts"
import type { PolicyChecked } from "../law/PolicyCheck.ts"
import { verdictOf } from "../scenario/Failure.ts"
import type { ScenarioResult } from "../scenario/ScenarioResult.ts"

interface Runner {
  readonly isNot?: boolean
}

interface Matched {
  readonly pass: boolean
  readonly message: () => string
}

const checked = ({ ok, says }: Checked): Matched => ({ pass: ok, message: () => says })

/** Makes a matcher of a judgement. An inconclusive one fails both with and without `not`. */
const judged = ({ isNot = false }: Runner, { verdict, says }: Judgement): Matched => ({
  pass: verdict === "inconclusive" ? isNot : verdict === "pass",
  message: () => says
})

const caseOf = (matcher: string, received: unknown): CaseView => {
  if (typeof received === "object" && received !== null && "gates" in received) return received as CaseView
  throw Shape.invalid(`\`${matcher}\` takes a case, the result of \`await loop.get(id)\``)
}

const figureOf = (matcher: string, received: unknown): SimulatedFigure => {
  if (typeof received === "object" && received !== null && "metric" in received) return received as SimulatedFigure
  throw Shape.invalid(`\`${matcher}\` takes a figure of a report, such as \`report.clock("agreed")\``)
}

const comparisonOf = (received: unknown): SimulationComparison => {
  if (typeof received === "object" && received !== null && "differences" in received)
    return received as SimulationComparison
  throw Shape.invalid("`toBeNoWorseThan` takes the result of `await compare(before, after)`")
}

/** The matchers for `expect.extend` of vitest or jest. */
export const matchers = {
  toBeMetAtLeast(this: Runner, received: unknown, share: Amount): Matched {
    return judged(this, judge(figureOf("toBeMetAtLeast", received), { atLeast: share }))
  },
  toBeAtLeast(this: Runner, received: unknown, amount: Amount): Matched {
    return judged(this, judge(figureOf("toBeAtLeast", received), { atLeast: amount }))
  },
  toBeAtMost(this: Runner, received: unknown, amount: Amount): Matched {
    return judged(this, judge(figureOf("toBeAtMost", received), { atMost: amount }))
  },
  toBeNoWorseThan(this: Runner, received: unknown, asked: NoWorse): Matched {
    return judged(this, judgeNoWorse(comparisonOf(received), asked))
  },
  toHold(received: unknown): Matched {
    if (typeof received === "object" && received !== null && "spoke" in received)
      return checked(received as PolicyChecked)
    if (typeof received === "object" && received !== null && "steps" in received) {
      const scenario = received as ScenarioResult
      return checked({ ok: scenario.ok, says: verdictOf(scenario) })
    }
    throw Shape.invalid("`toHold` takes the result of `await checkPolicy(policy, law)` or `await given(policy)….run()`")
  },
  toBeOwnedBy: (received: unknown, owner: string): Matched =>
    checked(checkOwner(caseOf("toBeOwnedBy", received), owner)),
  toHaveDue: (received: unknown, clock: string, due: Date | string): Matched =>
    checked(checkDue(caseOf("toHaveDue", received), clock, due)),
  toHaveMissed: (received: unknown, clock: string): Matched =>
    checked(checkMissed(caseOf("toHaveMissed", received), clock)),
  toAllow: (received: unknown, command: Verb, gate?: string): Matched =>
    checked(checkAllowed(caseOf("toAllow", received), command, gate)),
  toBeClosed: (received: unknown, side?: "customer-loop"): Matched =>
    checked(checkClosed(caseOf("toBeClosed", received), side))
}
