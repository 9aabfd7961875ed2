import fc from "fast-check"
import { expect, it } from "vitest"
import { character } from "../../../test/Character.ts"
import * as ClaimName from "../src/store/TenantClaim.ts"

it("a claim is read back as it was written, with any ids", () => {
  const text = fc.oneof(fc.string({ unit: character }), fc.constantFrom("a/b", ":", '"', "a b", "周", "[1]", "\ud800"))
  const name = fc.record({
    kind: fc.constantFrom("due" as const, "outbox" as const),
    tenant: text,
    id: text,
    holder: text
  })
  fc.assert(fc.property(name, (one) => void expect(ClaimName.parse(ClaimName.render(one))).toEqual(one)))
})
