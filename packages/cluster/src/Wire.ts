/**
 * The bytes of commands and answers between the process that was asked and the one that decides. Dates stay dates. Only
 * bytes from processes of the same cluster are read.
 */
import { deserialize, serialize } from "node:v8"
import { type ActorReference, type Command, type Desk, hearbackError, isHearbackError, type Outcome } from "hearback"

/** For whom a desk acts; undefined: for the host itself. */
export type Scope = Parameters<Desk["for"]>[0]

/** A command that is forwarded to another process. */
export interface ForwardedCommand {
  readonly scope?: Scope & { readonly actor: ActorReference }
  readonly case: string
  readonly command: Command
  readonly key: string
  readonly ifVersion?: number
}

/** An answer of the loop, or the error that it threw. */
type Answer =
  | { readonly outcome: Outcome }
  | { readonly thrown: Parameters<typeof hearbackError> }
  | { readonly defect: string }

/** Returns a command as bytes. */
export const orderBytes = (order: ForwardedCommand): Uint8Array => serialize(order)
/** Returns the command in bytes. */
export const orderOf = (bytes: Uint8Array): ForwardedCommand => deserialize(bytes)

/** Returns the bytes of what the loop answers or throws. */
export const answerBytes = async (answering: Promise<Outcome>): Promise<Uint8Array> => serialize(await told(answering))

const told = async (answering: Promise<Outcome>): Promise<Answer> => {
  try {
    return { outcome: await answering }
  } catch (error) {
    if (!isHearbackError(error))
      return { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    const { code, message, retryable, diagnostics = [] } = error
    return { thrown: [code, message, { retryable, ...(diagnostics.length === 0 ? {} : { diagnostics }) }] }
  }
}

/** Returns the outcome in bytes, or throws the error of the deciding process. */
export const outcomeOf = (bytes: Uint8Array): Outcome => {
  const answer: Answer = deserialize(bytes)
  if ("outcome" in answer) return answer.outcome
  if ("thrown" in answer) throw hearbackError(...answer.thrown)
  throw new Error(`the process that owns the case failed: ${answer.defect}`)
}
