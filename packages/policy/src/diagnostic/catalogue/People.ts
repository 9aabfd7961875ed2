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
  "people/nobody-is": entry<{ role: string }>({
    level: "warning",
    message: {
      en: ({ role }) => `nobody has the role ${quoted(role)}`,
      "zh-CN": ({ role }) => `没有人担任 ${quoted(role)}`
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
