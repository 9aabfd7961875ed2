/** What each key of the language says, by the map that has it. Only the schemas for editors need it. */
import type { Like } from "@hearback/core"
import { says as clock } from "./Clock.ts"
import { says as dictionary } from "./Dictionary.ts"
import { says as arrivals } from "./file/Arrivals.ts"
import { says as log } from "./file/Log.ts"
import { says as mapping } from "./file/Mapping.ts"
import { says as people } from "./file/People.ts"
import { says as policy } from "./file/Policy.ts"
import { says as scenario } from "./file/Scenario.ts"
import { says as simulation } from "./file/Simulation.ts"
import { says as spread } from "./file/Spread.ts"
import { says as gate } from "./Gate.ts"
import { says as intake } from "./Intake.ts"
import { says as loop } from "./Loop.ts"
import { says as measure } from "./Measure.ts"
import { says as message } from "./Message.ts"
import { says as ownership } from "./Ownership.ts"
import { says as source } from "./Source.ts"
import { says as table } from "./Table.ts"
import { says as value } from "./Value.ts"

export const says = {
  ...clock,
  ...dictionary,
  ...gate,
  ...intake,
  ...loop,
  ...measure,
  ...message,
  ...ownership,
  ...source,
  ...table,
  ...value,
  ...arrivals,
  ...log,
  ...mapping,
  ...people,
  ...policy,
  ...scenario,
  ...simulation,
  ...spread
}

export type OutlineTexts = Like<typeof says>
