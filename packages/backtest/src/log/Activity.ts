/** Reads the activity of a log row: what happened to the case, and what a person did. */
import { Actor, Deed, defined, type Happened } from "@hearback/core"
import type { Doing } from "../record/CaseActs.ts"
import type { ActivityMeaning, LogMapping } from "./LogMapping.ts"
import type { LogRow, RowReader } from "./Row.ts"

/**
 * Who performed the activity of a row, and its step. `other`: the activity was only scheduled or the like, so no work
 * began or was done.
 */
export interface ActivityDone {
  readonly by?: string
  readonly role?: string
  readonly step?: Deed.DeedStep | "other"
}

const known: ReadonlySet<string> = new Set(Deed.steps)

/** Returns who performed the activity of a row and its step; undefined if the row tells neither. */
export const doneIn = (
  row: LogRow,
  reader: RowReader,
  { resource, role, lifecycle }: LogMapping["columns"],
  roles: ReadonlySet<string>
): ActivityDone | undefined => {
  if (resource === undefined && role === undefined && lifecycle === undefined) return undefined
  const by = resource === undefined ? undefined : reader.field(row, "resource")
  const step = lifecycle === undefined ? undefined : reader.field(row, "lifecycle")?.toLowerCase()
  return defined({
    by: by !== undefined && Actor.isPersonId(by) ? by : undefined,
    role: role === undefined ? undefined : reader.among(row, "role", roles),
    step: step === undefined || known.has(step) ? (step as Deed.DeedStep | undefined) : ("other" as const)
  })
}

const deeds: ReadonlySet<string> = new Set(["Worked", "Asked", "Answered"] satisfies Deed.Deed["_tag"][])

const isDeed = (meaning: Happened.Happened | Deed.Deed): meaning is Deed.Deed => deeds.has(meaning._tag)

/** Returns what happened to the case by a row; undefined for work that only begins or is interrupted. */
export const happenedIn = (meaning: ActivityMeaning, done: ActivityDone | undefined): Happened.Happened | undefined =>
  meaning === undefined || isDeed(meaning) || (done?.step ?? "complete") !== "complete" ? undefined : meaning

/** Returns what somebody did by a row; undefined if the row does not tell who did it or what was done. */
export const doingOf = (at: number, meaning: ActivityMeaning, done: ActivityDone | undefined): Doing | undefined => {
  const deed = meaning !== undefined && isDeed(meaning) ? meaning : undefined
  const on = deed?._tag === "Worked" ? deed.on : meaning?._tag === "GatePassed" ? meaning.gate : undefined
  const step = done?.step === "other" ? undefined : done?.step
  if (done?.by === undefined && deed === undefined) return undefined
  return defined({
    at,
    by: done?.by,
    role: done?.role,
    work: on === undefined || step === undefined ? undefined : { on, step },
    asked: deed?._tag === "Asked" ? deed.question : undefined,
    answered: deed?._tag === "Answered" ? deed.says : undefined
  })
}
