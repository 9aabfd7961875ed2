import type { Verb } from "../../../case/generated/Command.ts"
import type { CommandTexts } from "../../shape/Command.ts"
import { onAuthority } from "./Authority.ts"
import { onCase } from "./Case.ts"
import { onClock } from "./Clock.ts"
import { onCustomer } from "./Customer.ts"
import { onGate } from "./Gate.ts"
import { onOwnership } from "./Ownership.ts"
import { onRelations } from "./Relations.ts"

export const commands: CommandTexts<Verb> = {
  ...onCustomer,
  ...onGate,
  ...onClock,
  ...onAuthority,
  ...onOwnership,
  ...onCase,
  ...onRelations
}
