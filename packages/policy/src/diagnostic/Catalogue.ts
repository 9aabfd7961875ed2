/** The catalogue of all codes of diagnostics, with their texts. It is closed: there is no other code. */
import { authority } from "./catalogue/Authority.ts"
import { calendar } from "./catalogue/Calendar.ts"
import { category } from "./catalogue/Category.ts"
import { cell } from "./catalogue/Cell.ts"
import { channel } from "./catalogue/Channel.ts"
import { clock } from "./catalogue/Clock.ts"
import { extending } from "./catalogue/Extends.ts"
import { file } from "./catalogue/File.ts"
import { finding } from "./catalogue/Finding.ts"
import { gate } from "./catalogue/Gate.ts"
import { governance } from "./catalogue/Governance.ts"
import { grade } from "./catalogue/Grade.ts"
import { language } from "./catalogue/Language.ts"
import { lock } from "./catalogue/Lock.ts"
import { log } from "./catalogue/Log.ts"
import { loop } from "./catalogue/Loop.ts"
import { matrix } from "./catalogue/Matrix.ts"
import { message } from "./catalogue/Message.ts"
import { name } from "./catalogue/Name.ts"
import { ownership } from "./catalogue/Ownership.ts"
import { people } from "./catalogue/People.ts"
import { points } from "./catalogue/Points.ts"
import { promise } from "./catalogue/Promise.ts"
import { routine } from "./catalogue/Routine.ts"
import { scenario } from "./catalogue/Scenario.ts"
import { shape } from "./catalogue/Shape.ts"
import { simulation } from "./catalogue/Simulation.ts"
import { survey } from "./catalogue/Survey.ts"
import { table } from "./catalogue/Table.ts"
import { value } from "./catalogue/Value.ts"
import { yaml } from "./catalogue/Yaml.ts"
import type { Entry } from "./text/Entry.ts"

/** All entries of the catalogue, by code. */
export const catalogue = {
  ...file,
  ...yaml,
  ...language,
  ...shape,
  ...name,
  ...value,
  ...cell,
  ...table,
  ...matrix,
  ...grade,
  ...points,
  ...category,
  ...channel,
  ...survey,
  ...routine,
  ...gate,
  ...clock,
  ...promise,
  ...loop,
  ...ownership,
  ...authority,
  ...governance,
  ...calendar,
  ...extending,
  ...message,
  ...people,
  ...scenario,
  ...simulation,
  ...log,
  ...lock,
  ...finding
} as const satisfies Record<string, Entry<never>>

/** The code of a diagnostic, such as `name/unknown`. */
export type Code = keyof typeof catalogue

/** The parameters of a code's texts. */
export type ParametersOf<C extends Code> = (typeof catalogue)[C] extends Entry<infer P> ? P : never

/** Returns whether a text is a code. */
export const isCode = (text: string): text is Code => Object.hasOwn(catalogue, text)
