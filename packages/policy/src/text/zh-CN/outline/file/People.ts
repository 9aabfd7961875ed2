/** A people file: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../../en/outline/file/People.ts"

export const title: Like<typeof en.title> = {
  WordList: "名称或名称列表",
  Delegation: "委托",
  Person: "人员",
  FactValue: "值或值的列表",
  FactValues: "事实与值",
  Customer: "客户",
  PeopleFile: "人员表"
}

export const says: Like<typeof en.says> = {
  Delegation: {
    to: "委托给谁。",
    until: "至何时。",
    roles: "哪些角色；缺省为全部。"
  },
  Person: {
    name: "姓名。",
    roles: "角色。",
    department: "部门。",
    calendar: "工作时间。",
    deputy: "代理人。",
    away: "何时外出。",
    delegates: "委托出去的权限。",
    address: "通知发往何处；客户看不到。",
    contact: "客户如何联系此人。",
    language: "通知的语言。"
  },
  Customer: {
    name: "姓名。",
    language: "所用语言。",
    address: "答复发往何处。",
    consent: "同意的事项。",
    facts: "关于客户的事实。"
  },
  PeopleFile: {
    hearback: "语言版本。",
    people: "人员。",
    customers: "客户。"
  }
}
