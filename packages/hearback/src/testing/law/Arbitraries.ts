/**
 * Random values for fast-check: lives of cases, feedback, and policies that differ from one in durations and amounts.
 */
import { readFileSync } from "node:fs"
import type { Bundle } from "@hearback/core"
import { compile } from "@hearback/policy"
// biome-ignore lint/suspicious/noTsIgnore: without fast-check, the declarations of this file must have no error.
/** @ts-ignore: fast-check is an optional peer. */
import type { Arbitrary } from "fast-check"
import * as Shape from "../../call/Shape.ts"
import type { CaseView } from "../../case/CaseView.ts"
import type { Feedback } from "../../desk/Feedback.ts"
import type { Life, ScenarioStep } from "./Law.ts"
import { playFreely, subjectIn } from "./Life.ts"
import { openingOf } from "./Moves.ts"

const HOUR = 60
const DAY = 24 * HOUR

type FastCheck = typeof import("fast-check")

/** Loads fast-check, which is an optional peer, when something is drawn. */
const fastCheck = async (caller: string): Promise<FastCheck> => {
  try {
    return await import("fast-check")
  } catch (cause) {
    throw Shape.invalid(`${caller} needs fast-check: npm install --save-dev fast-check (${String(cause)})`)
  }
}

/** Draws lives of one case: what a customer says, and then commands of people, as long as there are possible ones. */
const livesOf = (fc: FastCheck): Arbitrary<Life> =>
  fc.record({
    channel: fc.nat(20),
    customer: fc.nat(10),
    words: fc.array(fc.nat(1000), { minLength: 1, maxLength: 3 }),
    facts: fc.array(fc.nat(50), { maxLength: 2 }),
    takenBy: fc.nat(10),
    start: fc.nat(2),
    acts: fc.array(
      fc.record({
        // From time to time a night, a weekend or a month passes.
        wait: fc.constantFrom(1, 1, 10, 10, HOUR, HOUR, 5 * HOUR, DAY, 3 * DAY, 40 * DAY),
        idle: fc.constantFrom(false, false, false, false, true),
        who: fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 5),
        which: fc.nat(40),
        how: fc.nat(20),
        forward: fc.constantFrom(true, true, true, false)
      }),
      { maxLength: 24, size: "max" }
    )
  })

/** Searches a life that breaks a law. Errors: `call/invalid` if fast-check is not installed. */
export const search = async (
  runs: number,
  seed: number,
  holds: (life: Life) => Promise<boolean>
): Promise<{ readonly lives: number; readonly counterexample?: Life }> => {
  const fc = await fastCheck("checkPolicy")
  // A found life is shrunk as a scenario, step by step, which needs far fewer tries than shrinking lives.
  const settings = { numRuns: runs, seed, endOnFailure: true }
  const { numRuns, counterexample } = await fc.check(fc.asyncProperty(livesOf(fc), holds), settings)
  const [found] = counterexample ?? []
  return found === undefined ? { lives: numRuns } : { lives: numRuns, counterexample: found }
}

/**
 * Returns a fast-check arbitrary of feedback for a policy: its channels and facts, words of its dictionary, customers
 * of its people file.
 */
export const feedbackFor = async (policy: string, people?: string): Promise<Arbitrary<Feedback>> => {
  const subject = subjectIn(policy, people)
  return livesOf(await fastCheck("feedbackFor")).map((life) => {
    const { submit: _, by: __, ...feedback } = openingOf(subject, life, 0)
    return feedback as unknown as Feedback
  })
}

/** A random life of a case. */
export interface DrawnLife {
  /**
   * Plays the life from its beginning, and calls `see` with the case after each step. Returns the steps in the form of
   * a scenario.
   */
  readonly play: (see?: (view: CaseView) => void) => Promise<readonly ScenarioStep[]>
}

/** Returns a fast-check arbitrary of lives of a case: people of the people file give possible commands. */
export const livesFor = async (policy: string, people?: string): Promise<Arbitrary<DrawnLife>> => {
  const subject = subjectIn(policy, people)
  return livesOf(await fastCheck("livesFor")).map((life) => ({
    play: (see = () => {}) => playFreely(subject, life, see)
  }))
}

const lengths = /\b\d+(?= (?:working hours?|working days?|hours?|minutes?|days?)\b)/gu
const limits = /(?<=\b(?:per-case|per-day|per-month|per-year|discount|resources): )\d+\b/gu
const factors = [0.25, 0.5, 1, 1, 1, 2, 4]

/**
 * Returns a fast-check arbitrary of valid policies that differ from one in lengths of time and limits. What holds for
 * all of them does not depend on these values.
 */
export const policiesFrom = async (policy: string): Promise<Arbitrary<Bundle.Bundle>> => {
  const text = textOf(policy)
  const fc = await fastCheck("policiesFrom")
  const found = [...text.matchAll(lengths), ...text.matchAll(limits)].sort((a, b) => a.index - b.index)
  return fc
    .array(fc.constantFrom(...factors), { minLength: found.length, maxLength: found.length })
    .map((all) => compiled(policy, changed(text, found, all)))
    .filter((bundle) => bundle !== undefined)
}

const textOf = (path: string): string => {
  try {
    return readFileSync(path, "utf8")
  } catch {
    throw Shape.invalid(`cannot read ${path}`)
  }
}

const changed = (text: string, found: readonly RegExpExecArray[], by: readonly number[]): string =>
  found.reduceRight((so, { 0: number, index }, nth) => {
    const value = Math.max(1, Math.round(Number(number) * (by[nth] ?? 1)))
    return so.slice(0, index) + value + so.slice(index + number.length)
  }, text)

const compiled = (root: string, text: string): Bundle.Bundle | undefined =>
  compile({ root, read: (path) => (path === root ? text : textOf(path)) }).bundle
