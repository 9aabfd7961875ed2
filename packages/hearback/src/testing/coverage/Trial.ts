/**
 * Tries a proposed scenario, and keeps the steps that the policy allows, so that the result passes when it is run.
 */
import { Instant } from "@hearback/core"
import { type People, readScenarios } from "@hearback/policy"
import type { ScenarioStep } from "../law/Law.ts"
import { type CaseNames, play } from "../scenario/act/Act.ts"
import { type Observed, observedIn, type Refused, refusedOf } from "../scenario/Observations.ts"
import { runObserved } from "../scenario/ScenarioRun.ts"
import { makeWorld } from "../virtual/World.ts"
import { coveredBy } from "./CoveredItems.ts"
import type { CoverageSubject } from "./Items.ts"
import type { Attempt } from "./Journeys.ts"

/** A proposal that was tried. */
export interface Tried {
  readonly steps: readonly ScenarioStep[]
  readonly covered: ReadonlySet<string>
}

/** Returns the scenario with what it exercises; undefined if no case was opened, or if it does not pass alone. */
export const tryOut = async (
  subject: CoverageSubject,
  people: People,
  attempts: readonly Attempt[]
): Promise<Tried | undefined> => {
  const { steps, observed: seen, isWhole } = await kept(subject, people, attempts)
  const [scenario] = steps.length === 0 ? [] : read(subject, people, steps)
  if (scenario === undefined) return undefined
  // If `settle` was omitted, half of its work may have been done.
  if (isWhole) return { steps, covered: coveredBy(subject, seen) }
  const { result, observed } = await runObserved(scenario, subject.policy.bundle, people, {})
  return result.ok ? { steps, covered: coveredBy(subject, observed) } : undefined
}

interface Kept {
  readonly steps: readonly ScenarioStep[]
  readonly observed: Observed
  /** Returns whether no step was omitted. */
  readonly isWhole: boolean
}

const read = ({ policy }: CoverageSubject, people: People, steps: readonly ScenarioStep[]) => {
  const text = JSON.stringify({ hearback: 1, policy: "policy.yaml", scenarios: [{ scenario: "tried", steps }] })
  return readScenarios({ path: "tried.scenario.yaml", text }, policy.bundle, people).scenarios
}

/** Runs the steps one by one. A refused step is omitted, or expected to be refused if that is wanted. */
const kept = async (subject: CoverageSubject, people: People, attempts: readonly Attempt[]): Promise<Kept> => {
  const [scenario] = read(
    subject,
    people,
    attempts.map(({ step }) => step)
  )
  const all = scenario?.steps ?? []
  const { bundle, zone } = subject.policy
  const world = await makeWorld({ bundle, people, at: all[0]?.at ?? 0 })
  const names: CaseNames = new Map()
  const [taken, refused] = [[] as ScenarioStep[], [] as Refused[]]
  for (const [n, { at, act }] of all.entries()) {
    const { step = {}, isRefused = false } = attempts[n] ?? {}
    await world.travel(at)
    const result = await play(world, names, act, `${n}`)
    await world.settle()
    const placed = { ...step, at: Instant.renderInstant(at, zone) }
    const [code] = result.rejected
    if (isRefused && result.refusal !== undefined) {
      taken.push({ ...placed, expect: { rejected: code } })
      refused.push(...(await refusedOf(world, names, act, result)))
    } else if (result.impossible === undefined && code === undefined)
      taken.push(result.waits === true ? { ...placed, expect: { pending: result.pending } } : placed)
  }
  const observed = await observedIn(world, names, refused)
  await world.engine.store.close()
  return { steps: taken, observed, isWhole: taken.length === all.length }
}
