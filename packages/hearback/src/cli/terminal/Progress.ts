/**
 * Shows the progress of a long run on stderr: a line that rewrites itself on a terminal, NDJSON with `--json`, and
 * otherwise nothing until the end.
 */
import { Visible } from "@hearback/core"
import type { Terminal } from "./Terminal.ts"

/** A line of progress. */
export interface ProgressLine {
  /** Shows the progress, at most ten times a second. `words` is for people. */
  readonly tell: (counts: Readonly<Record<string, number>>, words: () => string) => void
  /** Clears the line. */
  readonly done: () => void
  /** Returns the last progress; undefined if there was none. */
  readonly last: () => string | undefined
}

const INTERVAL_MS = 100

/** Makes a line of progress. */
export const makeProgress = (terminal: Terminal, json: boolean): ProgressLine => {
  const live = terminal.errIsTerminal && terminal.env["TERM"] !== "dumb"
  let last = Number.NEGATIVE_INFINITY
  let shown = false
  let said: (() => string) | undefined
  return {
    tell: (counts, words) => {
      said = words
      if (!json && !live) return
      const now = terminal.now()
      if (now - last < (json ? INTERVAL_MS * 10 : INTERVAL_MS)) return
      last = now
      if (json) terminal.err(`${JSON.stringify({ progress: counts })}\n`)
      else terminal.err(`\r\u001b[2K${Visible.visibleLine(words())}`)
      shown = !json
    },
    done: () => {
      if (shown) terminal.err("\r\u001b[2K")
      shown = false
    },
    last: () => said && Visible.visibleLine(said())
  }
}
