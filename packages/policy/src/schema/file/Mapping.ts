/** A mapping file: which field of feedback is filled from which column of a table of records. */
import * as Schema from "effect/Schema"
import { newestVersion } from "../../outline/Version.ts"
import { fields } from "../../vocabulary/Vocabulary.ts"
import { titled } from "../Notation.ts"

const oneOf = (names: readonly string[]): string => `(?:${names.join("|")})`

const Field = Schema.String.check(
  Schema.isPattern(new RegExp(`^(?:(?:${oneOf(Object.keys(fields))}|facts\\.[^:]+):?|received:(?:format|zone))$`, "u"))
).annotate({
  identifier: "Field",
  ...titled(["a field of feedback, or `facts.<name>`", "反馈字段，或 `事实.<名称>`"]),
  examples: ["verbatim", "facts.product", "channel:", "received:format"],
  "x-pattern-zh": `^(?:(?:${oneOf(Object.values(fields))}|事实\\.[^:]+):?|收到时间:(?:格式|时区))$`,
  "x-examples-zh": ["客户原话", "事实.产品", "渠道:", "收到时间:格式"]
})
const Column = Schema.Union([Schema.String, Schema.Finite]).annotate({
  identifier: "Column",
  ...titled(["a column, a constant or a format", "列名、常量或格式"])
})

/** `field: column`; `field:` with a colon at its end a constant; `field:format` how its instants are written. */
export const Mapping = Schema.StructWithRest(
  Schema.Struct({ hearback: Schema.optionalKey(Schema.Literal(newestVersion)) }),
  [Schema.Record(Field, Column)]
).annotate({
  identifier: "MappingFile",
  ...titled(["a mapping file", "映射文件"]),
  "x-keys": { hearback: { zh: "闭环", says: ["The version of the language.", "语言版本。"] } }
})

/** The document of a mapping file as plain JSON. */
export type MappingDocument = typeof Mapping.Encoded
