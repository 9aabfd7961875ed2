/** What each thing of the language is called. */

import type { Like } from "@hearback/core"
import type * as en from "../../en/outline/Titles.ts"
import { title as clock } from "./Clock.ts"
import { title as dictionary } from "./Dictionary.ts"
import { title as arrivals } from "./file/Arrivals.ts"
import { title as log } from "./file/Log.ts"
import { title as mapping } from "./file/Mapping.ts"
import { title as people } from "./file/People.ts"
import { title as policy } from "./file/Policy.ts"
import { title as scenario } from "./file/Scenario.ts"
import { title as simulation } from "./file/Simulation.ts"
import { title as spread } from "./file/Spread.ts"
import { title as gate } from "./Gate.ts"
import { title as intake } from "./Intake.ts"
import { title as loop } from "./Loop.ts"
import { title as measure } from "./Measure.ts"
import { title as message } from "./Message.ts"
import { title as ownership } from "./Ownership.ts"
import { title as source } from "./Source.ts"
import { title as table } from "./Table.ts"
import { title as value } from "./Value.ts"

export const title: Like<typeof en.title> = {
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
