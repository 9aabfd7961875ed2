/** The schema of a people file: the roles of each person, and known customers. */
import * as Schema from "effect/Schema"
import { newestVersion } from "../../outline/Version.ts"
import { mapOf, must, named, perhaps, speaking } from "../Notation.ts"
import { Name, Sentence, Word } from "../Value.ts"

const List = Schema.Union([Word, Schema.Array(Word)]).annotate(named("WordList"))
const Spell = Schema.String.annotate({
  ...named("Spell"),
  ...speaking("spell"),
  examples: ["2026-11-23 to 2026-11-27"]
})
const Delegation = mapOf("Delegation", {
  to: must(Word, "给"),
  until: must(Word, "至"),
  roles: perhaps(List, "角色")
})
const Person = mapOf("Person", {
  name: perhaps(Sentence, "姓名"),
  roles: perhaps(List, "角色"),
  department: perhaps(Word, "部门"),
  calendar: perhaps(Word, "日历"),
  deputy: perhaps(Word, "代理人"),
  away: perhaps(Schema.Union([Spell, Schema.Array(Spell)]), "外出"),
  delegates: perhaps(Schema.Union([Delegation, Schema.Array(Delegation)]), "委托"),
  address: perhaps(Sentence, "地址"),
  contact: perhaps(Sentence, "对外联系方式"),
  language: perhaps(Word, "语言")
})
const FactValue = Schema.Union([
  Schema.String,
  Schema.Finite,
  Schema.Boolean,
  Schema.Array(Schema.Union([Schema.String, Schema.Finite, Schema.Boolean]))
]).annotate(named("FactValue"))
/** The schema of facts with their values. */
export const FactValues = Schema.Record(Word, FactValue).annotate(named("FactValues"))
const Customer = mapOf("Customer", {
  name: perhaps(Sentence, "姓名"),
  language: perhaps(Word, "语言"),
  address: perhaps(Sentence, "地址"),
  consent: perhaps(List, "同意"),
  facts: perhaps(FactValues, "事实")
})

/** The schema of a people file. */
export const People = mapOf("PeopleFile", {
  hearback: must(Schema.Literal(newestVersion), "闭环"),
  people: perhaps(Schema.Record(Name, Person), "人员"),
  customers: perhaps(Schema.Record(Name, Customer), "客户")
})

/** A people file as plain JSON. */
export type PeopleDocument = typeof People.Encoded
