/**
 * Checks assumptions (`assume`) that exclude cases for which the policy has rules: all cases, all cases of a loop, or
 * all cases of a gate, clock or alarm.
 */
import { Fact, Ranges, type Table } from "@hearback/core"
import type { Condition } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { entriesOf, get, type Tree } from "../../link/Tree.ts"
import { type Reading, spotOf } from "../../read/Reading.ts"
import type { Span } from "../../source/SourceFile.ts"
import { said } from "../../text/TranslatedTexts.ts"

/** A part of the policy that an assumption leaves without a case. */
interface Provided {
  readonly is: "loop" | "gate" | "clock" | "alarm"
  readonly name: string
  readonly path: string
  /** The conditions of its cases, all of which must hold. */
  readonly cases: readonly (Condition | undefined)[]
}

/** Reports assumptions that contradict the rest of the policy. */
export const assumptions = (reading: Reading, policy: UnhashedBundle): void => {
  if (policy.assume === undefined) return
  const all = providedIn(policy)
  for (const { path, never } of policy.assume) {
    const at = get(reading.at(path), "never")
    if (at === undefined || at.named.file.path.startsWith("pack:") || reading.isFaulty(at.path)) continue
    const ruled = never.table.rows.map((row) => ruledOut(reading, never.table, row))
    if (ruled.some(({ size }) => size === 0)) {
      reading.say("assume/rules-out", at, { is: "all", name: "" }, { span: spotIn(at) })
      continue
    }
    const gone = all.find(({ cases }) => boxesOf(cases).every((box) => ruled.some((out) => isWithin(box, out))))
    if (gone === undefined) continue
    const tree = reading.at(gone.path)
    const place = tree === undefined ? [] : [placeOf(tree)]
    reading.say("assume/rules-out", at, { is: gone.is, name: gone.name }, { related: place, span: spotIn(at) })
  }
}

/** The cell that excludes too much, if the assumption has one cell. */
const spotIn = (condition: Tree): Span => {
  const [only, ...more] = entriesOf(condition)
  return only === undefined || more.length > 0 ? condition.named : spotOf(only[1])
}

const placeOf = (tree: Tree) =>
  related(
    tree.named,
    said((t) => t.place.provided),
    true
  )

/** Returns whether an assumption leaves no case at all. */
export const leavesNothing = (reading: Reading, cells: ReadonlyMap<number, Ranges.Ranges>): boolean =>
  [...cells].every(([slot, set]) => isEvery(reading, slot, set))

const providedIn = ({ loops, clocks, alarms = [] }: UnhashedBundle): readonly Provided[] => [
  ...loops.map(({ name, path, when }): Provided => ({ is: "loop", name, path, cases: [when] })),
  ...loops.flatMap(({ gates, when: ofLoop }) =>
    gates.flatMap(({ name, path, when }): readonly Provided[] =>
      when === undefined ? [] : [{ is: "gate", name, path, cases: [ofLoop, when] }]
    )
  ),
  ...clocks.flatMap(({ name, path, loop, when }): readonly Provided[] =>
    when === undefined
      ? []
      : [{ is: "clock", name, path, cases: [loops.find((each) => each.name === loop)?.when, when] }]
  ),
  ...alarms.map(({ name, path, when }): Provided => ({ is: "alarm", name, path, cases: [when] }))
]

/** For each slot of an input, the values that a case may have. */
type Demands = ReadonlyMap<number, Ranges.Ranges>

/** Returns the values that a row excludes. Cells that every case passes are omitted. */
const ruledOut = (reading: Reading, { slots }: Table.Table, { cells }: Table.TableRow): Demands =>
  new Map(
    slots.flatMap((slot, column) => {
      const set = cells[column] ?? null
      return set === null || isEvery(reading, slot, set) ? [] : [[slot, set] as const]
    })
  )

const isEvery = (reading: Reading, slot: number, set: Ranges.Ranges): boolean =>
  Ranges.covers(set, Fact.domain(reading.inputs.at(slot).type, reading.inputs.mayBeUnknown(slot)))

/** Returns the cases in which all conditions hold. */
const boxesOf = (conditions: readonly (Condition | undefined)[]): readonly Demands[] =>
  conditions.reduce<readonly Demands[]>(
    (boxes, condition) =>
      condition === undefined
        ? boxes
        : boxes.flatMap((box) => condition.table.rows.map(({ cells }) => narrowed(box, condition.table.slots, cells))),
    [new Map()]
  )

const narrowed = (box: Demands, slots: readonly number[], cells: Table.TableRow["cells"]): Demands => {
  const made = new Map(box)
  for (const [column, slot] of slots.entries()) {
    const set = cells[column] ?? null
    if (set !== null) made.set(slot, Ranges.intersect(made.get(slot) ?? Ranges.all, set))
  }
  return made
}

const isWithin = (box: Demands, out: Demands): boolean =>
  [...out].every(([slot, set]) => Ranges.covers(set, box.get(slot) ?? Ranges.all))
