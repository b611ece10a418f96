const segmentsOf = (path: string): readonly string[] => path.split("/").filter((segment) => segment !== "");

const isParameter = (segment: string): boolean => segment.startsWith("{");

function fits(template: string, path: string): boolean {
  const [expected, actual] = [segmentsOf(template), segmentsOf(path)];
  return (
    expected.length === actual.length &&
    expected.every((segment, index) => isParameter(segment) || segment === actual[index])
  );
}

/** Of two templates the one that says more at the earlier place comes first. */
function shapeOf(template: string): string {
  return segmentsOf(template)
    .map((segment) => (isParameter(segment) ? "1" : "0"))
    .join("");
}

/** Finds what a method and path are about among templates; the one that says most of the path wins. */
export function finderOf<T extends { readonly method: string; readonly template: string }>(
  all: readonly T[],
): (method: string, path: string) => T | undefined {
  const sorted = all.toSorted((a, b) => shapeOf(a.template).localeCompare(shapeOf(b.template)));
  return (method, path) => {
    const plain = path.split("?")[0] ?? "";
    return sorted.find((each) => each.method === method && fits(each.template, plain));
  };
}
