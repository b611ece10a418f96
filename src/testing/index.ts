export { type AssessmentLine, describeAssessment } from "./describe-assessment.ts";
export type { Evidence } from "./evidence.ts";
export { createMoments, type Moments } from "./moments.ts";
export { readTests, type TestReading } from "./read-tests.ts";
export { type Mismatch, type RunOptions, runTest, type TestResult } from "./run-test.ts";
export type * from "./test-case.ts";
