import { keyLaws, register, storeLaws } from "@hearback/engine/testing"
import { describe, test } from "vitest"
import { sqlite } from "../src/index.ts"
import { freshFolder, sqliteFixture } from "./Fixture.ts"

const capabilities = { multiProcess: true, hostTransaction: true, notify: false, batch: true }
register(storeLaws, { title: "sqlite store", capabilities, make: sqliteFixture }, { describe, test })

const keyFixture = async () => {
  const { file, remove } = freshFolder()
  const store = sqlite(file, { synchronous: "normal" })
  const dispose = async () => {
    await store.close()
    remove()
  }
  return { keys: store.keys, dispose }
}
register(keyLaws, { title: "sqlite key store", capabilities: {}, make: keyFixture }, { describe, test })
