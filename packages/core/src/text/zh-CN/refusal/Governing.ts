import type { Sentences } from "../../shape/Reason.ts"
import { quoted } from "../../shape/Said.ts"
import { zh } from "../form/Blanks.ts"

/** What a policy calls the act. */
const keys: Readonly<Record<string, string>> = { publish: "发布", move: "换版", erase: "擦除" }

export const ofGoverning: Sentences<"governing"> = {
  "governing/other-policy": (details) => zh`这是策略 ${quoted(details.other)}，而案件按 ${quoted(details.policy)} 办理`,
  "governing/unsaid": (details, wording) =>
    zh`现行策略没有写明谁可以${wording.word("governing", details.act)}（\`授权.${keys[details.act] ?? details.act}.由谁\`），只有业务系统可以，${wording.called(details.actor)} 不可以`,
  "governing/wrong-person": (details, wording) =>
    zh`${wording.called(details.actor)} 不能${wording.word("governing", details.act)}，可由 ${wording.anyOf(details.by)} 办理`,
  "publish/in-force": (details) => zh`版本 ${quoted(details.content)} 已经发布`,
  "publish/other-currency": (details) =>
    zh`本库的金额以 ${quoted(details.currency)} 计，不能更改：${details.other === "" ? "请在策略中保留 `币种`" : `使用 ${quoted(details.other)} 的策略须另用一个库或租户`}`,
  "publish/same-person": (details, wording) =>
    zh`这是 ${wording.called(details.actor)} 申请的，须由另一人会签：${wording.anyOf(details.by)}`,
  "publish/waits": (details, wording) =>
    zh`${wording.called(details.asker)} 申请发布的版本 ${quoted(details.content)} 尚待另一人会签：请由 ${wording.anyOf(details.by)} 发布该版本即为会签，或由 ${wording.called(details.asker)} 改报其他版本`
}
