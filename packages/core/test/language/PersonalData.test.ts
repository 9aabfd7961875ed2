/** What is hidden about other people: each pattern with what it finds, and similar texts that stay. */
import { describe, expect, it } from "vitest"
import { personalData, withoutPersonalData } from "../../src/language/personal/PersonalData.ts"
import type { PersonalKind } from "../../src/policy/Bundle.ts"

const rows: readonly {
  readonly kind: PersonalKind
  readonly found: readonly string[]
  readonly kept: readonly string[]
}[] = [
  {
    kind: "phone",
    found: [
      "13812345678",
      "138 1234 5678",
      "138-1234-5678",
      "１３８１２３４５６７８",
      "8613812345678",
      "+86 138 1234 5678",
      "0086 13812345678",
      "010-62345678",
      "(021) 5234 5678",
      "0755-26345678-803",
      "400-820-8820",
      "+44 20 7946 0958",
      "+1 (415) 555-2671",
      "020 7946 0958",
      "07700 900123",
      "(415) 555-2671",
      "415-555-2671",
      "一三八一二三四五六七八"
    ],
    kept: [
      "1381234567",
      "138123456789",
      "12812345678",
      "A13812345678",
      "2026-11-20",
      "2026-11-20 09:00",
      "20261120",
      "+86",
      "010-6234",
      "115-555-2671",
      "3.14159265358",
      "订单 4820193756",
      "GB/T 19012-2019"
    ]
  },
  {
    kind: "id-card",
    found: ["11010519491231002X", "11010519491231002x", "110105 19491231 002X", "440524188001010014"],
    kept: ["110105194912310021", "11010519491331002X", "1101051949123100", "011010519491231002X", "A11010519491231002X"]
  },
  {
    kind: "bank-card",
    found: [
      "4111 1111 1111 1111",
      "4111-1111-1111-1111",
      "4111111111111111",
      "378282246310005",
      "5555555555554444",
      "6217000010001234569",
      "6011000990139424"
    ],
    kept: ["4111 1111 1111 1112", "411111111111", "41111111111111111111", "0000000000000000", "1234567890123452"]
  },
  {
    kind: "e-mail",
    found: ["ann@example.com", "ann.lee+desk@mail.example.co.uk", "li-na@example.cn"],
    kept: ["ann@example", "@ann", "ann at home", "5 @ 3.50", "a@.com", "example.com"]
  },
  {
    kind: "plate",
    found: [
      "京A12345",
      "京A·12345",
      "沪B 8K9L2",
      "粤BD12345",
      "粤B12345D",
      "鲁C1234警",
      "粤Z1234港",
      "AB12 CDE",
      "AB12CDE"
    ],
    kept: ["京A1234", "京I12345", "京AOOOOO", "京ABCDEF", "中A12345", "AB12 CD", "AB123 CDE", "XAB12 CDE", "京A1234567"]
  }
]

const kindsIn = (text: string, told: readonly string[] = []) => personalData(text, told).map(({ kind }) => kind)

describe("data of other people", () => {
  for (const { kind, found, kept } of rows) {
    it.each(found)(`${kind} · %s is found, in either language and whole`, (value) => {
      for (const [before, after] of [
        ["", ""],
        ["他说是", "，请转告。"],
        ["It is ", ", she said."]
      ] as const) {
        const text = before + value + after
        expect(personalData(text, [])).toEqual([{ kind, start: before.length, end: before.length + value.length }])
      }
    })
    it.each(kept)(`${kind} · %s stays`, (value) => {
      expect(kindsIn(`It is ${value}, she said.`)).not.toContain(kind)
    })
  }

  it("what facts say about somebody is found as whole words, in Chinese anywhere, in any case", () => {
    const told = ["Ann Lee, Bo", "王小明、李四"]
    expect(kindsIn("ann lee and BO were rude", told)).toEqual(["of-others", "of-others"])
    expect(kindsIn("Both Annabel Lee and Bob were kind", told)).toEqual([])
    expect(kindsIn("柜员王小明态度差，李四也在", told)).toEqual(["of-others", "of-others"])
    expect(kindsIn("no one is told of", ["", " ", "o"])).toEqual([])
    expect(kindsIn("what (a+b)* means", ["(a+b)*"])).toEqual(["of-others"])
  })

  it("only hidden kinds are replaced, and a number that is shown is not hidden in part", () => {
    const text = "王小明 13812345678, 11010519491231002X"
    const hide = (...kinds: readonly PersonalKind[]) =>
      withoutPersonalData(text, new Set(kinds), ["王小明"], (kind) => `<${kind}>`)
    expect(hide("phone")).toBe("王小明 <phone>, 11010519491231002X")
    expect(hide("id-card", "of-others")).toBe("<of-others> 13812345678, <id-card>")
    expect(hide("bank-card", "plate")).toBe(text)
  })

  it("a card number ends before the digits after it", () => {
    expect(withoutPersonalData("4111 1111 1111 1111 123", new Set(["bank-card"]), [], () => "x")).toBe("x 123")
  })
})
