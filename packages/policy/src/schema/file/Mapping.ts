/** The schema of a mapping file: which column of a table of records gives each field of feedback. */
import * as Schema from "effect/Schema"
import { newestVersion } from "../../outline/Version.ts"
import { fields } from "../../vocabulary/Vocabulary.ts"
import { mixedMapOf, named, perhaps } from "../Notation.ts"

const oneOf = (names: readonly string[]): string => `(?:${names.join("|")})`

const Field = Schema.String.check(
  Schema.isPattern(new RegExp(`^(?:(?:${oneOf(Object.keys(fields))}|facts\\.[^:]+):?|received:(?:format|zone))$`, "u"))
).annotate({
  ...named("MappingField", "Field"),
  examples: ["verbatim", "facts.product", "channel:", "received:format"],
  "x-pattern-zh": `^(?:(?:${oneOf(Object.values(fields))}|事实\\.[^:]+):?|收到时间:(?:格式|时区))$`,
  "x-examples-zh": ["客户原话", "事实.产品", "渠道:", "收到时间:格式"]
})
const Column = Schema.Union([Schema.String, Schema.Finite]).annotate(named("MappingColumn", "Column"))

/**
 * The schema of a mapping file. `field: column` names a column, `field:` with a colon at its end a constant,
 * `field:format` the format of its instants.
 */
export const Mapping = mixedMapOf(
  "MappingFile",
  { hearback: perhaps(Schema.Literal(newestVersion), "闭环") },
  Field,
  Column
)

/** A mapping file as plain JSON. */
export type MappingDocument = typeof Mapping.Encoded
