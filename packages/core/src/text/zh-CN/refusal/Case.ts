import { bare, typeCalled, wanted } from "../../shape/Parts.ts"
import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"
import { zh } from "../form/Blanks.ts"

export const ofCase: Sentences<"case"> = {
  "case/unknown": (details) =>
    opt(details.waits, (why) => zh`${quoted(details.case)} 尚未立案，须先从隔离区放行（${why}）`) ||
    zh`没有案件 ${quoted(details.case)}`,
  "case/closed": () => "案件已结束，仍可来信或重开",
  "case/expired": () => "本案档案保存期已满，现在的反馈请另行提交",
  "case/moved-on": (details) => `读取之后案件已有变化${opt(details.version, (version) => `，现为版本 ${version}`)}`,
  "case/exists": (details) => zh`案件 ${quoted(details.case)} 已经立案`,
  "intake/no-words": () => "反馈既没有文字，也没有评分",
  "intake/off-scale": (details) =>
    zh`评分 ${details.score} 不在渠道 ${quoted(details.channel)} 的分值 ${details.low} 至 ${details.high} 之内`,
  "intake/automatic": () => "这是自动消息，且不答复任何案件",
  "intake/unknown-event": (details, wording) =>
    zh`策略没有声明事件 ${quoted(details.event)}${opt(details.known, (k) => `，声明的有 ${wording.names(k)}`)}`,
  "address/unknown-channel": (details, wording) =>
    zh`策略没有渠道 ${quoted(details.channel)}，不能以此送达客户${opt(details.known, (k) => `，现有 ${wording.names(k)}`)}`,
  "address/unusable": (details) => zh`${quoted(details.channel)} 的地址为空或不止一行`,
  "merge/itself": (details) => zh`案件 ${quoted(details.case)} 不能并入自己`,
  "merge/not-open": (details) => zh`案件 ${quoted(details.case)} 已答复客户，只能并入未结束的案件`,
  "merge/owes-more": (details, wording) => {
    const waived = opt(details.roles, (roles) => zh`，或由 ${wording.names(roles, "or")} 豁免`)
    return zh`关口 ${quoted(details.gate)} 在本案尚未完成，而案件 ${quoted(details.case)} 不需要${opt(details.actor, (a) => zh`，${wording.called(a)} 无权豁免`)}；请将那件并入本案，或先完成该关口${waived}`
  },
  "asking/unknown-consent": (details, wording) =>
    zh`策略没有同意项 ${quoted(details.consent)}${opt(details.known, (k) => `，只有 ${wording.names(k)}`)}`,
  "asking/no-opt-out": () => "策略没有提供拒绝询问的办法",
  "split/no-words": () => "没有写明拆分出去的内容",
  "classification/unknown": (details, wording) =>
    zh`词典里没有 ${quoted(details.category)}${opt(details.known, (k) => `，只有 ${wording.names(k)}`)}`,
  "survey/unanswered": (details, wording) => zh`问卷还有必答题未答：${wording.names(details.questions)}`,
  "survey/not-asked": (details, wording) =>
    zh`按这些回答，问卷不问 ${quoted(details.question)}${opt(details.asked, (a) => `，所问的是 ${wording.names(a)}`)}`,
  "fact/unknown": (details, wording) =>
    zh`策略没有声明事实 ${quoted(details.fact)}${opt(details.known, (k) => `，声明的有 ${wording.names(k)}`)}`,
  "fact/wrong-type": (details, wording) =>
    zh`${quoted(details.value)} 不是事实 ${quoted(details.fact)} 的值，它应为${typeCalled(details.expected, wording, (kind) => ` ${quoted(kind)}`)}${opt(details.allowed, (a) => `：${wording.names(a)}`)}`,
  "fact/wrong-person": (details, wording) =>
    zh`事实 ${quoted(details.fact)} 须由 ${wording.anyOf(details.by, "or", details.owner)} 设定，不是 ${wording.called(details.actor)}`,
  "people/unknown": (details) => zh`人员表里没有 ${quoted(details.person)}`,
  "command/wrong-person": (details, wording) =>
    zh`此处只有${wording.anyOf(details.by, "and")}可以${wording.word("verb", details.command)}`,
  "command/unknown": (details, wording) =>
    `没有${opt(details.found, (f) => ` ${quoted(bare(f))} `)}这个命令${opt(details.expected, (e) => `，可用的有 ${wording.names(e)}`)}`,
  "command/shape": (details, wording) =>
    details.found === ""
      ? `缺少${argument(details.argument)}${opt(wanted(details.expected, wording), (w) => `：${w}`)}`
      : zh`${argument(details.argument)} 的写法 ${quoted(details.found)} 不合要求${opt(wanted(details.expected, wording), (w) => `，应为 ${w}`)}`
}

const argument = (name: string): string => (name === "" ? "命令" : `参数 ${quoted(name)}`)
