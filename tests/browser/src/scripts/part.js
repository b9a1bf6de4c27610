// Finds the visible elements with a part name, in the document and in every open shadow root.
// arguments: part, the element to look in (null for the whole document)
// returns [elements, no names]
const found = [];
(function search(root, part) {
  for (const element of root.querySelectorAll("*")) {
    if (element.part.contains(part) && element.checkVisibility()) found.push(element);
    if (element.shadowRoot) search(element.shadowRoot, part);
  }
})(arguments[1] || document, arguments[0]);
return [found, []];
