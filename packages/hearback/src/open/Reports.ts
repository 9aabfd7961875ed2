/** Reports failures of adapters, and the life of a loop, to the host. */
import type { Failure } from "@hearback/engine"

/** A log of the host, such as `console`. Messages and details contain no personal data. */
export interface Logger {
  info(message: string, details: Readonly<Record<string, unknown>>): void
  warn(message: string, details: Readonly<Record<string, unknown>>): void
  error(message: string, details: Readonly<Record<string, unknown>>): void
}

/** Where reports to the host go. */
export interface ReportOptions {
  /** Your log. Without it nothing is logged. */
  readonly logger?: Logger
  /** Called with every failed call of an adapter: its case, message and cause, without personal data. */
  readonly onError?: (failure: Failure) => void
}

/** Reports to the host. */
export interface Reports {
  failure(failure: Failure): void
  info(message: string, details: Readonly<Record<string, unknown>>): void
  warn(message: string, details: Readonly<Record<string, unknown>>): void
}

/** Makes the reports to the host. Errors of its log or handler are ignored, so that the loop continues. */
export const reportsTo = ({ logger, onError }: ReportOptions): Reports => ({
  failure: (failure) => {
    const { message, ...details } = failure
    quietly(() => onError?.(failure))
    quietly(() => (failure.late ? logger?.warn(message, details) : logger?.error(message, details)))
  },
  info: (message, details) => quietly(() => logger?.info(message, details)),
  warn: (message, details) => quietly(() => logger?.warn(message, details))
})

const quietly = (tell: () => unknown): void => {
  try {
    const told = tell()
    if (told instanceof Promise) told.catch(() => {})
  } catch {
    // There is nobody left to report to.
  }
}
