/** Moving open cases to another version of the policy, or to its calendars: looked at first, then done on the record. */
import { randomUUID } from "node:crypto"
import type { Actor } from "@hearback/core"
import type { Engine, MigratedCase, MigrationRequest } from "@hearback/engine"
import type { MovedCase, PolicyVersions } from "./api.ts"

const date = (at: number | null | undefined): Date | null | undefined =>
  at === undefined || at === null ? at : new Date(at)

const shown = ({ clocks, ...moved }: MigratedCase): MovedCase => ({
  ...moved,
  clocks: clocks.map(({ clock, before, after }) => {
    const [was, is] = [date(before), date(after)]
    return { clock, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }
  })
})

/** Whoever moves cases answers for it; they need no role in the policy that they change. */
const administrator = async (engine: Engine, id: string): Promise<Actor.Actor> => {
  const actor = await engine.staff.actor(id)
  return actor.kind === "customer" ? { id, kind: "person", roles: [] } : actor
}

/** Makes the part of the handle that speaks of versions. */
export const versionsOf = (engine: Engine, whenOpen: () => void): PolicyVersions => ({
  preview: async (moving: MigrationRequest = {}) => {
    whenOpen()
    return (await engine.migration.preview(moving)).map(shown)
  },
  move: async ({ by, reason, key = randomUUID(), ...moving }) => {
    whenOpen()
    const actor = await administrator(engine, by)
    return (await engine.migration.move(moving, { actor, reason, key })).map(shown)
  }
})
