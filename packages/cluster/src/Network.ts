/** The network of a cluster: processes exchange messages over sockets. */
import { layerClientProtocol, layerSocketServer } from "@effect/platform-node-shared/NodeClusterSocket"
import * as MessageStorage from "effect/cluster/MessageStorage"
import * as RunnerAddress from "effect/cluster/RunnerAddress"
import * as RunnerHealth from "effect/cluster/RunnerHealth"
import * as Runners from "effect/cluster/Runners"
import * as ShardingConfig from "effect/cluster/ShardingConfig"
import * as SocketRunner from "effect/cluster/SocketRunner"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as RpcSerialization from "effect/rpc/RpcSerialization"
import { membersLayer } from "./Postgres.ts"

/** The longest time until a process that was killed or hangs is noticed and others take its cases over. */
const missedAfterMs = 5_000

const settings = (host: string, port: number): Partial<ShardingConfig.ShardingConfig["Service"]> => ({
  runnerAddress: Option.some(RunnerAddress.make(host, port)),
  shardLockExpiration: missedAfterMs,
  shardLockRefreshInterval: missedAfterMs / 3,
  refreshAssignmentsInterval: 1_000,
  runnerHealthCheckInterval: 1_000,
  entityMailboxCapacity: "unbounded",
  maxResidentEntities: "unbounded"
})

/** The place of a member: the database and the address on which it listens. */
export interface MemberPlace {
  readonly url: string
  readonly name: string
  readonly host: string
  readonly port: number
}

/** A member of the cluster, as long as the layer is open. */
export const memberLayer = ({ url, name, host, port }: MemberPlace) =>
  SocketRunner.layer.pipe(
    Layer.provide([layerSocketServer, layerClientProtocol]),
    Layer.provide(RunnerHealth.layerPing.pipe(Layer.provide(Runners.layerRpc), Layer.provide(layerClientProtocol))),
    Layer.provide(MessageStorage.layerNoop),
    Layer.provide(membersLayer(url, name)),
    Layer.provide(ShardingConfig.layer(settings(host, port))),
    Layer.provide(RpcSerialization.layerSchemaBinary())
  )
