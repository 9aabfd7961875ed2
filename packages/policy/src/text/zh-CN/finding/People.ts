/** `people/…`: the people file beside a policy. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/People.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const people: Like<typeof en.people> = {
  "people/none": { message: ({ path }) => `没有人员表 ${quoted(path)}`, help: "角色只来自人员表，不由调用者自称" },
  "people/no-role": { message: ({ person }) => `${quoted(person)} 没有角色` },
  "people/nobody-is": {
    message: ({ role, paths: [first = "", ...more] }) =>
      `没有人担任 ${quoted(role)}，而 ${quoted(first)} ${more.length === 0 ? "" : `等 ${more.length + 1} 处`}需要该角色`,
    help: "请在人员表中指定担任者，或改写为其他角色"
  },
  "people/not-there": {
    message: ({ person, channel }) => `${quoted(channel)} 指定了 ${quoted(person)}，人员表中没有此人`,
    help: "请写人员表中的编号；在此之前由其他人负责"
  },
  "people/nobody-on-shift": {
    message: ({ role, calendar }) => `日历 ${quoted(calendar)} 开放的时间里，没有一个 ${quoted(role)} 在班`,
    help: "请给其中一人安排相交的班次、改写其他角色，或让时钟按他们的日历计时"
  },
  "people/not-staff": {
    message: ({ who, gate }) =>
      gate === undefined
        ? `${quoted(who)} 不是内部人员，通知不会送达`
        : `${quoted(who)} 不是内部人员，而关口 ${quoted(gate)} 是内部的工作`,
    help: ({ gate }) => (gate === undefined ? "告知客户请用 `tell`；此处请写角色或 `owner`" : "请写角色或 `owner`")
  },
  "people/own-deputy": { message: ({ person }) => `${quoted(person)} 不能做自己的代理人` },
  "people/delegates-more": { message: ({ person, role }) => `${quoted(person)} 没有 ${quoted(role)} 角色，不能委托` }
}
