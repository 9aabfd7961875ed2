/**
 * The life of one case of itr-service in thirty commands: both loops, every kind of gate that the policy has, a
 * counter- proposal, a pause, a handover, money, a regrade by facts, and time. It can be extended to any length.
 */
import { Actor, Case, type Command, type Gathered, Instant, type Person, type Policy, Step } from "@hearback/core"

/** One command of the life, with who gives it and when. */
export interface Turn {
  readonly command: Command.Command
  readonly meta: Gathered.Meta
}

const person = (id: string, name: string, roles: readonly string[], department?: string): Person.PersonState => ({
  id,
  name,
  roles,
  ...(department === undefined ? {} : { department }),
  onDuty: true,
  openCases: 3
})

const people: readonly Person.PersonState[] = [
  person("li-na", "李娜", ["客服"], "技术支持"),
  person("liu-fang", "刘芳", ["客服"], "技术支持"),
  person("ma-chao", "马超", ["客服"], "财务"),
  person("wang-lei", "王磊", ["客服"], "项目执行"),
  person("zhao-min", "赵敏", ["主管"]),
  person("zhou-kai", "周凯", ["主管"], "项目执行"),
  person("chen-jun", "陈军", ["总监"]),
  person("sun-yue", "孙悦", ["质量专员"])
]

type Said = readonly [at: string, by: string, command: Command.Command]

const said: readonly Said[] = [
  [
    "10-13 10:00",
    "li-na",
    {
      do: "submit",
      case: "A",
      channel: "热线",
      customer: "c-hua",
      verbatim: "昨晚割接回滚，问题没解决，非常失望，周五下午报的故障，到现在没人回复。",
      facts: { 交付偏差: "重大", 服务线: "运维", 金额: 38_000, "客户.等级": "战略" }
    }
  ],
  ["10-13 10:05", "li-na", { do: "note", text: "值班记录已调取" }],
  ["10-13 10:20", "li-na", { do: "pass", gate: "已响应" }],
  ["10-13 10:40", "c-hua", { do: "write", text: "请尽快，生产还停着", channel: "热线" }],
  ["10-13 11:00", "li-na", { do: "write", text: "工程师已到机房", channel: "热线" }],
  ["10-13 11:30", "li-na", { do: "set", facts: { 金额: 52_000 }, reason: "客户补报" }],
  ["10-13 11:40", "system:timer", { do: "time" }],
  ["10-13 11:45", "li-na", { do: "pause", reason: "等客户" }],
  ["10-13 12:00", "c-hua", { do: "write", text: "窗口已批", channel: "热线" }],
  ["10-13 13:35", "li-na", { do: "resume" }],
  ["10-13 13:40", "li-na", { do: "pass", gate: "方案已认可", proposal: "今晚重做割接，双人复核" }],
  ["10-13 14:00", "c-hua", { do: "reply", gate: "方案已认可", says: "counter", text: "要在明早八点前恢复" }],
  ["10-13 14:10", "li-na", { do: "pass", gate: "方案已认可", proposal: "今晚十点重做，明早七点验证" }],
  ["10-13 14:20", "c-hua", { do: "reply", gate: "方案已认可", says: "agree" }],
  ["10-13 15:10", "li-na", { do: "note", text: "回滚脚本与手册不一致" }],
  [
    "10-13 15:30",
    "li-na",
    {
      do: "pass",
      gate: "根因已查明",
      method: "five-whys",
      whys: ["回滚脚本没有执行", "值班手册里没有这一步", "手册上次改版没有评审", "变更流程不要求手册随改"],
      cause: "systemic",
      evidence: ["值班手册 3.2 版", "变更单 1107"]
    }
  ],
  ["10-13 16:00", "zhao-min", { do: "sign", gate: "根因已查明" }],
  ["10-13 16:20", "li-na", { do: "compensate", amount: 300, reason: "夜间停机" }],
  ["10-13 16:40", "li-na", { do: "hand-over", to: "liu-fang", reason: "夜班" }],
  ["10-13 16:50", "liu-fang", { do: "accept" }],
  ["10-13 17:00", "liu-fang", { do: "note", text: "已接手" }],
  [
    "10-14 09:00",
    "liu-fang",
    { do: "pass", gate: "已纠正", actions: [{ what: "重做割接", owner: "wang-lei", due: "2026-10-14" }] }
  ],
  ["10-14 09:30", "wang-lei", { do: "act-done", gate: "已纠正", action: 1, evidence: "割接单 1112" }],
  ["10-14 10:00", "liu-fang", { do: "pass", gate: "结果已告知", result: "已恢复，双人复核通过" }],
  [
    "10-14 10:30",
    "liu-fang",
    {
      do: "pass",
      gate: "预防已上线",
      actions: [
        {
          what: "手册随变更单更新",
          metric: "无手册更新的变更单数",
          target: "每月 0 张",
          owner: "wang-lei",
          due: "2026-10-16"
        }
      ]
    }
  ],
  ["10-14 11:00", "system:timer", { do: "time" }],
  ["10-15 09:00", "c-hua", { do: "write", text: "运行正常", channel: "热线" }],
  ["10-16 17:00", "wang-lei", { do: "act-done", gate: "预防已上线", action: 1, evidence: "变更平台已强制校验" }],
  ["10-19 09:00", "c-hua", { do: "reply", gate: "客户已确认", says: "satisfied", text: "可以" }],
  ["10-20 09:00", "liu-fang", { do: "note", text: "观察期至十一月" }]
]

const actorOf = (id: string): Actor.Actor => {
  const known = people.find((one) => one.id === id)
  if (known !== undefined) return Actor.person({ id, roles: known.roles })
  return Actor.isMachine(id) ? Actor.parse(id) : Actor.customer(id)
}

const turn = (policy: Policy.Policy, [at, by, command]: Said, n: number): Turn => {
  const instant = Instant.parseInstant(`2026-${at}`, policy.zone) ?? Number.NaN
  const gathered = { people, ledgers: {} }
  return {
    command,
    meta: { id: `c${n}`, occurredAt: instant, receivedAt: instant, actor: actorOf(by), draw: 0, gathered }
  }
}

/** Returns `count` turns: the thirty, and then messages in both directions, one an hour, until there are enough. */
export const turns = (policy: Policy.Policy, count = said.length): readonly Turn[] => {
  const more = Array.from({ length: Math.max(0, count - said.length) }, (_, i): Said => {
    const hour = String(9 + (i % 8)).padStart(2, "0")
    const at = `10-20 ${hour}:${String(Math.floor(i / 8) % 60).padStart(2, "0")}`
    return i % 2 === 0
      ? [at, "c-hua", { do: "write", text: `第 ${i} 次来信`, channel: "热线" }]
      : [at, "liu-fang", { do: "note", text: `第 ${i} 条备注` }]
  })
  // The messages come in the middle of the case, while gates and clocks are open, as in real long cases.
  const [early, late] = [said.slice(0, 24), said.slice(24)]
  const middle = more.map(([_, by, command], i): Said => {
    const at = `10-14 10:${String(Math.floor((i * 29) / Math.max(1, more.length))).padStart(2, "0")}`
    return [at, by, command]
  })
  return [...early, ...middle, ...late].slice(0, count).map((one, n) => turn(policy, one, n))
}

/** Runs turns through the engine's `step`; returns the last state. */
export const live = (policy: Policy.Policy, all: readonly Turn[]): Case.Case => {
  let state = Case.empty("A")
  for (const { command, meta } of all) state = Step.step(policy, state, command, meta).state
  return state
}

/** Returns every event of the life. It fails if a turn is refused, since a refusal would make the life too cheap. */
export const events = (policy: Policy.Policy, all: readonly Turn[]): readonly Case.CaseEvent[] => {
  let state = Case.empty("A")
  const found: Case.CaseEvent[] = []
  for (const { command, meta } of all) {
    const answer = Step.step(policy, state, command, meta)
    if (answer.refusal !== undefined)
      throw new Error(`${command.do} was refused: ${answer.refusal.reasons.map(({ code }) => code).join(", ")}`)
    found.push(...answer.events)
    state = answer.state
  }
  return found
}
