/** Why a command could not run: the fault, its place, what was expected, and how to fix it. Exit code 2. */
export interface CommandFault {
  /** A code such as `file/unreadable`; the same in every language. */
  readonly code: string
  readonly message: string
  /** The place: `map.yaml:3`, a flag, or a row. */
  readonly place?: string | undefined
  readonly expected?: string | undefined
  readonly help?: string | undefined
  /** Whether another try can succeed. */
  readonly retryable?: boolean
}

/** Carries a fault to the one place that prints it. */
export class CannotRun extends Error {
  readonly fault: CommandFault
  constructor(fault: CommandFault, cause?: unknown) {
    super(fault.message, cause === undefined ? undefined : { cause })
    this.name = "CannotRun"
    this.fault = fault
  }
}

/**
 * Returns whether an error carries a fault. It is recognised by its name, because the build of `check` and the other
 * build each contain the class.
 */
export const isCannotRun = (error: unknown): error is CannotRun => error instanceof Error && error.name === "CannotRun"

/** Throws a fault. */
export const cannotRun = (fault: CommandFault, cause?: unknown): never => {
  throw new CannotRun(fault, cause)
}
