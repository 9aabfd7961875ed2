/** Whether a customer's statement was given by the customer or entered by staff on their behalf. */
import type { ActorName } from "../../people/Actor.ts"

/** Who gave a customer's statement. */
export interface Spoken {
  readonly by: ActorName
  /** The customer for whom a member of staff entered it; absent if the customer gave it. */
  readonly onBehalfOf?: ActorName
}
