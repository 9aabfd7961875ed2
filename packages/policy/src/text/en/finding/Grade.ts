/** `grade/…`: dimensions of grading as a whole. */
import type { grade as rows } from "../../../diagnostic/catalogue/Grade.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const grade = {
  "grade/cycle": {
    message: ({ dimensions }) =>
      `grades depend on each other in a circle: ${dimensions.map((each) => quoted(each)).join(" → ")}`
  },
  "grade/unreachable": {
    message: ({ dimension, level }) => `no case is ever graded ${quoted(level)} by ${quoted(dimension)}`
  },
  "grade/inversion": {
    message: ({ strong, weak, low, high }) =>
      `with ${quoted(strong)} the case is graded ${quoted(low)}; with ${quoted(weak)}, which is weaker, ${quoted(high)}`,
    help: ({ strong }) =>
      strong.includes(" = ")
        ? "more money and more contacts count as stronger: check the bounds and the order of the rows"
        : "levels stand strongest first, everywhere: check the order of levels and rows"
  },
  "grade/reversed": {
    message: ({ dimension }) => `levels of ${quoted(dimension)} stand the wrong way round: strongest first`,
    label: ({ levels }) => `did you mean ${[...levels].reverse().join(", ")}?`,
    help: "rows, matrices and clocks treat the levels that stand later as the stronger ones"
  },
  "grade/feeds-itself": {
    message: ({ what, dimension }) =>
      `${quoted(dimension)} changes with ${quoted(what)}, which follows from the grade: neither comes to rest`,
    help: "let the grade be found by what the case is, or keep the grade that made the gate or the limit necessary"
  },
  "grade/two-sources": {
    message: ({ dimension, one, other }) => `${quoted(dimension)} has both \`${one}\` and \`${other}\``,
    help: "take one out; what was inherited goes with `removed`"
  },
  "grade/idle-lift": {
    message: ({ dimension }) => `this lift never raises ${quoted(dimension)}`,
    help: "say `up: 1` or more, or a level above the least"
  },
  "grade/lift-too-far": {
    message: ({ dimension, up, most }) =>
      `nothing rises ${up} levels: from the least level of ${quoted(dimension)} to the strongest it is ${most}`,
    help: "say how many levels it is to rise, or `at-least` with the level that you mean"
  },
  "grade/no-source": {
    message: ({ dimension }) => `${quoted(dimension)} has neither \`rules\`, nor a \`matrix\`, nor \`points\``
  }
} satisfies FindingTexts<typeof rows>
