/** The first rows of an order, of however many there are; of all others only the number is kept. */

/** So many rows of a list are given; whoever needs all cases has the list of cases. */
export const MOST_ROWS = 100

export interface FirstRows<Place, Row> {
  /** A row is made only where its place is before that of the last one kept. */
  add(place: Place, make: () => Row): void
  rows(): readonly Row[]
  clear(): void
}

/** Begins to keep the first rows, in the order of their places.  `order` is that of `sort`. */
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
      // Sorted now and then: each row costs a part of one sorting.
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
