/**
 * A loop whose commands are decided by the process that owns the case. Only the store is durable: if two processes
 * believe to own a case, the second append is a conflict, and the command is decided again.
 */
import { randomUUID } from "node:crypto"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { type AnyNames, type Desk, hearbackError, type Logger, type Loop, type PolicyNames } from "hearback"
import { ask, caseLayer } from "./CaseEntity.ts"
import { logLayer } from "./Log.ts"
import { memberLayer } from "./Network.ts"
import { firstAnswer, sharing, turns } from "./Turns.ts"
import { answerBytes, type ForwardedCommand, orderBytes, orderOf, outcomeOf, type Scope } from "./Wire.ts"

/** The options of a cluster. */
export interface ClusterOptions<N extends PolicyNames = AnyNames> {
  /** The loop on the common store, opened in every process. */
  readonly loop: Loop<N>
  /** The PostgreSQL database in which processes find each other; usually that of the store. */
  readonly url: string
  /**
   * `host:port` on which this process listens and others reach it. Keep it in a private network, since senders are not
   * checked.
   */
  readonly address: string
  /** Distinguishes clusters on one database: the names of its tables begin with it. Default `hearback_cluster`. */
  readonly name?: string
  /** How long the owner of a case is waited for; after that this process decides the command. Default 3 s. */
  readonly waitMs?: number
  /** Gets the cluster's own warnings. */
  readonly logger?: Logger
}

/**
 * A loop in a cluster. Reads and the intake of feedback happen in this process; `execute` goes to the owner of the
 * case. Commands that this process gives to one case are decided in the order in which they were given.
 */
export interface Cluster<N extends PolicyNames = AnyNames> extends Desk<N>, AsyncDisposable {
  /** Gives the cases of this process to the others. The loop stays open and has to be closed afterwards. */
  close(): Promise<void>
}

/** Joins the cluster.  Errors: `call/invalid` for a wrong address; `store/unavailable` if it cannot be joined. */
export const cluster = async <N extends PolicyNames = AnyNames>(options: ClusterOptions<N>): Promise<Cluster<N>> => {
  const { url, name = "hearback_cluster", waitMs = 3_000, logger } = options
  // The generic parameter exists only in types.
  const loop = options.loop as unknown as Loop
  const deciding = sharing<Uint8Array>()
  const decide = (bytes: Uint8Array, signal: AbortSignal): Promise<Uint8Array> =>
    deciding(
      textOf(bytes),
      (leaving) => {
        const { scope, case: id, command, ...call } = orderOf(bytes)
        const desk = scope === undefined ? loop : loop.for(scope)
        return answerBytes(desk.execute(id, command, { ...call, signal: leaving }))
      },
      signal
    )
  const member = memberLayer({ url, name, ...placeOf(options.address) })
  const runtime = ManagedRuntime.make(
    caseLayer(decide).pipe(Layer.provideMerge(member), Layer.provide(logLayer(logger)))
  )
  await runtime.context().catch(async (cause: unknown) => {
    await runtime.dispose().catch(() => {})
    throw hearbackError("store/unavailable", `the cluster \`${name}\` could not be joined: ${String(cause)}`, {
      cause,
      retryable: true
    })
  })
  let isClosed = false
  const close = (): Promise<void> => {
    isClosed = true
    return runtime.dispose()
  }
  const inTurn = turns()
  const asking = sharing<Uint8Array>()
  const route = async (id: string, bytes: Uint8Array, signal: AbortSignal): Promise<Uint8Array> => {
    signal.throwIfAborted()
    if (isClosed) throw hearbackError("closed", "the cluster is closed")
    const owner = (leaving: AbortSignal) => runtime.runPromise(ask(id, bytes), { signal: leaving })
    return (await firstAnswer(owner, { waitMs, signal })) ?? decide(bytes, signal)
  }
  const answered = async (order: ForwardedCommand, signal: AbortSignal | undefined) => {
    const bytes = orderBytes(order)
    const run = (leaving: AbortSignal) => inTurn(order.case, () => route(order.case, bytes, leaving))
    return outcomeOf(await asking(textOf(bytes), run, signal))
  }
  const deskOf = (desk: Desk, scope?: Scope): Desk => ({
    ...desk,
    execute: async (id, command, { key = randomUUID(), signal, ...call } = {}) =>
      answered({ case: id, command, key, ...call, ...(scope === undefined ? {} : { scope }) }, signal),
    for: (other) => deskOf(desk.for(other), { ...scope, ...other })
  })
  const { submit, preview, execute, get, list, count, explain, events, for: forActor } = deskOf(loop)
  const desk: Desk = { submit, preview, execute, get, list, count, explain, events, for: forActor }
  return { ...(desk as unknown as Desk<N>), close, [Symbol.asyncDispose]: close }
}

/** Returns bytes as a text; equal commands have equal texts. */
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1")

const placeOf = (address: string): { readonly host: string; readonly port: number } => {
  const [, host = "", port = ""] = /^\[?(.+?)\]?:(\d{1,5})$/.exec(address) ?? []
  if (host === "")
    throw hearbackError("call/invalid", `\`address\` is host:port, such as \`10.0.0.5:34431\`, not \`${address}\``)
  return { host, port: Number(port) }
}
