/**
 * What goes from the process that was asked to the one that decides, and what comes back, as bytes. Instants stay instants.
 * Bytes are read that processes of the same cluster have written, and no others.
 */
import { deserialize, serialize } from "node:v8"
import { type ActorReference, type Command, type Desk, hearbackError, isHearbackError, type Outcome } from "hearback"

/** For whom a desk acts; without one it is the host itself. */
export type Scope = Parameters<Desk["for"]>[0]

export interface ForwardedCommand {
  readonly scope?: Scope & { readonly actor: ActorReference }
  readonly case: string
  readonly command: Command
  readonly key: string
  readonly ifVersion?: number
}

/** An answer of the loop, or what it threw. */
type Answer =
  | { readonly outcome: Outcome }
  | { readonly thrown: Parameters<typeof hearbackError> }
  | { readonly defect: string }

export const orderBytes = (order: ForwardedCommand): Uint8Array => serialize(order)
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

/** Returns the outcome, or throws as the loop of the deciding process did. */
export const outcomeOf = (bytes: Uint8Array): Outcome => {
  const answer: Answer = deserialize(bytes)
  if ("outcome" in answer) return answer.outcome
  if ("thrown" in answer) throw hearbackError(...answer.thrown)
  throw new Error(`the process that owns the case failed: ${answer.defect}`)
}
