import { SaxesParser } from "saxes";

export interface XmlElement {
  /** Namespace and local name: `{http://gexf.net/1.3}node`. */
  readonly name: string;
  /** Only attributes without a namespace. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
}

/**
 * The root of an XML document.
 *
 * @throws Error if it is not well-formed, or a namespace is not declared
 */
export function parseXml(text: string): XmlElement {
  const document: XmlElement = { name: "", attributes: new Map(), children: [] };
  const open = [document];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    const plain = Object.values(attributes).filter((attribute) => attribute.uri === "");
    const element: XmlElement = {
      name: `{${uri}}${local}`,
      attributes: new Map(plain.map((attribute) => [attribute.local, attribute.value])),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  return document.children[0] as XmlElement;
}
