// A small comparison for unit tests, from the invented story of the fake backend.
import { buildComparison } from "../../src/lib/api/fake/builder";
import { THREE, twelve } from "../../src/lib/api/fake/story";
import { indexComparison } from "../../src/lib/comparison";

export const three = () => indexComparison(buildComparison(THREE, ["A", "B", "C"], 0.5));
export const many = () => indexComparison(buildComparison(twelve(), [..."ABCDEFGHIJKL"], 0.5));
