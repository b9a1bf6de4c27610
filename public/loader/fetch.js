// Files over the network, and the posting among them.

export async function get(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${address} answered with status ${response.status}`);
  return response;
}

/** The posting files on their way, by their addresses: the widgets of a posting share one request. */
const arriving = new Map();

async function getText(address) {
  try {
    return await (await get(address)).text();
  } finally {
    arriving.delete(address);
  }
}

/** The text of the posting file: from a child script, else as it is `known` already, else from `src`. */
export async function readPosting(element, known) {
  const inline = element.querySelector(':scope > script[type="application/json"]');
  if (inline) return inline.textContent;
  if (known) return known;
  const src = element.getAttribute("src");
  if (!src) throw new Error('the element needs src="posting.json" or a JSON script inside it');
  const { href } = new URL(src, document.baseURI);
  if (!arriving.has(href)) arriving.set(href, getText(href));
  return arriving.get(href);
}
