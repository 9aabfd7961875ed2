/** What is said of a pack. */
export const pack = {
  byTable: "by a table",
  period: { "per-case": "per case", "per-day": "per day", "per-month": "per month", "per-year": "per year" },
  list: (items: readonly string[]) => items.join(", ")
}
