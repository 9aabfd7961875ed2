/** Keeps the first rows of an order, of any number; of all others only the number. */

/** The most rows of a list; a reader who needs all cases has the list of cases. */
export const MOST_ROWS = 100

/** The first rows of an order. */
export interface FirstRows<Place, Row> {
  /** Adds a row, which is made only if its place is before that of the last kept row. */
  add(place: Place, make: () => Row): void
  rows(): readonly Row[]
  clear(): void
}

/** Begins to keep the first rows, in the order of their places.  `order` is a comparison as for `sort`. */
export const makeFirstRows = <Place, Row>(order: (a: Place, b: Place) => number): FirstRows<Place, Row> => {
  let kept: { readonly place: Place; readonly row: Row }[] = []
  let last: Place | undefined
  const cut = (): void => {
    kept = kept.sort((a, b) => order(a.place, b.place)).slice(0, MOST_ROWS)
    last = kept[MOST_ROWS - 1]?.place
  }
  return {
    add: (place, make) => {
      if (last !== undefined && order(place, last) > 0) return
      kept.push({ place, row: make() })
      // Rows are sorted from time to time, so each row costs only a part of one sorting.
      if (kept.length >= 2 * MOST_ROWS) cut()
    },
    rows: () => {
      cut()
      return kept.map(({ row }) => row)
    },
    clear: () => {
      kept = []
      last = undefined
    }
  }
}
