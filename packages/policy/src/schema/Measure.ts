/** The measures of the language as keys: what targets are set for, and what scenarios expect. */
import * as Schema from "effect/Schema"
import { type Both, type Key, mapOf, speaking, titled } from "./Notation.ts"
import { Cell } from "./Table.ts"

const measures = {
  volume: "受理量",
  kept: "承诺兑现率",
  response: "响应率",
  satisfaction: "满意率",
  unconfirmed: "未确认率",
  reopened: "重开率",
  handovers: "移交次数",
  "spot-check-failed": "抽查不合格率",
  "prevention-effective": "预防有效率",
  explained: "说明率",
  "timely-response": "响应及时率",
  "cycle-time": "办理时长",
  resolution: "解决率",
  nps: "净推荐值",
  "first-contact-resolution": "一次解决率",
  recurred: "复发率",
  "authority-used": "授权使用率",
  "prevention-on-time": "预防按时率",
  waived: "豁免率",
  classified: "词典识别率"
} as const
type Measure = keyof typeof measures

const CycleTimeOfGate = Schema.String.check(Schema.isPattern(/^(?:cycle-time|办理时长)\..+$/u)).annotate(
  titled(["`cycle-time.<gate>`", "`cycle-time.<关口>`"])
)

/** A map of measures and cells; `cycle-time` also of one gate. */
export const measuresOf = <K extends Key>(identifier: string, named: Both, key: (zh: string) => K) => {
  const keys = Object.fromEntries(Object.entries(measures).map(([name, zh]) => [name, key(zh)])) as Record<Measure, K>
  return Schema.StructWithRest(mapOf(`${identifier}OfMeasures`, named, keys), [
    Schema.Record(CycleTimeOfGate, Cell)
  ]).annotate({
    identifier,
    ...speaking("measures"),
    ...titled(named),
    "x-keys": Object.fromEntries(Object.entries(keys).map(([name, { zh, says }]) => [name, { zh, says }]))
  })
}
