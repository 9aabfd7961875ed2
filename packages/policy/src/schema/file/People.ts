/** A people file: who has which role, and which customers are known. */
import * as Schema from "effect/Schema"
import { newestVersion } from "../../outline/Version.ts"
import { mapOf, must, perhaps, speaking, titled } from "../Notation.ts"
import { Name, Sentence, Word } from "../Value.ts"

const List = Schema.Union([Word, Schema.Array(Word)]).annotate({
  identifier: "WordList",
  ...titled(["a name or a list of names", "名称或名称列表"])
})
const Spell = Schema.String.annotate({
  identifier: "Spell",
  ...titled(["a date, or two with `to`", "日期，或以 `to` 相连的两个日期"]),
  ...speaking("spell"),
  examples: ["2026-11-23 to 2026-11-27"]
})
const Delegation = mapOf("Delegation", ["a delegation", "委托"], {
  to: must(Word, "给", "To whom.", "委托给谁。"),
  until: must(Word, "至", "Until when.", "至何时。"),
  roles: perhaps(List, "角色", "Which roles; else all.", "哪些角色；缺省为全部。")
})
const Person = mapOf("Person", ["a person", "人员"], {
  name: perhaps(Sentence, "姓名", "Their name.", "姓名。"),
  roles: perhaps(List, "角色", "Their roles.", "角色。"),
  department: perhaps(Word, "部门", "Their department.", "部门。"),
  calendar: perhaps(Word, "日历", "Their working time.", "工作时间。"),
  deputy: perhaps(Word, "代理人", "Who stands in for them.", "代理人。"),
  away: perhaps(Schema.Union([Spell, Schema.Array(Spell)]), "外出", "When they are away.", "何时外出。"),
  delegates: perhaps(
    Schema.Union([Delegation, Schema.Array(Delegation)]),
    "委托",
    "Powers that they lend.",
    "委托出去的权限。"
  ),
  address: perhaps(Sentence, "地址", "Where notices go; customers never see it.", "通知发往何处；客户看不到。"),
  contact: perhaps(Sentence, "对外联系方式", "How customers reach them.", "客户如何联系此人。"),
  language: perhaps(Word, "语言", "The language of notices.", "通知的语言。")
})
const FactValue = Schema.Union([
  Schema.String,
  Schema.Finite,
  Schema.Boolean,
  Schema.Array(Schema.Union([Schema.String, Schema.Finite, Schema.Boolean]))
]).annotate({ identifier: "FactValue", ...titled(["a value, or a list of values", "值或值的列表"]) })
export const FactValues = Schema.Record(Word, FactValue).annotate({
  identifier: "FactValues",
  ...titled(["a map of facts and values", "事实与值"])
})
const Customer = mapOf("Customer", ["a customer", "客户"], {
  name: perhaps(Sentence, "姓名", "Their name.", "姓名。"),
  language: perhaps(Word, "语言", "The language they read.", "所用语言。"),
  address: perhaps(Sentence, "地址", "Where answers go.", "答复发往何处。"),
  consent: perhaps(List, "同意", "What they agreed to.", "同意的事项。"),
  facts: perhaps(FactValues, "事实", "Facts known about them.", "关于客户的事实。")
})

export const People = mapOf("PeopleFile", ["a people file", "人员表"], {
  hearback: must(Schema.Literal(newestVersion), "闭环", "The version of the language.", "语言版本。"),
  people: perhaps(
    Schema.Record(Name, Person).annotate(titled(["a map of people", "人员"])),
    "人员",
    "Staff.",
    "人员。"
  ),
  customers: perhaps(
    Schema.Record(Name, Customer).annotate(titled(["a map of customers", "客户"])),
    "客户",
    "Customers.",
    "客户。"
  )
})

/** The document of a people file as plain JSON. */
export type PeopleDocument = typeof People.Encoded
