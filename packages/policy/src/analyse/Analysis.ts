/** All that is checked once a policy has been read: its meaning as a whole. */
import type { Varying } from "../bundle/Bundle.ts"
import type { Unsealed } from "../bundle/Hash.ts"
import type { Reading } from "../read/Reading.ts"
import { authority } from "./check/Authority.ts"
import { bypasses } from "./check/Bypass.ts"
import { chains } from "./check/Chains.ts"
import { channels } from "./check/Channels.ts"
import { clockChanges } from "./check/ClockChanges.ts"
import { clocks } from "./check/Clocks.ts"
import { deadEnds } from "./check/DeadEnds.ts"
import { dictionary, neverChosen } from "./check/Dictionary.ts"
import { feedback } from "./check/Feedback.ts"
import { gates } from "./check/Gates.ts"
import { sources } from "./check/Grades.ts"
import { handsOfGates, notStaff } from "./check/Hands.ts"
import { holidays } from "./check/Holidays.ts"
import { idleKeys } from "./check/Idle.ts"
import { inversions, type Order, tellInverted } from "./check/Inversion.ts"
import { lookAlikes } from "./check/LookAlikes.ts"
import { choice } from "./check/Loops.ts"
import { mergeable } from "./check/Mergeable.ts"
import { caseless, forStaff, includes, knowable } from "./check/Messages.ts"
import { names } from "./check/Names.ts"
import { neverHolding } from "./check/Never.ts"
import { unfilled } from "./check/Occasions.ts"
import { ownership } from "./check/Ownership.ts"
import { points } from "./check/Points.ts"
import { problems } from "./check/Problems.ts"
import { inverted, promises } from "./check/Promises.ts"
import { retention } from "./check/Retention.ts"
import { sending } from "./check/Sending.ts"
import { sums } from "./check/Sums.ts"
import { surveys } from "./check/Surveys.ts"
import { lifts, matrix, reachable, total } from "./check/Tables.ts"
import { mostGates } from "./graph/Waiting.ts"

/** Checks a policy; findings go where the reading's do. Without `today` little is judged by the date. */
export const analysis = (r: Reading, whole: Unsealed, today: string | undefined): void => {
  const policy = analysable(r, whole)
  names(r)
  lookAlikes(r)
  channels(r, policy)
  surveys(r, policy)
  dictionary(r, policy.dictionary)
  neverChosen(r, policy)
  const order: Order = { inverted: [], rising: new Set() }
  for (const dimension of policy.grading) {
    if (dimension.by === "matrix") matrix(r, dimension)
    else if (dimension.points !== undefined) sums(r, dimension, policy.grading)
    else total(r, dimension.table.table, policy.grading)
    reachable(r, dimension)
    inversions(r, dimension, policy.grading, order)
    lifts(r, dimension)
    if (dimension.points === undefined) mergeable(r, dimension.table)
  }
  sources(r, policy.grading)
  ownership(r, policy)
  if (policy.ownership.department !== undefined) total(r, policy.ownership.department.table, policy.grading)
  const varying: readonly (Varying<unknown> | undefined)[] = [
    ...policy.clocks.map(({ within }) => within),
    ...policy.loops.flatMap(({ gates: all }) => all.flatMap(({ observe, onlyWithin }) => [observe, onlyWithin])),
    ...Object.values(policy.messages).map(({ variants }) => variants)
  ]
  // A clock that stands in two loops has one table.
  const byId = new Map(varying.flatMap((each) => (each === undefined ? [] : [[each.table.id, each] as const])))
  for (const each of byId.values()) {
    total(r, each.table, policy.grading)
    mergeable(r, each)
  }
  // What a level without a length falls under is no promise that somebody made to it.
  if (!r.hasTold("table/gap")) inverted(r, policy, order)
  tellInverted(r, order, policy.grading)
  choice(r, whole.loops, policy.grading)
  for (const loop of policy.loops) {
    gates(r, loop)
    deadEnds(r, loop)
  }
  bypasses(r, policy)
  feedback(r, policy)
  neverHolding(r, policy)
  notStaff(r)
  handsOfGates(r, policy)
  clocks(r, policy)
  promises(r, policy)
  points(r, policy)
  chains(r, policy)
  idleKeys(r, whole)
  authority(r, policy.authority, policy.grading)
  sending(r, policy)
  retention(r, policy)
  problems(r, policy)
  includes(r, policy.messages)
  caseless(r, policy.messages)
  forStaff(r)
  knowable(r, policy)
  unfilled(r, policy)
  holidays(r, policy, today)
  clockChanges(r, policy, today)
}

/** Leaves loops out that have more gates than can be held against each other, and says so. */
const analysable = (r: Reading, policy: Unsealed): Unsealed => {
  const tooLarge = policy.loops.filter(({ gates: all }) => all.length > mostGates)
  if (tooLarge.length === 0) return policy
  for (const { name } of tooLarge) {
    const at = r.at(`loops.${name}`)
    if (at !== undefined) r.say("loop/too-many-gates", at, { loop: name, limit: mostGates }, { span: at.named })
  }
  const isLeftOut = (loop: string | undefined): boolean => tooLarge.some(({ name }) => name === loop)
  return {
    ...policy,
    loops: policy.loops.filter(({ name }) => !isLeftOut(name)),
    clocks: policy.clocks.filter(({ loop }) => !isLeftOut(loop))
  }
}
