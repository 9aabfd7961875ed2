/** The basis of every figure: texts in lines that fit, and boxes and arrows that do not overlap. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { flowLayout, type LaidArrow, type LaidBox, type Position } from "../../../src/cli/page/drawing/FlowLayout.ts"
import { linesOf, widthOf } from "../../../src/cli/page/drawing/TextWidth.ts"

/** Draws words with closing signs behind them, one at a time. */
const words = fc
  .array(
    fc.constantFrom(
      "客户，",
      "反馈",
      "完成。",
      "（见附）",
      "P0：",
      "within",
      "4 hours",
      "a-very-long-name-of-a-step",
      " ",
      "50%"
    ),
    {
      maxLength: 20
    }
  )
  .map((parts) => parts.join(""))

describe("lines of a text", () => {
  it("fit, lose nothing but blanks, and begin with no closing sign", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 200 }), (text, width) => {
        const lines = linesOf(text, 12, width)
        for (const line of lines) expect(widthOf(line, 12)).toBeLessThanOrEqual(width)
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""))
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。：）]/u)
      })
    )
  })

  it("are cut off with a sign if there are too many", () => {
    const lines = linesOf("客户反馈从收到到结案如何办理，由谁办", 12, 60, 2)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/…$/)
    expect(widthOf(lines[1] ?? "", 12)).toBeLessThanOrEqual(60)
  })
})

/** Draws boxes in two lanes, each after some earlier ones, and returns. */
const flows = fc
  .array(
    fc.record({
      lane: fc.constantFrom(0 as const, 1 as const),
      height: fc.integer({ min: 30, max: 110 }),
      after: fc.array(fc.nat(20), { maxLength: 2 }),
      back: fc.option(fc.nat(20))
    }),
    { minLength: 1, maxLength: 12 }
  )
  .map((steps) => {
    const boxes: LaidBox[] = steps.map(({ lane, height }, i) => ({ id: String(i), lane, width: 172, height }))
    boxes.push({ id: "end", lane: undefined, width: 120, height: 30 })
    const arrows: LaidArrow[] = steps.flatMap(({ after, back }, i) => [
      ...(i === 0 ? [] : after.map((from) => ({ from: String(from % i), to: String(i) }))),
      { from: String(i), to: "end" },
      ...(back === null || i === 0 ? [] : [{ from: String(i), to: String(back % i), leavesAt: 20 }])
    ])
    return { boxes, arrows }
  })

describe("a flow chart", () => {
  it("has no overlapping boxes, no arrow through a box, and is hardly wider than two boxes", () => {
    fc.assert(
      fc.property(flows, ({ boxes, arrows }) => {
        const layout = flowLayout(boxes, arrows)
        const rects = boxes.map(({ id, width, height }) => {
          const { x, y } = layout.boxes.get(id) as Position
          return { id, left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
        })
        for (const [i, a] of rects.entries()) {
          expect(a.left >= 0 && a.right <= layout.width && a.top >= 0 && a.bottom <= layout.height).toBe(true)
          for (const b of rects.slice(i + 1))
            expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true)
        }
        for (const points of layout.arrows) {
          expect(points.length).toBeGreaterThan(1)
          for (const [i, from] of points.slice(0, -1).entries()) {
            const to = points[i + 1] as Position
            // Lines are horizontal or vertical, within the figure, and through no box.
            expect(Math.abs(from.x - to.x) < 0.6 || Math.abs(from.y - to.y) < 0.6).toBe(true)
            expect(Math.min(from.x, to.x) >= 0 && Math.max(from.x, to.x) <= layout.width).toBe(true)
            const through = rects.filter(
              (box) =>
                Math.max(from.x, to.x) > box.left + 1 &&
                Math.min(from.x, to.x) < box.right - 1 &&
                Math.max(from.y, to.y) > box.top + 1 &&
                Math.min(from.y, to.y) < box.bottom - 1
            )
            expect(through).toEqual([])
          }
        }
      }),
      { numRuns: 200 }
    )
  })
})
