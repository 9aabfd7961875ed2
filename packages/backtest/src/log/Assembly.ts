/**
 * Assembles cases from the rows of a log. Rows can come in any order, and rows of one case need not be together. So
 * the needed part of each row is kept until the last row has come; then the rows of each case are sorted by their
 * instants.
 */
import { defined, type Happened, type Policy } from "@hearback/core"
import type { Doing } from "../record/CaseActs.ts"
import {
  type DecidedThen,
  type Facts,
  keyOf,
  type RecordedCase,
  type RecordedFeedback,
  type RecordedMoment,
  type RecordScope
} from "../record/RecordedCase.ts"
import { type ActivityDone, doingOf, doneIn, happenedIn } from "./Activity.ts"
import type { LogMapping } from "./LogMapping.ts"
import { makeQuality, type QualityReport } from "./Quality.ts"
import { type LogRow, makeReader, type RowReader } from "./Row.ts"

/** What an assembly needs to read a log. */
export interface AssemblyOptions {
  readonly mapping: LogMapping
  readonly policy: Policy.Policy
  readonly readInstant: (text: string) => number | undefined
  /** Receives the facts and grades of each row; table mining uses it. */
  readonly observe?: (facts: Facts, grades: DecidedThen["grades"]) => void
}

/** The cases of a log, what the log can tell of any case, and the faults found in it. */
export interface AssembledLog {
  readonly cases: readonly RecordedCase[]
  readonly known: RecordScope
  readonly quality: QualityReport
}

/** An assembly that is under way: rows are added, then the cases are made. */
export interface Assembly {
  readonly add: (row: LogRow) => void
  /** Counts a row that could not be read at all. */
  readonly unreadable: (line: number) => void
  readonly finish: () => AssembledLog
}

/** The part of a row that is kept until the end. */
interface Kept {
  readonly at: number
  readonly order: string | undefined
  readonly line: number
  readonly activity: string | undefined
  readonly done: ActivityDone | undefined
  readonly owner: string | undefined
  readonly facts: Facts
  readonly decided: DecidedThen
}

interface Gathering {
  readonly rows: Kept[]
  receivedAt: number | undefined
  said: RecordedFeedback
  readonly outcomes: Set<string>
  compensated: number | undefined
}

/** Makes an assembly without rows. */
export const makeAssembly = (options: AssemblyOptions): Assembly => {
  const { mapping, policy } = options
  const quality = makeQuality()
  const reader = makeReader({ ...options, quality })
  const words = wordsOf(policy)
  const cases = new Map<string, Gathering>()
  let rows = 0
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const add = (row: LogRow): void => {
    rows += 1
    const id = reader.field(row, "case")
    if (id === undefined) return quality.note("no-case", row.line)
    const at = reader.instant(row, "at")
    if (at === undefined) return quality.note("no-instant", row.line)
    from = Math.min(from, at)
    to = Math.max(to, at)
    const one = cases.get(id) ?? {
      rows: [],
      receivedAt: undefined,
      said: {},
      outcomes: new Set(),
      compensated: undefined
    }
    cases.set(id, one)
    const kept = keptOf(row, at, reader, mapping, words)
    const last = one.rows.at(-1)
    if (last !== undefined && inOrder(kept, last) < 0) quality.note("out-of-order", row.line)
    one.rows.push(kept)
    one.receivedAt ??= reader.instant(row, "received")
    if (one.receivedAt !== undefined && at < one.receivedAt) quality.note("negative-duration", row.line)
    one.said = { ...saidOf(row, reader, words), ...one.said }
    one.compensated = reader.number(row, "compensated") ?? one.compensated
    for (const outcome of reader.outcomes(row)) one.outcomes.add(outcome)
    const { activity } = kept
    if (activity !== undefined && mapping.events !== undefined && !mapping.events.has(activity))
      quality.note("unknown-value", row.line, { column: mapping.columns.activity ?? "", value: activity })
    options.observe?.(kept.facts, kept.decided.grades)
  }
  return {
    add,
    unreadable: (line) => {
      rows += 1
      quality.note("unreadable-row", line)
    },
    finish: () => {
      const assembled = [...cases].map(([id, one]) =>
        caseOf(id, one, mapping, (line) => quality.note("duplicate", line))
      )
      return {
        cases: assembled,
        known: knownOf(mapping),
        quality: { rows, cases: assembled.length, from, to, faults: quality.counts() }
      }
    }
  }
}

const keptOf = (row: LogRow, at: number, reader: RowReader, { columns }: LogMapping, { roles }: Words): Kept => ({
  at,
  line: row.line,
  order: columns.order === undefined ? undefined : reader.field(row, "order"),
  activity: reader.field(row, "activity"),
  done: doneIn(row, reader, columns, roles),
  owner: columns.owner === undefined ? undefined : reader.field(row, "owner"),
  facts: reader.facts(row),
  decided: { grades: reader.grades(row), kept: reader.kept(row) }
})

interface Words {
  readonly channels: ReadonlySet<string>
  readonly kinds: ReadonlySet<string>
  readonly categories: ReadonlySet<string>
  readonly roles: ReadonlySet<string>
}

const wordsOf = ({ bundle }: Policy.Policy): Words => ({
  channels: new Set(Object.keys(bundle.channels)),
  kinds: new Set([...bundle.dictionary.kinds.map(({ kind }) => kind), bundle.dictionary.otherwiseKind]),
  categories: new Set(bundle.dictionary.categories.map(({ name }) => name)),
  roles: new Set(Object.keys(bundle.roles))
})

const saidOf = (row: LogRow, reader: RowReader, words: Words): RecordedFeedback =>
  defined({
    channel: reader.among(row, "channel", words.channels),
    customer: reader.field(row, "customer"),
    kind: reader.among(row, "kind", words.kinds),
    category: reader.among(row, "category", words.categories),
    verbatim: reader.field(row, "verbatim"),
    score: reader.number(row, "score"),
    contacts: reader.number(row, "contacts")
  })

/** Sorts rows by instant; at the same instant by the order column of the log, else by their lines in the file. */
const inOrder = (a: Kept, b: Kept): number => a.at - b.at || compared(a.order, b.order) || a.line - b.line

const compared = (a: string | undefined, b: string | undefined): number => {
  if (a === undefined || b === undefined || a === b) return 0
  const [x, y] = [Number(a), Number(b)]
  return Number.isNaN(x) || Number.isNaN(y) ? (a < b ? -1 : 1) : x - y
}

const caseOf = (
  id: string,
  { rows, receivedAt, said, outcomes, compensated }: Gathering,
  mapping: LogMapping,
  duplicate: (line: number) => void
): RecordedCase => {
  rows.sort(inOrder)
  const began = receivedAt ?? rows[0]?.at ?? 0
  const moments: RecordedMoment[] = []
  const doings: Doing[] = []
  let facts: Facts | undefined
  let known: Facts = {}
  let decided: DecidedThen = { grades: {}, kept: {} }
  let before: Kept | undefined
  const happened: Happened.Happened[] = []
  for (const row of rows) {
    if (before !== undefined && isSame(row, before)) {
      duplicate(row.line)
      continue
    }
    const at = Math.max(row.at, began)
    if (facts === undefined) {
      facts = row.facts
      known = row.facts
    } else {
      const changed = Object.fromEntries(Object.entries(row.facts).filter(([name, value]) => known[name] !== value))
      if (Object.keys(changed).length > 0) moments.push({ at, what: { _tag: "FactsRecorded", facts: changed } })
      known = { ...known, ...changed }
    }
    const meaning = row.activity === undefined ? undefined : mapping.events?.get(row.activity)
    const doing = doingOf(at, meaning, row.done)
    if (doing !== undefined) doings.push(doing)
    const what = happenedIn(meaning, row.done)
    if (what !== undefined && isNews(what, happened)) {
      moments.push({ at, what })
      happened.push(what)
    }
    decided = {
      grades: { ...decided.grades, ...row.decided.grades },
      kept: { ...decided.kept, ...row.decided.kept }
    }
    before = row
  }
  const handedOver = mapping.columns.owner === undefined ? undefined : changesOfOwner(rows)
  return {
    id,
    receivedAt: began,
    said,
    facts: facts ?? {},
    moments,
    doings,
    decided,
    outcomes: (handedOver ?? 0) > 0 ? [...outcomes.add("handed-over")] : [...outcomes],
    ...defined({ handedOver, compensated })
  }
}

/** Counts changes of owner. A time without an owner between two rows of the same owner is no change. */
const changesOfOwner = (rows: readonly Kept[]): number => {
  const owners = rows.flatMap(({ owner }) => owner ?? [])
  return owners.filter((owner, n) => n > 0 && owner !== owners[n - 1]).length
}

/**
 * Returns whether an event is new. Logs repeat a state in every row, so a pause that lasts does not begin again, and
 * a resumption without a pause is ignored.
 */
const isNews = (what: Happened.Happened, before: readonly Happened.Happened[]): boolean => {
  switch (what._tag) {
    case "GatePassed":
      return !before.some((one) => keyOf(one) === keyOf(what))
    case "Paused":
    case "Resumed": {
      const last = before.findLast(({ _tag }) => _tag === "Paused" || _tag === "Resumed")
      if (last === undefined) return what._tag === "Paused"
      return (
        last._tag !== what._tag || (last._tag === "Paused" && what._tag === "Paused" && last.reason !== what.reason)
      )
    }
    default:
      return true
  }
}

const isSame = (a: Kept, b: Kept): boolean =>
  a.at === b.at &&
  a.order === b.order &&
  a.activity === b.activity &&
  a.done?.by === b.done?.by &&
  a.done?.step === b.done?.step &&
  JSON.stringify([a.facts, a.decided]) === JSON.stringify([b.facts, b.decided])

const knownOf = ({ columns, constants, events }: LogMapping): RecordScope => {
  const said = ["channel", "customer", "kind", "category", "verbatim", "score", "contacts"] as const
  return {
    said: new Set(said.filter((field) => columns[field] !== undefined || constants[field] !== undefined)),
    happened: new Set(
      [...(events?.values() ?? [])].flatMap((meaning) => {
        const what = happenedIn(meaning, undefined)
        return what === undefined ? [] : [keyOf(what)]
      })
    )
  }
}
