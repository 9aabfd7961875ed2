/**
 * What a command can use of its environment: two streams, environment variables, the folder, the time.
 *
 * Tests pass one that records the output; the program passes that of the process.
 */
/** Where the command line writes, and what it knows of its surroundings. */
export interface Terminal {
  /** Writes the answer. */
  readonly out: (text: string) => void
  /** Writes progress and errors. */
  readonly err: (text: string) => void
  /** Whether `out` goes to a screen. */
  readonly outIsTerminal: boolean
  /** Whether `err` goes to a screen. */
  readonly errIsTerminal: boolean
  /** The width of the screen.  Units: columns. 120 without a screen. */
  readonly columns: number
  /** The environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** The working folder. */
  readonly cwd: string
  /** Returns the present instant.  Units: ms since 1970. */
  readonly now: () => number
  /** Aborted by Ctrl-C. */
  readonly interrupted: AbortSignal
}

/** Returns whether a stream is coloured: never if it is no terminal or `NO_COLOR` is set. */
export const isColoured = (terminal: Terminal, stream: "out" | "err"): boolean => {
  const { env } = terminal
  if ((env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb") return false
  return stream === "out" ? terminal.outIsTerminal : terminal.errIsTerminal
}

/** Returns the width of a table. Piped output keeps each row on one line. */
export const tableWidth = ({ outIsTerminal, columns }: Pick<Terminal, "outIsTerminal" | "columns">): number =>
  outIsTerminal ? columns : Number.POSITIVE_INFINITY

/** Returns the terminal of this process. */
export const processTerminal = (): Terminal => {
  const interrupted = new AbortController()
  process.once("SIGINT", () => interrupted.abort())
  process.once("SIGTERM", () => interrupted.abort())
  // A reader such as `head` can close the pipe early, which is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0)
    throw error
  })
  const write = (stream: NodeJS.WriteStream) => (text: string) => {
    stream.write(text)
  }
  return {
    out: write(process.stdout),
    err: write(process.stderr),
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    columns: process.stdout.columns || 120,
    env: process.env,
    cwd: process.cwd(),
    now: () => Date.now(),
    interrupted: interrupted.signal
  }
}
