// Finds the element that has the keyboard's focus, inside whatever shadow roots it is.
// returns [elements, no names]: one element, or none where only the page has the focus
let element = document.activeElement;
while (element && element.shadowRoot && element.shadowRoot.activeElement) {
  element = element.shadowRoot.activeElement;
}
return [element === null || element === document.body ? [] : [element], []];
