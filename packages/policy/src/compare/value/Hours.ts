/** Renders hours of a day as a policy writes them: `21:00-08:00`. */

/** Returns a period of a day as text. The second minute may be on the next day. */
export const shiftText = ([from, to]: readonly [number, number]): string => `${clockText(from)}-${clockText(to)}`

/** Returns a minute of a day as text. It may be on the next day. */
export const clockText = (minutes: number): string => {
  const ofDay = minutes > 1440 ? minutes - 1440 : minutes
  return [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, "0")).join(":")
}
