/** What is said of a pack. */
export const pack = {
  byTable: "by a table",
  period: { "per-case": "a case", "per-day": "a day", "per-month": "a month", "per-year": "a year" },
  list: (items: readonly string[]) => items.join(", ")
}
