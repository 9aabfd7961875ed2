/** What a subject found out, and how it is shown: one line a figure, with its target where it has one. */

/** One figure beside its limit. */
export interface Figure {
  readonly subject: string
  readonly what: string
  /** As shown, with its unit. */
  readonly ours: string
  /** What it stands beside; empty where there is nothing. */
  readonly limit: string
  /** Ours over the limit, or another number that the target bounds. */
  readonly ratio: number
  /** The greatest ratio that is still well; absent where the figure is only told. */
  readonly target?: number
}

export const isOver = ({ ratio, target }: Figure): boolean => target !== undefined && !(ratio <= target)

/** Returns nanoseconds as people read them. */
export const time = (ns: number): string => {
  if (ns < 1_000) return `${digits(ns)} ns`
  if (ns < 1_000_000) return `${digits(ns / 1_000)} µs`
  return ns < 1e9 ? `${digits(ns / 1e6)} ms` : `${digits(ns / 1e9)} s`
}

export const bytes = (count: number): string =>
  count < 10_000 ? `${Math.round(count)} B` : count < 1e7 ? `${digits(count / 1e3)} kB` : `${digits(count / 1e6)} MB`

const digits = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

const widths = [58, 12, 30, 8, 8] as const

export const head = (): string => line(["", "ours", "beside", "ratio", "target"])

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
