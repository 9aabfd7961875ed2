/** The figures of a subject, and how they are shown: one line for each, with its target if it has one. */

/** A figure, with what it is compared with. */
export interface Figure {
  readonly subject: string
  readonly what: string
  /** The figure as text, with its unit. */
  readonly ours: string
  /** What it is compared with; empty if it is compared with nothing. */
  readonly limit: string
  /** The figure divided by the other one, or another number that the target limits. */
  readonly ratio: number
  /** The largest acceptable ratio; absent if the figure is only shown. */
  readonly target?: number
}

/** Returns whether a figure exceeds its target. */
export const isOver = ({ ratio, target }: Figure): boolean => target !== undefined && !(ratio <= target)

/** Returns nanoseconds as text. */
export const time = (ns: number): string => {
  if (ns < 1_000) return `${digits(ns)} ns`
  if (ns < 1_000_000) return `${digits(ns / 1_000)} µs`
  return ns < 1e9 ? `${digits(ns / 1e6)} ms` : `${digits(ns / 1e9)} s`
}

/** Returns bytes as text. */
export const bytes = (count: number): string =>
  count < 10_000 ? `${Math.round(count)} B` : count < 1e7 ? `${digits(count / 1e3)} kB` : `${digits(count / 1e6)} MB`

const digits = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

const widths = [58, 12, 30, 8, 8] as const

/** Returns the heading of the figures. */
export const head = (): string => line(["", "ours", "beside", "ratio", "target"])

/** Returns a figure as a line. */
export const show = (figure: Figure): string =>
  `${line([
    figure.what,
    figure.ours,
    figure.limit,
    Number.isNaN(figure.ratio) ? "" : digits(figure.ratio),
    figure.target === undefined ? "" : `≤ ${figure.target}`
  ])}${figure.target === undefined ? "" : isOver(figure) ? "  over" : "  ok"}`

const line = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[i] ?? 0))).join("")
