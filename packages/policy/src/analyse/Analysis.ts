/** All that is checked once a policy has been read: its meaning as a whole. */
import type { Unsealed } from "../emit/Hash.ts"
import type { Reading } from "../read/Reading.ts"
import { authority } from "./Authority.ts"
import { channels } from "./Channels.ts"
import { clocks } from "./Clocks.ts"
import { deadEnds } from "./DeadEnds.ts"
import { dictionary } from "./Dictionary.ts"
import { gates } from "./Gates.ts"
import { sources } from "./Grades.ts"
import { holidays } from "./Holidays.ts"
import { inversions } from "./Inversion.ts"
import { choice } from "./Loops.ts"
import { includes, knowable } from "./Messages.ts"
import { names } from "./Names.ts"
import { ownership } from "./Ownership.ts"
import { promises } from "./Promises.ts"
import { retention } from "./Retention.ts"
import { sending } from "./Sending.ts"
import { lifts, matrix, reachable, total } from "./Tables.ts"

/** Checks a policy; findings go where the reading's do. Without `today` nothing is judged by the date. */
export const analysis = (r: Reading, policy: Unsealed, today: string | undefined): void => {
  names(r)
  channels(r, policy)
  dictionary(r, policy.dictionary)
  for (const dimension of policy.grading) {
    if (dimension.by === "matrix") matrix(r, dimension)
    else total(r, dimension.table.table)
    reachable(r, dimension)
    inversions(r, dimension)
    lifts(r, dimension)
  }
  sources(r, policy.grading)
  ownership(r, policy)
  if (policy.ownership.department !== undefined) total(r, policy.ownership.department.table)
  const tables = [
    ...policy.clocks.map(({ within }) => within?.table),
    ...policy.loops.flatMap(({ gates: all }) =>
      all.flatMap(({ observe, onlyWithin }) => [observe?.table, onlyWithin?.table])
    )
  ]
  // A clock that stands in two loops has one table.
  const byId = new Map(tables.flatMap((table) => (table === undefined ? [] : [[table.id, table] as const])))
  for (const table of byId.values()) total(r, table)
  choice(r, policy.loops)
  for (const loop of policy.loops) {
    gates(r, loop)
    deadEnds(r, loop)
  }
  clocks(r, policy.clocks)
  promises(r, policy)
  authority(r, policy.authority, policy.grading)
  sending(r, policy)
  retention(r, policy)
  includes(r, policy.messages)
  knowable(r, policy)
  if (today !== undefined) holidays(r, policy.calendars, today)
}
