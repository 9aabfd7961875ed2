import { expect, it } from "vitest"
import { numberIn } from "../../src/language/NumberWord.ts"

it.each([
  ["7", "7"],
  ["3.5", "3.5"],
  ["zero", "0"],
  ["seven", "7"],
  ["nineteen", "19"],
  ["twenty", "20"],
  ["twenty-five", "25"],
  ["ninety nine", "99"],
  ["one hundred", "100"],
  ["零", "0"],
  ["八", "8"],
  ["两", "2"],
  ["十", "10"],
  ["十五", "15"],
  ["二十", "20"],
  ["九十九", "99"],
  ["一百", "100"],
  ["八点五", "8.5"]
])("%s is %s", (words, number) => expect(numberIn(words)).toBe(number))

it.each([
  "",
  "seventy-eleven",
  "one two",
  "seven or so",
  "twenty zero",
  "十零",
  "八八",
  "百八",
  "八点",
  "点五",
  "1,5",
  "many"
])("%j says no number alone", (words) => expect(numberIn(words)).toBeUndefined())
