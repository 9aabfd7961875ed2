/** The contract of adapters as values, for any test runner. */
export { type Law, register, storeLaws } from "@hearback/engine/testing"
