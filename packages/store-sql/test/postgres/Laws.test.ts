import { keyLaws, register, storeLaws } from "@hearback/engine/testing"
import { afterAll, describe, test } from "vitest"
import { drivers, emptied, server } from "./Fixture.ts"

const capabilities = { multiProcess: true, hostTransaction: true, notify: true, batch: true }

describe.skipIf(server === undefined).each(drivers)("over %s", (driver) => {
  const { make, drop } = emptied(driver)
  afterAll(drop)
  register(storeLaws, { title: "postgres store (HO-1)", capabilities, make }, { describe, test })
  const makeKeys = async () => {
    const { store, dispose } = await make()
    return { keys: store.keys, dispose }
  }
  register(keyLaws, { title: "postgres key store", capabilities: {}, make: makeKeys }, { describe, test })
})
