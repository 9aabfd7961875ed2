/**
 * The short forms in which tests change the default policy, and how they become tables. Cells name their inputs; each
 * input gets its slot when it is first used.
 */
import type {
  Bundle,
  CategoryRule,
  ClockRule,
  Condition,
  CustomersRule,
  DictionaryRule,
  DimensionRule,
  FactDeclaration,
  FormRule,
  GateRule,
  Input,
  LimitRule,
  OutputEntry,
  OwnershipRule,
  ReopenRule,
  TeamRule,
  Varying
} from "../policy/Bundle.ts"
import { parse } from "../policy/InputName.ts"
import type { FactType } from "../table/Fact.ts"
import { encode, UNKNOWN } from "../table/Fact.ts"
import * as Ranges from "../table/Ranges.ts"
import type { Table, TableRow } from "../table/Table.ts"
import type { Target } from "../time/Target.ts"

/** A cell: a value, a list of values, a range of numbers (without its end), or the absence of a value. */
export type WishCell =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly from: number; readonly below?: number }
  | { readonly unknown: true }
/** A condition: all cells must hold. In a list of such conditions one must hold. */
export type When = Readonly<Record<string, WishCell>>
/** Rows of a table: the first row whose condition holds gives the value. */
export type WishRows<T> = readonly { readonly when?: When; readonly gives: T }[]

/** The inputs of one policy. A name gets its slot when it is first asked for. */
export interface Slots {
  readonly list: Input[]
  readonly slot: (name: string) => number
}

const count: FactType = { _tag: "Amount", scale: 0, unit: "", min: 0 }
const oneOf = (...values: readonly string[]): FactType => ({ _tag: "OneOf", values, graded: false })

const builtIn: Readonly<Record<string, FactType>> = {
  kind: oneOf("complaint", "suggestion", "inquiry", "praise", "rating", "routine"),
  cause: oneOf("unknown", "incidental", "systemic"),
  satisfaction: oneOf("unknown", "satisfied", "dissatisfied"),
  received: { _tag: "Date" },
  "happened-at": { _tag: "Date" },
  "hoped-for-by": { _tag: "Date" },
  score: { _tag: "Amount", scale: 2, unit: "" },
  confidence: { _tag: "Amount", scale: 4, unit: "", min: 0, max: 1 },
  anonymous: { _tag: "Flag" },
  "same-matter.contacts": count,
  "same-matter.unanswered": count,
  "same-problem.customers": count,
  "same-problem.cases": count,
  "departments.count": count,
  handovers: count,
  reopened: count,
  "names-owner": { _tag: "Flag" }
}

const gateStates = oneOf("waiting", "open", "passed", "explained", "waived", "lapsed", "not-needed")
const clockStates = oneOf("not-started", "running", "paused", "met", "met-late", "missed", "cancelled")

/** Makes the inputs of a policy with these facts, dimensions and named lists. */
export const slots = (
  facts: Readonly<Record<string, FactDeclaration>>,
  dimensions: Readonly<Record<string, readonly string[]>>,
  named: Readonly<Record<string, readonly string[]>>
): Slots => {
  const list: Input[] = []
  const typeOf = (name: string): FactType => {
    const known = facts[name]?.type ?? builtIn[name]
    if (known !== undefined) return known
    const source = parse(name)
    const values = dimensions[source._tag === "CategoryDefault" ? source.dimension : name] ?? named[name]
    if (values !== undefined) return { _tag: "OneOf", values, graded: dimensions[name] !== undefined }
    if (source._tag === "GateState") return gateStates
    if (source._tag === "ClockState") return clockStates
    if (source._tag === "Signal") return { _tag: "Flag" }
    throw new Error(`no input is called "${name}"`)
  }
  return {
    list,
    slot: (name) => {
      const at = list.findIndex((input) => input.name === name)
      return at >= 0 ? at : list.push({ name, type: typeOf(name) }) - 1
    }
  }
}

const range = (type: FactType, cell: WishCell): Ranges.Ranges => {
  if (typeof cell === "object" && "unknown" in cell) return [UNKNOWN, UNKNOWN + 1]
  if (typeof cell === "object" && "from" in cell)
    return Ranges.of(
      encode(type, cell.from) ?? 0,
      cell.below === undefined ? Ranges.MAX : (encode(type, cell.below) ?? 0)
    )
  const values = Array.isArray(cell) ? (cell as readonly string[]) : [cell as string | number | boolean]
  return Ranges.points(
    values.map((value) => {
      const code = encode(type, value)
      if (code === undefined) throw new Error(`"${value}" is no value here`)
      return code
    })
  )
}

/** Compiles rows whose cells have names to a table whose cells have slots. */
export const table = (
  inputs: Slots,
  id: string,
  rows: readonly { readonly rule: string; readonly when: When }[]
): Table => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row.when)))]
  const own = columns.map((name) => inputs.slot(name))
  return {
    id,
    slots: own,
    rows: rows.map(
      ({ rule, when }): TableRow => ({
        rule,
        cells: columns.map((name, index) => {
          const cell = when[name]
          const type = inputs.list[own[index] ?? -1]?.type
          return cell === undefined || type === undefined ? null : range(type, cell)
        })
      })
    )
  }
}

/** Compiles a condition of a test to a condition of a bundle. */
export const condition = (inputs: Slots, path: string, when: When | readonly When[]): Condition => {
  const rows = (Array.isArray(when) ? when : [when]) as readonly When[]
  return {
    rule: path,
    table: table(
      inputs,
      path,
      rows.map((row) => ({ rule: path, when: row }))
    )
  }
}

/** Returns a value that does not vary, as one row without cells. */
export const varying = <T>(inputs: Slots, path: string, value: T | WishRows<T>): Varying<T> => {
  const rows: WishRows<T> = Array.isArray(value) ? value : [{ gives: value as T }]
  const isTable = Array.isArray(value)
  return {
    table: table(
      inputs,
      path,
      rows.map(({ when }, i) => ({ rule: isTable ? `${path}.${i + 1}` : path, when: when ?? {} }))
    ),
    values: rows.map(({ gives }) => gives)
  }
}

type Explain = NonNullable<GateRule["orExplain"]>

/** A gate in short form: only what differs from the defaults, with `when` and lengths as people write them. */
export interface GateWish
  extends Partial<Omit<GateRule, "name" | "path" | "when" | "onlyWithin" | "observe" | "orExplain">> {
  readonly when?: When
  readonly onlyWithin?: Target | WishRows<Target>
  readonly observe?: Target | WishRows<Target>
  readonly orExplain?: Omit<Partial<Explain>, "when"> & { readonly when?: When }
}

/** A clock in short form. */
export interface ClockWish extends Partial<Omit<ClockRule, "name" | "path" | "when" | "within">> {
  readonly when?: When
  readonly within?: Target | WishRows<Target>
  /** Whether it belongs to the whole case and not to a loop. */
  readonly ofCase?: boolean
}

/** A dimension in short form. */
export interface DimensionWish {
  readonly levels: readonly string[]
  readonly rules: WishRows<string | OutputEntry>
  readonly by?: DimensionRule["by"]
  /** Instead of `rules`: the points that are added, and the least sum of each level, the strongest first. */
  readonly points?: {
    readonly rows: readonly { readonly when?: When; readonly add: number }[]
    readonly thresholds: Readonly<Record<string, number>>
  }
  readonly lift?: readonly { readonly when: When; readonly atLeast?: string; readonly up?: number }[]
}

/** A loop in short form. */
export interface LoopWish {
  readonly when: When
  readonly customer: Readonly<Record<string, GateWish>>
  readonly system?: Readonly<Record<string, GateWish>>
  readonly reopen?: Readonly<
    Record<string, Partial<Omit<ReopenRule, "when">> & { readonly backTo: string; readonly when?: When }>
  >
}

type Department = NonNullable<OwnershipRule["department"]>["values"][number]

/** The changes that a test makes to the default policy. */
export interface Wishes {
  readonly facts?: Readonly<Record<string, FactDeclaration>>
  readonly categories?: readonly CategoryRule[]
  readonly grading?: Readonly<Record<string, DimensionWish>>
  /** Loops that are merged into the default loops, by name. */
  readonly loops?: Readonly<Record<string, LoopWish>>
  /** Gates that are merged into the gates of the complaint loop, by name; a new name is added at the end. */
  readonly gates?: Readonly<Record<string, GateWish>>
  /** The gates of the complaint loop that are kept; all by default. */
  readonly only?: readonly string[]
  readonly reopen?: LoopWish["reopen"]
  /** Clocks of the complaint loop. A clock replaces the default one with its name. */
  readonly clocks?: Readonly<Record<string, ClockWish>>
  readonly limits?: readonly (Partial<LimitRule> & { readonly role: string })[]
  readonly approval?: Partial<Bundle["authority"]["approval"]>
  readonly apart?: readonly string[]
  readonly spotCheck?: NonNullable<Bundle["authority"]["spotCheck"]>
  readonly alarms?: Readonly<
    Record<string, { readonly when: When; readonly notify: readonly string[]; readonly send?: string }>
  >
  readonly assume?: readonly { readonly never: When; readonly because: string }[]
  readonly sending?: Partial<NonNullable<Bundle["sending"]>>
  readonly retention?: NonNullable<Bundle["retention"]>
  readonly handover?: Partial<Bundle["ownership"]["handover"]>
  readonly absent?: readonly string[]
  readonly recuse?: { readonly when: When; readonly to: readonly string[] }
  readonly onCall?: { readonly when?: When; readonly to: readonly string[]; readonly acceptWithin: Target }
  readonly atMostOpen?: number
  readonly queue?: true
  readonly team?: Partial<Omit<TeamRule, "when">> & { readonly when?: When }
  readonly firstOwner?: readonly string[]
  /** How long an owner has to begin; an hour by default. */
  readonly takeUp?: Target | "never"
  readonly department?: WishRows<Department>
  readonly problems?: Partial<Pick<Bundle["problems"], "same" | "within">>
  readonly openWhen?: When | "never"
  readonly sameCase?: Partial<Bundle["sameCase"]>
  readonly dictionary?: Partial<DictionaryRule>
  /** Channels that are merged into the default channels, by name. */
  readonly channels?: Bundle["channels"]
  readonly form?: Partial<FormRule>
  /** Fields that the form requires; only the words by default. */
  readonly require?: readonly string[]
  readonly customers?: CustomersRule
  readonly overrideLasts?: Target
  readonly split?: "from-receipt" | "from-split"
  readonly endings?: Bundle["endings"]
  readonly messages?: readonly string[]
  /** The content hash, for a test with several versions. */
  readonly version?: string
  /** Calendars that are added to the office hours, by name. */
  readonly calendars?: Bundle["calendars"]
  /** Zones that are added to London. */
  readonly zones?: Bundle["zones"]
}
