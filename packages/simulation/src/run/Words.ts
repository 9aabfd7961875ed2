/** What simulated people write: short and to the point, in the language of the policy. */
import type { Bundle, exampleEvidence } from "@hearback/core"

/** What somebody gives a reason for. */
type Occasion =
  | "hand-over"
  | "compensate"
  | "deny"
  | "found-wrong"
  | "reclassify"
  | "reopen"
  | "extend"
  | "waive"
  | "split"

type AtGates = NonNullable<Parameters<typeof exampleEvidence>[3]["words"]>
type Said = Occasion | Parameters<AtGates>[0] | "where" | "demand" | "description"

const texts: Readonly<Record<Said, Readonly<Record<Bundle.Language, string>>>> = {
  "hand-over": { en: "a colleague knows this matter better", "zh-CN": "由更熟悉情况的同事办理" },
  compensate: { en: "for the trouble that the customer had", "zh-CN": "弥补客户因此遇到的不便" },
  deny: { en: "not justified by what is on record", "zh-CN": "现有记录不足以支持该申请" },
  "found-wrong": { en: "the decision does not follow from the record", "zh-CN": "该决定与案件记录不符" },
  reclassify: { en: "by what the customer wrote", "zh-CN": "按客户原话确定" },
  reopen: { en: "the customer says that it was not put right", "zh-CN": "客户表示问题没有解决" },
  extend: { en: "the work takes longer than planned", "zh-CN": "办理时间超出预计" },
  waive: { en: "nothing more is to be done at this gate", "zh-CN": "此关口已无需办理" },
  split: { en: "another matter, to be handled by itself", "zh-CN": "属另一事项，需单独办理" },
  proposal: { en: "We put it right and tell you when it is done.", "zh-CN": "我们将予以纠正，完成后告知您。" },
  result: { en: "It has been put right.", "zh-CN": "问题已经纠正。" },
  cause: { en: "cause found at step", "zh-CN": "逐层追问所得原因" },
  finding: { en: "see the record of the case", "zh-CN": "见案件记录" },
  action: { en: "change what led to it", "zh-CN": "改掉导致问题的做法" },
  metric: { en: "cases of this kind a month", "zh-CN": "每月同类案件数" },
  target: { en: "none", "zh-CN": "零件" },
  proof: { en: "no case of this kind since", "zh-CN": "此后未再出现同类案件" },
  reason: { en: "weighed against what it takes", "zh-CN": "经权衡成本与收益" },
  where: { en: "at the customer's", "zh-CN": "客户现场" },
  demand: { en: "that it is put right", "zh-CN": "希望解决问题" },
  description: { en: "as the customer told it", "zh-CN": "如客户所述" }
}

type Speaking = { readonly bundle: { readonly language: Bundle.Language } }

/** Returns the words for something; the `n`-th of several where they have to differ. */
export const wordsOf =
  ({ bundle: { language } }: Speaking) =>
  (what: Said, n?: number): string =>
    n === undefined ? texts[what][language] : `${texts[what][language]} ${n}`
