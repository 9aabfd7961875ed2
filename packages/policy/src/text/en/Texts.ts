/** Every text of policies and their findings in this language. */
import type { Like } from "@hearback/core"
import { authority } from "./finding/Authority.ts"
import { calendar } from "./finding/Calendar.ts"
import { category } from "./finding/Category.ts"
import { cell } from "./finding/Cell.ts"
import { channel } from "./finding/Channel.ts"
import { clock } from "./finding/Clock.ts"
import { extending } from "./finding/Extends.ts"
import { file } from "./finding/File.ts"
import { finding } from "./finding/Finding.ts"
import { gate } from "./finding/Gate.ts"
import { governance } from "./finding/Governance.ts"
import { grade } from "./finding/Grade.ts"
import { language } from "./finding/Language.ts"
import { lock } from "./finding/Lock.ts"
import { log } from "./finding/Log.ts"
import { loop } from "./finding/Loop.ts"
import { matrix } from "./finding/Matrix.ts"
import { message } from "./finding/Message.ts"
import { name } from "./finding/Name.ts"
import { ownership } from "./finding/Ownership.ts"
import { people } from "./finding/People.ts"
import { points } from "./finding/Points.ts"
import { promise } from "./finding/Promise.ts"
import { routine } from "./finding/Routine.ts"
import { scenario } from "./finding/Scenario.ts"
import { shape } from "./finding/Shape.ts"
import { simulation } from "./finding/Simulation.ts"
import { survey } from "./finding/Survey.ts"
import { table } from "./finding/Table.ts"
import { value } from "./finding/Value.ts"
import { yaml } from "./finding/Yaml.ts"
import { title } from "./outline/Titles.ts"
import { fix } from "./part/Fixes.ts"
import { occasion } from "./part/Occasions.ts"
import { pack } from "./part/Packs.ts"
import { place } from "./part/Places.ts"
import { why } from "./part/Reasons.ts"
import { report } from "./part/Report.ts"
import { thing } from "./part/Things.ts"
import { value as expected } from "./part/Values.ts"

export const texts = {
  finding: {
    ...authority,
    ...calendar,
    ...category,
    ...cell,
    ...channel,
    ...clock,
    ...extending,
    ...file,
    ...finding,
    ...gate,
    ...governance,
    ...grade,
    ...language,
    ...lock,
    ...log,
    ...loop,
    ...matrix,
    ...message,
    ...name,
    ...ownership,
    ...people,
    ...points,
    ...promise,
    ...routine,
    ...scenario,
    ...shape,
    ...simulation,
    ...survey,
    ...table,
    ...value,
    ...yaml
  },
  fix,
  occasion,
  pack,
  place,
  why,
  report,
  thing,
  title,
  value: expected
}

export type Texts = Like<typeof texts>
