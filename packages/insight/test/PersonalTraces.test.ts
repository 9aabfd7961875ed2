/** What can identify a person by its form alone is found however it is typed, and not in ordinary sentences. */
import { describe, expect, it } from "vitest"
import { type PersonalTrace, personalTraces } from "../src/report/PersonalTraces.ts"

const found: Readonly<Record<PersonalTrace["kind"], readonly string[]>> = {
  "e-mail": [
    "john.doe@example.com",
    "john.doe＠example.com",
    "john.doe﹫example.com",
    "john.doe@exa\u200bmple.com",
    "john(dot)doe(at)example(dot)com",
    "john at example dot com",
    "张伟@qq.com"
  ],
  phone: [
    "Call 138 1234 5678 first",
    "打 １３８１２３４５６７８ 即可",
    "号码是123 4567 8901",
    "138—1234—5678",
    "138–1234–5678",
    "138_1234_5678",
    "138/1234/5678",
    "138\u200b1234\u200b5678",
    "13\u00ad812345678",
    "138\u00a01234\u00a05678",
    "1 3 8 1 2 3 4 5 6 7 8",
    "١٣٨١٢٣٤٥٦٧٨",
    "①③⑧①②③④⑤⑥⑦⑧",
    "打他电话一三八一二三四五六七八",
    "one three eight one two three four five six seven eight",
    "热线 6123 4567",
    "555-1234",
    "ext. 4521",
    "+44 (0)20 7946 0958"
  ],
  "id-number": [
    "身份证 110101199003078515",
    "11010119900307851X",
    "1101 0119 9003 0785 15",
    "110101-19900307-8515",
    "身份证尾号 8515",
    "护照 G 1234 5678",
    "京A12345",
    "车牌号粤B·12345",
    "plate number AB12 CDE",
    "born 7 March 1990",
    "生日 3月7日"
  ],
  order: [
    "order #A-12",
    "INV/2026/0012",
    "案件 2611-7K3QZP",
    "2611-ABC4EF",
    "4111-1111-1111-1111",
    "6222 0212 3456 7890 123",
    "card ending 4242",
    "手机尾号5678",
    "工号 1234",
    "VIN WVWZZZ1JZXW000001",
    "SF1234567890123"
  ],
  account: [
    "wechat: zhang_wei88",
    "微信号 zhangwei_88",
    "加微信zhangwei88",
    "微信：zw-1990",
    "微信：小明同学",
    "WeChat ID lily2020",
    "vx: abc_123",
    "V信 abc123",
    "QQ：1234567",
    "Telegram @john_doe",
    "@john_doe complained",
    "https://weibo.com/u/123456",
    "jd_4f8a9c2b",
    "淘宝ID：tb12345678",
    "昵称 小明同学",
    "192.0.2.17"
  ],
  address: [
    "221B Baker Street",
    "1600 Amphitheatre Parkway",
    "12 Rue de Rivoli",
    "Hauptstraße 5",
    "P.O. Box 1234",
    "Springfield, IL 62704",
    "建国路八十八号",
    "张江镇某某村3组12号",
    "广东省深圳市南山区科技园",
    "3栋502"
  ],
  name: ["Mr. Smith complained", "Mrs Jones", "经张女士提醒", "欧阳先生"]
}

const plain = [
  "We now check all 12 invoices by hand",
  "从2026年11月起每月核对一次",
  "by 2026-11-20, 09:00-12:00",
  "from 2026-11-20 09:00 on",
  "since 20261120",
  "退款上限提高到10000元",
  "release 2026.11, version 4.2.1",
  "ISO 9001:2015, GB 17761-2018, RFC 2822",
  "refunds of 12345 CNY, 1,200,000 CNY in all",
  "orders are now checked twice; the order page warns before 10000 CNY",
  "account pages load in 200 ms",
  "the WeChat channel answers in 24 hours",
  "微信渠道24小时内答复",
  "phone waits fell from 300 to 60 seconds",
  "电话等待从300秒降到60秒",
  "2025-2026 plan, 2026 2027",
  "人民路门店已整改，地铁2号线",
  "向各位女士先生致歉",
  "公司员工对客户高度负责"
]

describe("traces of a person", () => {
  it.each(Object.entries(found).flatMap(([kind, texts]) => texts.map((text) => [kind, text] as const)))(
    "F-V7 · are found: %s in %j",
    (kind, text) => expect(personalTraces(text).map((one) => one.kind)).toContain(kind)
  )

  it.each(plain)("F-V7 · do not occur in %j", (text) => expect(personalTraces(text)).toEqual([]))

  it("F-V7 · have the place and the characters as typed", () => {
    const [trace] = personalTraces("打\u200b １３８\u200b１２３４５６７８ 即可")
    expect(trace).toEqual({ kind: "phone", text: "１３８\u200b１２３４５６７８", start: 3, end: 15 })
  })
})
