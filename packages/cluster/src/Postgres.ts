/** The members of a cluster and what they own, in tables and locks of PostgreSQL. */
import { PgClient } from "@effect/sql-pg"
import * as SqlRunnerStorage from "effect/cluster/SqlRunnerStorage"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"

/** Returns the layer with the members. `name`: the beginning of the names of the tables. */
export const membersLayer = (url: string, name: string) =>
  SqlRunnerStorage.layerWith({ prefix: name }).pipe(
    Layer.provide(PgClient.layer({ url: Redacted.make(url), applicationName: name, maxConnections: 3 }))
  )
