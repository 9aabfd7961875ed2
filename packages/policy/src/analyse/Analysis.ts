/** Runs every check that needs the whole policy, after its sections have been read. */
import type { Varying } from "../bundle/Bundle.ts"
import type { UnhashedBundle } from "../bundle/Hash.ts"
import type { Reading } from "../read/Reading.ts"
import { answers } from "./check/Answers.ts"
import { assumptions } from "./check/Assumptions.ts"
import { authority } from "./check/Authority.ts"
import { bypasses } from "./check/Bypass.ts"
import { chains } from "./check/Chains.ts"
import { channels } from "./check/Channels.ts"
import { clockChanges } from "./check/ClockChanges.ts"
import { clocks } from "./check/Clocks.ts"
import { deadEnds } from "./check/DeadEnds.ts"
import { dictionary, neverChosen } from "./check/Dictionary.ts"
import { escalation } from "./check/Escalation.ts"
import { feedback } from "./check/Feedback.ts"
import { gates } from "./check/Gates.ts"
import { sources } from "./check/Grades.ts"
import { holidays } from "./check/Holidays.ts"
import { idleKeys } from "./check/IdleKeys.ts"
import { implausible } from "./check/Implausible.ts"
import { neverHolding } from "./check/ImpossibleConditions.ts"
import { type InversionScan, inversions, tellInverted } from "./check/Inversion.ts"
import { lookAlikes } from "./check/LookAlikes.ts"
import { choice } from "./check/Loops.ts"
import { mergeable } from "./check/MergeableRows.ts"
import { caseless, forStaff, includes, knowable } from "./check/Messages.ts"
import { handsOfGates, notStaff } from "./check/MissingStaff.ts"
import { names } from "./check/Names.ts"
import { unfilled } from "./check/Occasions.ts"
import { ownership } from "./check/Ownership.ts"
import { points } from "./check/Points.ts"
import { problems } from "./check/Problems.ts"
import { inverted, promises } from "./check/Promises.ts"
import { questions } from "./check/Questions.ts"
import { retention } from "./check/Retention.ts"
import { sending } from "./check/Sending.ts"
import { sequence } from "./check/Sequence.ts"
import { sums } from "./check/Sums.ts"
import { surveys } from "./check/Surveys.ts"
import { lifts, matrix, reachable, total } from "./check/Tables.ts"
import { mostGates } from "./graph/Waiting.ts"

/**
 * Checks a whole policy and adds the findings to those of reading. Without `today` (`2026-11-20`), few checks of
 * dates run.
 */
export const analysis = (reading: Reading, whole: UnhashedBundle, today: string | undefined): void => {
  const policy = analysable(reading, whole)
  names(reading)
  lookAlikes(reading)
  channels(reading, policy)
  surveys(reading, policy)
  questions(reading, policy)
  dictionary(reading, policy.dictionary)
  neverChosen(reading, policy)
  const order: InversionScan = { inverted: [], rising: new Set() }
  for (const dimension of policy.grading) {
    if (dimension.by === "matrix") matrix(reading, dimension)
    else if (dimension.points !== undefined) sums(reading, dimension, policy.grading)
    else total(reading, dimension.table.table, policy.grading)
    // A row with a wrong level can equal its neighbour, so rows are not called mergeable if a level is never reached.
    const isMissed = reachable(reading, dimension)
    inversions(reading, dimension, policy.grading, order)
    lifts(reading, dimension)
    if (dimension.points === undefined && !isMissed) mergeable(reading, dimension.table)
  }
  sources(reading, policy.grading)
  ownership(reading, policy)
  if (policy.ownership.department !== undefined) total(reading, policy.ownership.department.table, policy.grading)
  const varying: readonly (Varying<unknown> | undefined)[] = [
    ...policy.clocks.map(({ within }) => within),
    ...policy.loops.flatMap(({ gates: all }) => all.flatMap(({ observe, onlyWithin }) => [observe, onlyWithin])),
    ...Object.values(policy.messages).map(({ variants }) => variants)
  ]
  // A clock that is in two loops has one table, which is checked once.
  const byId = new Map(varying.flatMap((each) => (each === undefined ? [] : [[each.table.id, each] as const])))
  for (const each of byId.values()) {
    total(reading, each.table, policy.grading)
    mergeable(reading, each)
  }
  // A level without a time limit gets a default that nobody chose, so its promise is not compared.
  if (!reading.hasTold("table/gap")) inverted(reading, policy, order)
  tellInverted(reading, order, policy.grading)
  choice(reading, whole.loops, policy.grading)
  for (const loop of policy.loops) {
    gates(reading, loop)
    deadEnds(reading, loop)
    sequence(reading, loop)
  }
  bypasses(reading, policy)
  feedback(reading, policy)
  neverHolding(reading, policy)
  assumptions(reading, policy)
  notStaff(reading)
  handsOfGates(reading, policy)
  clocks(reading, policy)
  promises(reading, policy)
  points(reading, policy)
  chains(reading, policy)
  answers(reading, policy)
  escalation(reading, policy)
  idleKeys(reading, whole)
  implausible(reading)
  authority(reading, policy.authority, policy.grading)
  sending(reading, policy)
  retention(reading, policy)
  problems(reading, policy)
  includes(reading, policy.messages)
  caseless(reading, policy.messages)
  forStaff(reading)
  knowable(reading, policy)
  unfilled(reading, policy)
  holidays(reading, policy, today)
  clockChanges(reading, policy, today)
}

/** Returns the policy without loops that have too many gates to analyse, and reports these loops. */
const analysable = (reading: Reading, policy: UnhashedBundle): UnhashedBundle => {
  const tooLarge = policy.loops.filter(({ gates: all }) => all.length > mostGates)
  if (tooLarge.length === 0) return policy
  for (const { name } of tooLarge) {
    const at = reading.at(`loops.${name}`)
    if (at !== undefined) reading.say("loop/too-many-gates", at, { loop: name, limit: mostGates }, { span: at.named })
  }
  const isLeftOut = (loop: string | undefined): boolean => tooLarge.some(({ name }) => name === loop)
  return {
    ...policy,
    loops: policy.loops.filter(({ name }) => !isLeftOut(name)),
    clocks: policy.clocks.filter(({ loop }) => !isLeftOut(loop))
  }
}
