/** What a host is told of the failures of its adapters, and of the life of its loop. */
import type { Failure } from "@hearback/engine"

/** A log of the host, such as `console`. Messages and details contain no personal data. */
export interface Logger {
  info(message: string, details: Readonly<Record<string, unknown>>): void
  warn(message: string, details: Readonly<Record<string, unknown>>): void
  error(message: string, details: Readonly<Record<string, unknown>>): void
}

export interface ReportOptions {
  /** Your log. Without it nothing is logged. */
  readonly logger?: Logger
  /** Called with every failed call of an adapter: its case, message and cause, without personal data. */
  readonly onError?: (failure: Failure) => void
}

export interface Reports {
  failure(failure: Failure): void
  info(message: string, details: Readonly<Record<string, unknown>>): void
  warn(message: string, details: Readonly<Record<string, unknown>>): void
}

/** Makes what tells the host. What its log or its handler throws is its own: the loop goes on. */
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
    // There is nobody left to tell.
  }
}
