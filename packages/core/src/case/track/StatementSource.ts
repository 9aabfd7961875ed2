/** What an event says of a word of the customer's: who gave it, and for whom. */
import type { ActorName } from "../../people/Actor.ts"

export interface Spoken {
  readonly by: ActorName
  /** The customer for whom a person of the staff entered it; absent where the customer said it themselves. */
  readonly onBehalfOf?: ActorName
}
