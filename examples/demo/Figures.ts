/**
 * Counts what happened in a run. The numbers come from the record and the worklist, never from the memory of the run.
 */
import { type Policy, Text } from "@hearback/core"
import type { CaseView, Loop, LoopEvent } from "hearback"
import { priorityOf } from "./Example.ts"
import type { Intake } from "./Ingest.ts"
import { type OpenCases, openBecause } from "./Open.ts"
import { type Promised, promised } from "./Promised.ts"
import { type Authority, authority, type Handovers, handovers } from "./Used.ts"
import { arrive } from "./Weeks.ts"

/** How many messages other than praise were classified, by the dictionary and by people. */
interface Classified {
  readonly of: number
  readonly byDictionary: number
  readonly byPeople: number
}

interface CategoryRow {
  readonly category: string
  readonly title: string
  readonly total: number
  readonly byPriority: Readonly<Record<string, number>>
}

/** The counts of one finished run. */
export interface Figures {
  readonly example: string
  readonly title: string
  /** Instant at which the run begins; `to` is its end. Units: ms since 1970. */
  readonly from: number
  readonly to: number
  readonly rows: number
  readonly leftOut: number
  readonly cases: number
  readonly joined: number
  readonly quarantined: number
  /** Number of quarantined rows by reason. */
  readonly quarantine: Readonly<Record<string, number>>
  readonly classified: Classified
  readonly kinds: Readonly<Record<string, number>>
  readonly priorities: readonly string[]
  /** Categories of cases other than praise; the most frequent first. */
  readonly categories: readonly CategoryRow[]
  readonly promises: readonly Promised[]
  readonly handovers: Handovers
  readonly authority: Authority
  readonly outcomes: Readonly<Record<string, number>>
  readonly closed: number
  /** Number of cases whose customer's side is closed and whose system's side is open. */
  readonly halfClosed: number
  readonly reopened: number
  readonly open: readonly OpenCases[]
  /** How often evidence that the policy did not accept was shown again later. */
  readonly sentBack: number
  readonly messages: number
  readonly record: { readonly events: number; readonly streams: number; readonly ok: boolean }
}

/** The cases and the events of a run, read once. */
export interface CaseRecord {
  readonly cases: readonly CaseView[]
  readonly events: readonly LoopEvent[]
}

/** Reads every event and every case of a loop. */
export const readRecord = async (loop: Loop): Promise<CaseRecord> => {
  const events: LoopEvent[] = []
  for await (const event of loop.events()) events.push(event)
  const cases: CaseView[] = []
  for (const event of events) {
    const view = event.event === "case-opened" ? await loop.get(event.case) : undefined
    if (view !== undefined) cases.push(view)
  }
  return { cases, events }
}

const tally = <T>(items: Iterable<T>, name: (item: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const item of items) counts[name(item)] = (counts[name(item)] ?? 0) + 1
  return counts
}

const classifiedOf = (policy: Policy.Policy, { cases, events }: CaseRecord): Classified => {
  const rest = policy.bundle.dictionary.otherwise ?? ""
  const praise = new Set(cases.filter((one) => one.kind === "praise").map((one) => one.id))
  const first = events.filter((one) => one.event === "classified" && !praise.has(one.case))
  const categoryOf = (event: LoopEvent): string =>
    String((event.body["understanding"] as { readonly category?: string } | undefined)?.category ?? rest)
  return {
    of: first.length,
    byDictionary: first.filter((one) => categoryOf(one) !== rest).length,
    byPeople: new Set(events.filter((one) => one.event === "reclassified").map((one) => one.case)).size
  }
}

const categoriesOf = (policy: Policy.Policy, cases: readonly CaseView[], priority: string): readonly CategoryRow[] => {
  const { bundle } = policy
  return bundle.dictionary.categories
    .map((category): CategoryRow => {
      const those = cases.filter((one) => one.kind !== "praise" && one.category === category.name)
      const title = category.title?.[bundle.language] ?? Text.readable(category.name)
      const byPriority = tally(those, (one) => one.grades[priority]?.level ?? "")
      return { category: category.name, title, total: those.length, byPriority }
    })
    .filter((row) => row.total > 0)
    .sort((a, b) => b.total - a.total)
}

/** Offers every row a second time and counts the receipts: each row must be known already. */
const receiptsOf = async (loop: Loop, intake: Intake) => {
  const outcomes: Record<string, number> = {}
  for (const arrival of intake.arrivals) {
    const receipt = await arrive(loop, arrival)
    if (!receipt.replayed) throw new Error(`row ${arrival.key} was not stored before`)
    outcomes[receipt.outcome] = (outcomes[receipt.outcome] ?? 0) + 1
  }
  return outcomes
}

/** A finished run, as `figures` needs it. */
export interface Counted {
  readonly loop: Loop
  readonly policy: Policy.Policy
  readonly intake: Intake
  readonly example: string
  readonly from: number
  readonly to: number
}

/** Counts a finished run. Errors: throws when a row was lost. */
export const figures = async (run: Counted, record: CaseRecord): Promise<Figures> => {
  const { loop, policy, intake } = run
  const { cases, events } = record
  const { bundle } = policy
  const priority = priorityOf(run.example)
  const receipts = await receiptsOf(loop, intake)
  const verified = await loop.verify()
  return {
    example: run.example,
    title: bundle.title?.[bundle.language] ?? bundle.id,
    from: run.from,
    to: run.to,
    rows: intake.rows,
    leftOut: intake.leftOut,
    cases: cases.length,
    joined: receipts["joined"] ?? 0,
    quarantined: receipts["quarantined"] ?? 0,
    quarantine: tally(await loop.quarantine.list(), (one) => one.reason.split(" ")[0] ?? ""),
    classified: classifiedOf(policy, record),
    kinds: tally(cases, (one) => one.kind ?? ""),
    priorities: bundle.grading.find((one) => one.name === priority)?.levels ?? [],
    categories: categoriesOf(policy, cases, priority),
    promises: promised(policy, record),
    handovers: handovers(events),
    authority: authority(policy, events),
    outcomes: tally(
      cases.filter((one) => one.outcome !== undefined),
      (one) => one.outcome ?? ""
    ),
    closed: cases.filter((one) => one.state === "closed").length,
    halfClosed: cases.filter((one) => one.state === "customer-loop-closed").length,
    reopened: cases.filter((one) => one.reopened > 0).length,
    open: openBecause(policy, cases),
    sentBack: events.filter((one) => one.event === "note-added").length,
    messages: events.filter((one) => one.event === "message-queued").length,
    record: { events: verified.events, streams: verified.streams, ok: verified.ok }
  }
}
