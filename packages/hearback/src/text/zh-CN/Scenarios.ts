/** What is said of scenarios that are run: what was expected, and what there is. */
import type { Like } from "@hearback/core"
import type * as en from "../en/Scenarios.ts"

export const scenario: Like<typeof en.scenario> = {
  line: (line, says, what) => `第 ${line} 行：${says}：${what}`,
  found: (expected, actual) => `预期 ${expected}，实际 ${actual}`,
  by: ({ file, line, rule }) => `（${file}:${line} ${rule}）`,
  verdict: (title, ok) => (ok ? `${title}：符合` : `${title}：不符`),
  list: (items) => items.join("，"),
  to: (whom) => `给 ${whom}`,
  words: (message, words) => `${message}：${words}`,
  from: (role) => `批准方 ${role}`,
  due: (when) => `时限 ${when}`,
  pending: (rules) => `待批：${rules}`,
  noSuchCase: "没有此案件",
  noCase: "没有案件",
  noAnswer: "没有回答",
  share: (shown, sum, cases) => `${shown}（${cases} 件中的 ${sum} 件）`,
  nobodySigns: (gate) => `无人可以会签 ${gate}`,
  nobodyPasses: (gate) => `无人可以通过 ${gate}`,
  onlyTime: (gate) => `等待不能直接走到：${gate} 需要时间经过`,
  noGate: (gate) => `本案的闭环没有关口 ${gate}`,
  unsettled: (gate) => `${gate} 所等待的，任何命令都走不到`,
  notSettled: (gate, most) => `${most} 个命令之后 ${gate} 仍未了结`,
  notOpened: (name) => `案件 ${name} 没有立案`,
  lendsMore: (who, role) => `${who} 没有 ${role} 角色，不能委托`,
  notStarted: "未开始",
  noLoop: "没有闭环路径，也就没有关口",
  noGateIn: (loop) => `${loop} 中没有此关口`,
  quarantined: (reason) => `未能立案，留待处理：${reason}`,
  hello: "您好"
}
