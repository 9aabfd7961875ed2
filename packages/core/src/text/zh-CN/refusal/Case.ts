import { bare, typeCalled, wanted } from "../../shape/Parts.ts"
import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"
import { zh } from "../form/Blanks.ts"

export const ofCase: Sentences<"case"> = {
  "case/unknown": (s) =>
    opt(s.waits, (why) => zh`${quoted(s.case)} 尚未立案，须先从隔离区放行（${why}）`) || zh`没有案件 ${quoted(s.case)}`,
  "case/closed": () => "案件已结束，仍可来信或重开",
  "case/expired": () => "本案档案保存期已满，现在的反馈请另行提交",
  "case/moved-on": (s) => `读取之后案件已有变化${opt(s.version, (version) => `，现为版本 ${version}`)}`,
  "case/exists": (s) => zh`案件 ${quoted(s.case)} 已经立案`,
  "intake/no-words": () => "反馈既没有文字，也没有评分",
  "intake/off-scale": (s) => zh`评分 ${s.score} 不在渠道 ${quoted(s.channel)} 的分值 ${s.low} 至 ${s.high} 之内`,
  "intake/automatic": () => "这是自动消息，且不答复任何案件",
  "intake/unknown-event": (s, v) =>
    zh`策略没有声明事件 ${quoted(s.event)}${opt(s.known, (k) => `，声明的有 ${v.names(k)}`)}`,
  "address/unknown-channel": (s, v) =>
    zh`策略没有渠道 ${quoted(s.channel)}，不能以此送达客户${opt(s.known, (k) => `，现有 ${v.names(k)}`)}`,
  "address/unusable": (s) => zh`${quoted(s.channel)} 的地址为空或不止一行`,
  "merge/itself": (s) => zh`案件 ${quoted(s.case)} 不能并入自己`,
  "merge/not-open": (s) => zh`案件 ${quoted(s.case)} 已答复客户，只能并入未结束的案件`,
  "merge/owes-more": (s, v) => {
    const waived = opt(s.roles, (roles) => zh`，或由 ${v.names(roles, "or")} 豁免`)
    return zh`关口 ${quoted(s.gate)} 在本案尚未完成，而案件 ${quoted(s.case)} 不需要${opt(s.actor, (a) => zh`，${v.called(a)} 无权豁免`)}；请将那件并入本案，或先完成该关口${waived}`
  },
  "asking/unknown-consent": (s, v) =>
    zh`策略没有同意项 ${quoted(s.consent)}${opt(s.known, (k) => `，只有 ${v.names(k)}`)}`,
  "asking/no-opt-out": () => "策略没有提供拒绝询问的办法",
  "split/no-words": () => "没有写明拆分出去的内容",
  "classification/unknown": (s, v) =>
    zh`词典里没有 ${quoted(s.category)}${opt(s.known, (k) => `，只有 ${v.names(k)}`)}`,
  "survey/unanswered": (s, v) => zh`问卷还有必答题未答：${v.names(s.questions)}`,
  "survey/not-asked": (s, v) =>
    zh`按这些回答，问卷不问 ${quoted(s.question)}${opt(s.asked, (a) => `，所问的是 ${v.names(a)}`)}`,
  "fact/unknown": (s, v) => zh`策略没有声明事实 ${quoted(s.fact)}${opt(s.known, (k) => `，声明的有 ${v.names(k)}`)}`,
  "fact/wrong-type": (s, v) =>
    zh`${quoted(s.value)} 不是事实 ${quoted(s.fact)} 的值，它应为${typeCalled(s.expected, v, (kind) => ` ${quoted(kind)}`)}${opt(s.allowed, (a) => `：${v.names(a)}`)}`,
  "fact/wrong-person": (s, v) =>
    zh`事实 ${quoted(s.fact)} 须由 ${v.anyOf(s.by, "or", s.owner)} 设定，不是 ${v.called(s.actor)}`,
  "people/unknown": (s) => zh`人员表里没有 ${quoted(s.person)}`,
  "command/wrong-person": (s, v) => zh`此处只有${v.anyOf(s.by, "and")}可以${v.word("verb", s.command)}`,
  "command/unknown": (s, v) =>
    `没有${opt(s.found, (f) => ` ${quoted(bare(f))} `)}这个命令${opt(s.expected, (e) => `，可用的有 ${v.names(e)}`)}`,
  "command/shape": (s, v) =>
    s.found === ""
      ? `缺少${argument(s.argument)}${opt(wanted(s.expected, v), (w) => `：${w}`)}`
      : zh`${argument(s.argument)} 的写法 ${quoted(s.found)} 不合要求${opt(wanted(s.expected, v), (w) => `，应为 ${w}`)}`
}

const argument = (name: string): string => (name === "" ? "命令" : `参数 ${quoted(name)}`)
