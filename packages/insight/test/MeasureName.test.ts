import fc from "fast-check"
import { expect, it } from "vitest"
import { character } from "../../../test/Character.ts"
import { measures } from "../src/index.ts"
import * as MeasureName from "../src/measure/MeasureName.ts"

it("a measure's name is read back as written, for any name of its gate", () => {
  const measure = fc.constantFrom(...measures.map(({ name }) => name))
  const gate = fc.oneof(
    fc.string({ unit: character }),
    fc.constantFrom("told", "a.b", ".", "", "a/b", "办理 结果", "a:b")
  )
  const name = fc.oneof(fc.record({ measure }), fc.record({ measure, gate }))
  fc.assert(fc.property(name, (one) => void expect(MeasureName.parse(MeasureName.render(one))).toEqual(one)))
})
