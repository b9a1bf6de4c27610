// Returns the element that has the keyboard's focus, inside whatever shadow roots it is.
let element = document.activeElement;
while (element && element.shadowRoot && element.shadowRoot.activeElement) {
  element = element.shadowRoot.activeElement;
}
return element === document.body ? null : element;
