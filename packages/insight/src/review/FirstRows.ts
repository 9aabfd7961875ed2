/** The first rows of an order, of however many there are; of all others only the number is kept. */

/** So many rows of a list are given; whoever needs all cases has the list of cases. */
export const MOST_ROWS = 100

export interface FirstRows<Row> {
  add(row: Row): void
  rows(): readonly Row[]
  clear(): void
}

/** Begins to keep the first rows, in their order.  `order` is that of `sort`. */
export const makeFirstRows = <Row>(order: (a: Row, b: Row) => number): FirstRows<Row> => {
  let kept: Row[] = []
  const cut = (): void => {
    kept = kept.sort(order).slice(0, MOST_ROWS)
  }
  return {
    add: (row) => {
      kept.push(row)
      // Sorted now and then: each row costs a part of one sorting.
      if (kept.length >= 2 * MOST_ROWS) cut()
    },
    rows: () => {
      cut()
      return [...kept]
    },
    clear: () => {
      kept = []
    }
  }
}
