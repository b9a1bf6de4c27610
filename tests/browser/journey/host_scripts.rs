//! Scripts of pages that changed the language and the browser under everybody's feet before the
//! widget came: libraries of twenty years, each at its worst, and the widget works all the same.

use browser_tests::{Journey, Outcome, Role};

use crate::hosts::{EXAMPLE, put_page_with, saved_file};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::{assert_contains, eventually};

/// As Prototype 1.6 and its age did it: enumerable methods on everything.
const PROTOTYPES: &str = "
    for (const name of ['each', 'all', 'first', 'last', 'without', 'clone', 'inspect', 'uniq', 'find'])
        Array.prototype[name] = function () { return `patched ${name}`; };
    String.prototype.toJSON = function () { return `\"${this}\"`; };
    for (const name of ['extend', 'watch', 'forEach', 'keys', 'get_', 'toJSON_'])
        Object.prototype[name] = function () { return `patched ${name}`; };
    Function.prototype.curry = function () { return this; };
    Array.from = (things) => {
        const list = [];
        for (let index = 0; index < (things?.length ?? 0); index += 1) list.push(things[index]);
        return list;
    };";

/// A shim that thinks the browser knows no JSON, and quotes twice; not what the drivers read.
const JSON_TWICE: &str = "
    const { stringify } = JSON;
    JSON.stringify = (value, ...rest) => Object(value).text === undefined
        ? stringify(value, ...rest) : stringify(stringify(value, ...rest));";

/// A polyfill from before `allSettled` and `finally`, which still can do the rest.
const OLD_PROMISE: &str = "
    const Native = Promise;
    window.Promise = function (executor) {
        const inner = new Native(executor);
        this.then = (done, failed) => inner.then(done, failed);
        this.catch = (failed) => inner.catch(failed);
    };
    window.Promise.resolve = (value) => new window.Promise((resolve) => resolve(value));
    window.Promise.reject = (reason) => new window.Promise((_, reject) => reject(reason));
    window.Promise.all = (promises) => Native.all(promises);
    window.Promise.race = (promises) => Native.race(promises);";

/// Telemetry that writes down every request and element, and calls through.
const TELEMETRY: &str = "
    window.seen = [];
    const { fetch } = window;
    window.fetch = function (...parts) {
        seen.push(`fetch ${parts[0]?.url ?? parts[0]}`);
        return fetch.apply(this, parts).then((response) => response);
    };
    const { createElement, createTextNode } = document;
    document.createElement = function (name) {
        seen.push(`create ${name}`);
        return createElement.call(document, name);
    };
    document.createTextNode = function (text) { return createTextNode.call(document, text); };";

/// As zone.js: every callback is wrapped, timers are objects.
const ZONES: &str = "
    const wrapped = new WeakMap();
    const wrap = (callback) => {
        if (typeof callback !== 'function') return callback;
        if (!wrapped.has(callback)) wrapped.set(callback, function (...parts) {
            return callback.apply(this, parts);
        });
        return wrapped.get(callback);
    };
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (name, callback, options) {
        return addEventListener.call(this ?? window, name, wrap(callback), options);
    };
    EventTarget.prototype.removeEventListener = function (name, callback, options) {
        return removeEventListener.call(this ?? window, name, wrap(callback), options);
    };
    for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask']) {
        const original = window[name];
        window[name] = function (callback, ...rest) {
            const timer = original.call(window, wrap(callback), ...rest);
            return name.startsWith('set') ? { valueOf: () => timer } : timer;
        };
    }
    for (const name of ['clearTimeout', 'clearInterval']) {
        const original = window[name];
        window[name] = (timer) => original.call(window, Number(timer));
    }";

/// The short journey: plan, choose, take away, come back.
fn expect_the_journey(script: &str) -> Outcome {
    Journey::new().run(|site, page| {
        put_page_with(site, "/careers.html", script, EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.state_dates("18 May 2026", "31 August 2026")?;
        planner.add_busy(1, "1 June 2026", "2 June 2026", "\"exams\"")?;
        planner.choose_start("May 18")?;
        planner.choose_start("Jun 8")?;
        planner.button("Move Mon, Jun 8 up")?.click()?;
        planner.wait_for_focus(Role::Button, "Move Mon, Jun 8 up")?;
        planner.answer("You think logically", "I meet this")?;
        assert_contains(&planner.statement()?, "June 8");
        planner.button("Save as a file")?.click()?;
        let draft = saved_file(page, &format!("{}.draft.json", crate::hosts::EXAMPLE_ID))?;
        assert_contains(&draft, "18 May 2026");
        planner.wait_until_saved()?;
        page.reload()?;
        let planner = Planner::on(page)?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        assert_eq!(planner.field("What for")?.value()?, "\"exams\"");
        assert!(planner.is_answered("You think logically", "I meet this")?);
        planner.button("Delete my draft")?.click()?;
        eventually(page, String::new(), || planner.field(LATEST)?.value())
    })
}

#[test]
fn methods_on_every_prototype_do_no_harm() -> Outcome {
    expect_the_journey(PROTOTYPES)
}

#[test]
fn json_that_quotes_twice_does_no_harm() -> Outcome {
    expect_the_journey(JSON_TWICE)
}

#[test]
fn an_old_promise_does_no_harm() -> Outcome {
    expect_the_journey(OLD_PROMISE)
}

#[test]
fn telemetry_around_requests_and_elements_does_no_harm() -> Outcome {
    expect_the_journey(TELEMETRY)
}

#[test]
fn wrapped_callbacks_and_timers_do_no_harm() -> Outcome {
    expect_the_journey(ZONES)
}
