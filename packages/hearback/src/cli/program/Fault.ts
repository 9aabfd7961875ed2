/** Why a command could not run: what is wrong, where, what was expected, how to mend it. Exit code 2. */
export interface CommandFault {
  /** A slug such as `file/unreadable`; the same in every language. */
  readonly code: string
  readonly message: string
  /** Where: `map.yaml:3`, a flag, a row. */
  readonly place?: string | undefined
  readonly expected?: string | undefined
  readonly help?: string | undefined
  /** Whether trying again may help. */
  readonly retryable?: boolean
}

/** Carries a fault up to the one place that prints it. */
export class CannotRun extends Error {
  readonly fault: CommandFault
  constructor(fault: CommandFault, cause?: unknown) {
    super(fault.message, cause === undefined ? undefined : { cause })
    this.name = "CannotRun"
    this.fault = fault
  }
}

/** Returns whether an error carries a fault. It is known by its name: the build of `check` and that of the others each have the class. */
export const isCannotRun = (error: unknown): error is CannotRun => error instanceof Error && error.name === "CannotRun"

export const cannotRun = (fault: CommandFault, cause?: unknown): never => {
  throw new CannotRun(fault, cause)
}
