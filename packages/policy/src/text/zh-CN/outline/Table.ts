/** Conditions and tables: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/outline/Table.ts"

export const title: Like<typeof en.title> = {
  Plain: "一个值",
  Not: "否定单元格",
  Cell: "单元格：值、值的列表、带引号的判断式或 `{ not: … }`",
  Inputs: "输入与单元格",
  Condition: "条件：输入与单元格，或其列表",
  Result: "名称，或取自某个输入",
  VaryingLength: "时长，或按等级各写一个",
  WordOrTable: "名称或规则表",
  LastTableRow: "规则的最后一行",
  VaryingLengthByLevel: "按等级的时长",
  TableRow: "一行规则",
  TableChange: "对继承规则表的增减",
  Table: "规则表（`when … then`）"
}

export const says: Like<typeof en.says> = {
  Not: {
    not: "除此之外。"
  },
  TableChange: {
    also: "排在继承来的各行之前。",
    without: "除去这些行。"
  },
  TableRow: {
    when: "适用条件。",
    // biome-ignore lint/suspicious/noThenProperty: `then` is a word of the language; nothing awaits this map
    then: "结果。"
  },
  LastTableRow: {
    otherwise: "其余情形的结果。"
  }
}
