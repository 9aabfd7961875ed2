/** Who acts in a scenario, as the engine knows them. */
import { Actor, type Case } from "@hearback/core"
import type { Scenario } from "@hearback/policy"
import type { World } from "../virtual/World.ts"

/** The customer of a case, also where they did not give a name. */
export const customerOf = (state: Case.Case | undefined): Actor.Actor => ({
  id: state?.feedback.receipt?.customer ?? "anonymous",
  kind: "customer",
  roles: []
})

/** Roles come from the directory, as for every host. */
export const actorOf = async (
  world: World,
  by: Scenario.By,
  channel: string,
  state?: Case.Case
): Promise<Actor.Actor> => {
  switch (by._tag) {
    case "Person":
      return world.engine.staff.actor(by.id)
    case "Customer":
      return { id: by.id, kind: "customer", roles: [] }
    case "Theirs":
      return customerOf(state)
    case "System":
      return Actor.system(channel)
  }
}
