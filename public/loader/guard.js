// Around the compiled app: whatever is thrown through it ends this instance of it. The app is built
// without unwinding, so after a panic, or an exception of the browser that passed through its
// frames, its memory can't be trusted: it is called no more, but for what can still be rescued.

/** Bindgen refuses a call of a closure that is gone, before the app is entered. */
const UNENTERED = /^closure invoked recursively or after being dropped/;

let depth = 0;
let failure;
let isRescuing = false;
let whenFailed;
let compiled;
/** The element whose control was used last. */
let touched;
/** The element that the outermost call is about, where that can be seen. */
let addressed;

/** The exports of an instance, each function guarded; `module` is what it was made from. */
export function guarded(exports, module) {
  compiled = module;
  const all = {};
  for (const [name, value] of Object.entries(exports)) {
    all[name] = typeof value === "function" ? guard(value) : value;
  }
  return all;
}

/** Calls `then` with `{ error, addressed, touched }` once, when the instance has ended. */
export function watch(then) {
  whenFailed = then;
}

/** What another instance can be made from. */
export const module = () => compiled;

/** Whether the instance has ended. */
export const hasFailed = () => Boolean(failure);

/** What `call` gives, which may call an instance that has ended; nothing if that fails too. */
export function rescue(call) {
  isRescuing = true;
  try {
    return call();
  } catch {
    // The failure itself is known. What could not be rescued is on the device or in the page.
  } finally {
    isRescuing = false;
  }
}

function guard(call) {
  return (...given) => {
    if (failure && !isRescuing) {
      // Of the instance's own frames none may go on either.
      if (depth) throw failure;
      return undefined;
    }
    if (!depth) lookAt(given);
    depth += 1;
    try {
      return call(...given);
    } catch (error) {
      if (!UNENTERED.test(error?.message)) failure ??= error ?? new Error("nothing was thrown");
      throw error;
    } finally {
      depth -= 1;
      if (failure && !depth && !isRescuing) tell();
    }
  };
}

function lookAt(given) {
  addressed = undefined;
  for (const one of given) {
    const host = one instanceof Event && one.currentTarget?.getRootNode?.().host;
    if (host) touched = addressed = host;
    if (one?.localName === "job-posting") addressed = one;
  }
}

function tell() {
  const then = whenFailed;
  whenFailed = undefined;
  then?.({ error: failure, addressed, touched });
}
