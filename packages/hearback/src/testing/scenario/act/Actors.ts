/** Finds the actors of a scenario as the engine knows them. */
import { Actor, type Case } from "@hearback/core"
import type { Scenario } from "@hearback/policy"
import type { VirtualWorld } from "../../virtual/World.ts"

/** Returns the customer of a case, also an anonymous one. */
export const customerOf = (state: Case.Case | undefined): Actor.Actor =>
  Actor.speaker(state?.feedback.receipt?.customer)

/** Returns an actor. As for every host, roles come from the directory. */
export const actorOf = async (
  world: VirtualWorld,
  by: Scenario.By,
  channel: string,
  state?: Case.Case
): Promise<Actor.Actor> => {
  switch (by._tag) {
    case "Person":
      return (await world.engine.staff.person(by.id)) ?? Actor.person({ id: by.id, roles: [] })
    case "Customer":
      return Actor.customer(by.id)
    case "Theirs":
      return customerOf(state)
    case "System":
      return Actor.channel(channel)
  }
}
