/**
 * The type of each adapter is exported beside `Hearback`: each option that takes an adapter has a type of that name.
 */
import { expect, expectTypeOf, it } from "vitest"
import type {
  Channel,
  Classifier,
  Clock,
  CustomerDirectory,
  Directory,
  EventStore,
  Ids,
  KeyStore,
  Logger,
  OpenOptions,
  Rates,
  Store
} from "../src/index.ts"

/** The options that take an adapter, each with its type. */
interface Adapters {
  readonly channels: readonly Channel[]
  readonly classifier: Classifier
  readonly clock: Clock
  readonly customers: CustomerDirectory
  readonly people: string | Directory
  readonly ids: Ids
  readonly logger: Logger
  readonly rates: Rates
  readonly store: Store
}

it("every port has its type at the entry", () => {
  expectTypeOf<Required<Pick<OpenOptions, keyof Adapters>>>().toExtend<Adapters>()
  expectTypeOf<Adapters>().toExtend<Required<Pick<OpenOptions, keyof Adapters>>>()
  expectTypeOf<Store["events"]>().toEqualTypeOf<EventStore>()
  expectTypeOf<Store["keys"]>().toEqualTypeOf<KeyStore>()
  expect(true).toBe(true)
})
