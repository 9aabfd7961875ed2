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
      `with ${quoted(strong)} the case is graded ${quoted(low)}; with ${quoted(weak)}, which is weaker, it is graded ${quoted(high)}`,
    help: ({ strong }) =>
      strong.includes(" = ")
        ? "more money and more contacts count as stronger: check the bounds and the order of the rows"
        : "levels are listed strongest first everywhere: check the order of levels and rows"
  },
  "grade/reversed": {
    message: ({ dimension }) => `the levels of ${quoted(dimension)} are in the wrong order: list the strongest first`,
    label: ({ levels }) => `did you mean ${[...levels].reverse().join(", ")}?`,
    help: "rows, matrices and clocks treat the later levels as the stronger ones"
  },
  "grade/feeds-itself": {
    message: ({ what, dimension }) =>
      `${quoted(dimension)} changes with ${quoted(what)}, which depends on the grade: the two keep changing each other`,
    help: "grade by facts of the case, or keep the grade that made the gate or the limit necessary"
  },
  "grade/two-sources": {
    message: ({ dimension, one, other }) => `${quoted(dimension)} has both \`${one}\` and \`${other}\``,
    help: "remove one; write `removed` for what is inherited"
  },
  "grade/idle-lift": {
    message: ({ dimension }) => `this lift never raises ${quoted(dimension)}`,
    help: "write `up: 1` or more, or a level above the lowest"
  },
  "grade/lift-too-far": {
    message: ({ dimension, up, most }) =>
      `nothing can rise ${up} levels: from the lowest level of ${quoted(dimension)} to the highest there are ${most}`,
    help: "give a smaller number of levels, or `at-least` with the level you mean"
  },
  "grade/no-source": {
    message: ({ dimension }) => `${quoted(dimension)} has no \`rules\`, \`matrix\` or \`points\``
  }
} satisfies FindingTexts<typeof rows>
