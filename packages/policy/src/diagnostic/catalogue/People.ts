/** `people/…`: the people file beside a policy. */
import { entry } from "../text/Entry.ts"
import { quoted } from "../text/Said.ts"

export const people = {
  "people/none": entry<{ path: string }>({
    level: "error",
    message: {
      en: ({ path }) => `there is no people file ${quoted(path)}`,
      "zh-CN": ({ path }) => `没有人员表 ${quoted(path)}`
    },
    help: {
      en: () => "roles come from a people file, never from the caller",
      "zh-CN": () => "角色只来自人员表，不由调用者自称"
    }
  }),
  "people/no-role": entry<{ person: string }>({
    level: "warning",
    message: {
      en: ({ person }) => `${quoted(person)} has no role`,
      "zh-CN": ({ person }) => `${quoted(person)} 没有角色`
    }
  }),
  "people/nobody-is": entry<{ role: string; paths: ReadonlyArray<string> }>({
    level: "warning",
    message: {
      en: ({ role, paths: [first = "", ...more] }) =>
        `nobody has the role ${quoted(role)}, which ${quoted(first)} needs${more.length === 0 ? "" : ` and ${more.length} more places`}`,
      "zh-CN": ({ role, paths: [first = "", ...more] }) =>
        `没有人担任 ${quoted(role)}，而 ${quoted(first)} ${more.length === 0 ? "" : `等 ${more.length + 1} 处`}需要该角色`
    },
    help: {
      en: () => "give the role to somebody in the people file, or name another role",
      "zh-CN": () => "请在人员表中指定担任者，或改写为其他角色"
    }
  }),
  "people/not-there": entry<{ person: string; channel: string }>({
    level: "warning",
    message: {
      en: ({ person, channel }) => `${quoted(channel)} names ${quoted(person)}, who is not in the people file`,
      "zh-CN": ({ person, channel }) => `${quoted(channel)} 指定了 ${quoted(person)}，人员表中没有此人`
    },
    help: {
      en: () => "write an id of the people file: somebody else answers for its cases until then",
      "zh-CN": () => "请写人员表中的编号；在此之前由其他人负责"
    }
  }),
  "people/nobody-on-shift": entry<{ role: string; calendar: string }>({
    level: "warning",
    message: {
      en: ({ role, calendar }) =>
        `nobody with the role ${quoted(role)} works while calendar ${quoted(calendar)} is open`,
      "zh-CN": ({ role, calendar }) => `日历 ${quoted(calendar)} 开放的时间里，没有一个 ${quoted(role)} 在班`
    },
    help: {
      en: () => "give one of them a shift that meets it, name another role, or let the clock count by their calendar",
      "zh-CN": () => "请给其中一人安排相交的班次、改写其他角色，或让时钟按他们的日历计时"
    }
  }),
  "people/not-staff": entry<{ who: string; gate?: string }>({
    level: "warning",
    message: {
      en: ({ who, gate }) =>
        gate === undefined
          ? `${quoted(who)} is nobody on the staff: no notice reaches them here`
          : `${quoted(who)} is nobody on the staff, and gate ${quoted(gate)} is the work of staff`,
      "zh-CN": ({ who, gate }) =>
        gate === undefined
          ? `${quoted(who)} 不是内部人员，通知不会送达`
          : `${quoted(who)} 不是内部人员，而关口 ${quoted(gate)} 是内部的工作`
    },
    help: {
      en: ({ gate }) =>
        gate === undefined ? "customers are told by `tell`; name a role, or `owner`" : "name a role, or `owner`",
      "zh-CN": ({ gate }) => (gate === undefined ? "告知客户请用 `tell`；此处请写角色或 `owner`" : "请写角色或 `owner`")
    }
  }),
  "people/own-deputy": entry<{ person: string }>({
    level: "error",
    message: {
      en: ({ person }) => `${quoted(person)} stands in for themselves`,
      "zh-CN": ({ person }) => `${quoted(person)} 不能做自己的代理人`
    }
  }),
  "people/delegates-more": entry<{ person: string; role: string }>({
    level: "error",
    message: {
      en: ({ person, role }) => `${quoted(person)} lends the role ${quoted(role)} without having it`,
      "zh-CN": ({ person, role }) => `${quoted(person)} 没有 ${quoted(role)} 角色，不能委托`
    }
  })
}
