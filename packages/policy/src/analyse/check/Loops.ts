/** Checks the conditions of loops: for each case exactly one loop must fit. */

import type { DimensionRule, LoopRule, Ranges, Table, TableRow } from "../../bundle/Bundle.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { entriesOf, get, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import { type Reading, spotOf } from "../../read/Reading.ts"
import type { Span } from "../../source/SourceFile.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { valueWord } from "../../translation/PolicyWord.ts"
import { domainsOf } from "../table/Domains.ts"
import { analyse } from "../table/Partition.ts"
import { limit, type Witness, witnessOf } from "./Tables.ts"
import { neverOf } from "./UnreachableRows.ts"

/** Returns the conditions of all loops as one table, in which the rule of a row is the path of its loop. */
const choiceOf = (reading: Reading, loops: readonly LoopRule[]): Table => {
  const kind = reading.inputs.slot("kind") ?? 0
  const slots = [...new Set([kind, ...loops.flatMap(({ when }) => when.table.slots)])].sort((a, b) => a - b)
  const rows = loops.flatMap(({ path, when }) =>
    when.table.rows.map(
      (row): TableRow => ({ rule: path, cells: slots.map((slot) => cellAt(row, when.table.slots.indexOf(slot))) })
    )
  )
  return { id: "loops", slots, rows }
}

/** Returns the cell of a condition that decides about kinds: the cell on `kind` if it differs, else the other one. */
const cellOf = (when: Tree, lacking: readonly string[] = []): Span => {
  const kind = get(when, "kind")
  const saysIt = kind !== undefined && itemsOf(kind).some((item) => lacking.includes(wordOf(item) ?? ""))
  const [, other] = entriesOf(when).find(([input]) => input !== "kind") ?? []
  const cell = kind === undefined || saysIt ? other : kind
  return cell === undefined ? when.named : cell === kind ? spotOf(cell) : cell.named
}

/** The words for a kind of feedback in both languages. */
const namesOf = (kind: string): readonly string[] => [kind, valueWord(kind, "zh-CN")]

const cellAt = (row: TableRow, column: number): Ranges | null => (column < 0 ? null : (row.cells[column] ?? null))

/** Reports cases for which no loop fits, and cases for which two fit. */
export const choice = (reading: Reading, loops: readonly LoopRule[], dimensions: readonly DimensionRule[]): void => {
  if (loops.some(({ path }) => reading.isFaulty(`${path}.when`))) return
  const table = choiceOf(reading, loops)
  const at = reading.at("loops") ?? reading.root
  const answer = analyse({
    rows: table.rows,
    domains: domainsOf(reading, table),
    never: neverOf(reading, table, dimensions),
    hit: "unique",
    limit
  })
  if (!answer.done) reading.say("analysis/not-done", at, { what: "loops", rows: table.rows.length, limit })
  const gaps = answer.gaps.flatMap(({ box, witness }) => kindsIn(reading, table, box, witness))
  const kinds = [...new Set(gaps.map(([each]) => each))]
  const [first] = gaps
  if (reading.isPack)
    for (const each of kinds)
      reading.say("pack/left-open", at, { what: said((t) => t.thing.loopFor(each)) }, { span: at.named })
  // A policy without `extends` gets one finding, instead of one for each kind of feedback.
  else if (first !== undefined) {
    const gone = kinds.flatMap((kind) => reading.removed.get(`loops.${kind}`) ?? [])[0]
    // A loop named like a kind was probably meant for it.
    const meant = kinds.flatMap(
      (kind) => reading.at(`loops.${namesOf(kind).find((name) => reading.at(`loops.${name}`)) ?? kind}.when`) ?? []
    )[0]
    const place = gone ?? meant ?? at
    const spot = gone === undefined ? (meant === undefined ? place.named : cellOf(place, kinds)) : gone.span
    // A loop that fits two other kinds instead of its own gets its own finding.
    const isLost = reading.misspelt.has("loops") || reading.misspelt.has("闭环路径")
    if (!isLost && answer.overlaps.every(({ a, b }) => table.rows[a]?.rule === table.rows[b]?.rule))
      reading.say("loop/none-for-kind", place, { kinds }, { span: spot, witness: first[1] })
  }
  for (const { a, b, witness } of answer.overlaps) {
    const [first, second] = [table.rows[a]?.rule ?? "", table.rows[b]?.rule ?? ""]
    const [one, other] = [reading.at(first), reading.at(second)]
    if (first === second || one === undefined || other === undefined) continue
    const names = [first.slice("loops.".length), second.slice("loops.".length)] as const
    const isOwn = (tree: Tree): boolean => tree.named.file === reading.root.span.file
    // If one of two loops comes from a pack, the policy's own loop is reported.
    const [mine, theirs] = isOwn(one) && !isOwn(other) ? [0, 1] : [1, 0]
    const whens = [reading.at(`${first}.when`) ?? one, reading.at(`${second}.when`) ?? other] as const
    const inherited = isOwn(one) === isOwn(other) ? {} : { inherited: names[theirs] ?? "" }
    reading.say(
      "loop/overlap",
      whens[mine] ?? other,
      { loops: names, ...inherited },
      {
        span: cellOf(whens[mine] ?? other),
        witness: witnessOf(reading, table, witness),
        related: [
          related(
            (whens[theirs] ?? one).named,
            said((t) => t.place.loopToo),
            true
          )
        ]
      }
    )
  }
}

/** A gap can contain several kinds; each gets a finding with its own example. */
const kindsIn = (
  reading: Reading,
  table: Table,
  box: readonly Ranges[],
  witness: readonly number[]
): readonly (readonly [string, Witness])[] => {
  const column = table.slots.indexOf(reading.inputs.slot("kind") ?? -1)
  const set = box[column] ?? []
  const type = reading.inputs.at(table.slots[column] ?? 0).type
  const kinds = type._tag === "OneOf" ? type.values : []
  return kinds.flatMap((kind, code) => {
    const inside = set.some((lo, i) => i % 2 === 0 && code >= lo && code < (set[i + 1] ?? lo))
    if (!inside) return []
    return [
      [
        kind,
        witnessOf(
          reading,
          table,
          witness.map((each, i) => (i === column ? code : each))
        )
      ] as const
    ]
  })
}
