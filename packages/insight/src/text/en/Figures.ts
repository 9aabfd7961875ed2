/** How figures are read, and by what they are grouped. */

export const figures = {
  /** Units of a length of time, behind a number. */
  unit: { day: "d", hour: "h", minute: "min" },
  /** Groupings that every policy has, as people call them. */
  grouping: {
    person: "person",
    department: "department",
    category: "category",
    kind: "kind",
    channel: "channel"
  }
}
