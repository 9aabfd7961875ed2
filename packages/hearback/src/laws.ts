/** The contracts of adapters as values, for any test runner: stores, keys, directories, customers, classifiers. */
export {
  type ClassifierFixture,
  type CustomerFixture,
  classifierLaws,
  customerLaws,
  type DirectoryFixture,
  directoryLaws,
  type KeyFixture,
  keyLaws,
  type Law,
  register,
  type StoreFixture,
  storeLaws
} from "@hearback/engine/testing"
