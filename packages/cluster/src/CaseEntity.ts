/** A case as an entity: one process of the cluster owns it and decides its commands one after the other. */
import * as Entity from "effect/cluster/Entity"
import type { Sharding } from "effect/cluster/Sharding"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import * as Rpc from "effect/rpc/Rpc"
import * as Schema from "effect/Schema"

/** Messages of the cluster are not durable. Only the store's appends are, and a command with a key happens once. */
const Case = Entity.make("hearback/Case", [
  Rpc.make("execute", { payload: { order: Schema.Uint8Array }, success: Schema.Uint8Array })
])

/** Decides a command in this process. `order` and the result are bytes as `Wire.ts` writes them. */
export type Decide = (order: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>

/** Registers the cases that this process comes to own. */
export const caseLayer = (decide: Decide): Layer.Layer<never, never, Sharding> =>
  Case.toLayer(
    Case.of({
      execute: ({ payload: { order } }) => Effect.promise((signal) => decide(order, signal))
    })
  )

/** Asks the process that owns a case to decide a command. */
export const ask = (id: string, order: Uint8Array): Effect.Effect<Uint8Array, unknown, Sharding> =>
  Effect.flatMap(Case.client, (clientOf) => clientOf(id).execute({ order }))
