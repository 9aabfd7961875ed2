/** Reads who gives a command: `--as` names a person, `--as-customer` a customer. */
import type { ActorReference } from "../../index.ts"
import type { CommandContext, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"

/** Returns the named actor; undefined if none is named. */
export const actorOf = (request: Request, context: CommandContext): ActorReference | undefined => {
  const [person, customer] = [request.one("as"), request.one("as-customer")]
  if (person !== undefined && customer !== undefined)
    cannotRun({ code: "usage/two-actors", message: context.texts.fault.twoActors })
  if (customer !== undefined) return { customer }
  return person === undefined ? undefined : { id: person }
}

/** Returns the name of an actor for an answer. */
export const nameOf = (actor: ActorReference | undefined): string | undefined =>
  actor === undefined ? undefined : "id" in actor ? actor.id : "customer" in actor ? actor.customer : "anonymous"
