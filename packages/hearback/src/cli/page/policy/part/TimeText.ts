/** Writes how long something may take, in one line or level by level. */
import type { Bundle } from "@hearback/core"
import type { Naming } from "../../../render/policy/PolicyTitles.ts"
import type { PolicyPageTexts } from "../../../text/en/policy/PolicyPage.ts"

/** One value of a varying value, with its cases. `when` is empty for every case, or for all others. */
export interface Varied<T> {
  readonly when: string
  readonly isRest: boolean
  readonly value: T
}

/** Returns the values of a varying value, row by row. */
export const variedOf = <T>({ table, values }: Bundle.Varying<T>, naming: Naming): readonly Varied<T>[] =>
  values.map((value, index) => {
    const cells = table.rows[index]?.cells ?? []
    const named = cells.flatMap((set, column) => (set === null ? [] : [{ set, slot: table.slots[column] ?? 0 }]))
    const [only] = named
    // A level name already identifies its dimension.
    const when = named.length === 1 && only !== undefined ? levelOrCell(only, naming) : naming.row(table, index)
    return { when, isRest: named.length === 0 && values.length > 1, value }
  })

const levelOrCell = (
  { set, slot }: { readonly set: readonly number[]; readonly slot: number },
  naming: Naming
): string => (naming.isLevel(slot) ? naming.values(slot, set) : naming.cell(slot, set))

/** Returns the text of a varying value: `urgent: 4 hours; otherwise: 2 days`. */
export const variedText = <T>(
  varying: Bundle.Varying<T>,
  say: (value: T) => string,
  words: PolicyPageTexts,
  naming: Naming
): string =>
  variedOf(varying, naming)
    .map(({ when, isRest, value }) =>
      when === "" && !isRest ? say(value) : words.withinBy(isRest ? words.otherwise : when, say(value))
    )
    .join(words.semicolon)

/** Returns the time of a clock. */
export const timeText = ({ within, until }: Bundle.ClockRule, words: PolicyPageTexts, naming: Naming): string => {
  if (within === undefined) {
    const dates = [until ?? []].flat().map(naming.input)
    return words.byDate(naming.list(dates), dates.length > 1)
  }
  const isPlain = within.values.length === 1 && naming.row(within.table, 0) === ""
  const text = variedText(within, naming.length, words, naming)
  return isPlain ? words.within(text) : text
}
