const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text between tags. XML 1.0 has no way to write most control characters or halves of surrogate pairs: they become U+FFFD. */
export function content(text: string): string {
  return [...text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)]
    .map((sign) => (isXml(sign) ? sign : "\ufffd"))
    .join("");
}

/** Text between quotes: line breaks would be read as spaces. */
export function attribute(text: string): string {
  return content(text).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

/** Characters that XML 1.0 allows (section 2.2, production 2). */
function isXml(sign: string): boolean {
  const point = sign.codePointAt(0) ?? 0;
  if (point < 0x20) return point === 0x9 || point === 0xa || point === 0xd;
  return !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff;
}
