/** When a routine comes, where it comes at times of the day: a part of the bundle. */

/** Days on which it comes. */
export type RoutineDay = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "first-of-month" | "last-of-month"

export interface RoutineTimes {
  /** `minute`: after midnight, in the zone of the policy. */
  readonly times: readonly { readonly on: RoutineDay; readonly minute: number }[]
  /** Whose days count. */
  readonly calendar: string
  /** What becomes of a time that falls on a day on which the calendar is closed. */
  readonly onHoliday: "moved" | "dropped" | "kept"
}
