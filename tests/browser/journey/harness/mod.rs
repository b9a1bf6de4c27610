//! Proves that the harness really does and sees what it says, on small pages of its own, so that a
//! test of the widget that passes means something.

mod input;
mod reports;
mod site;
mod takeaway;
mod window;

use browser_tests::{Journey, Outcome, Page, Site};

const FORM: &str = r#"<!doctype html><html lang="en"><title>Form</title><body><main><h1>Planner</h1>
<p id="echo"></p><div id="host"></div></main><script>
  const root = host.attachShadow({ mode: "open" });
  root.innerHTML = `
    <label>First day you are free <input name="first"></label>
    <label><input type="checkbox"> Start on May 18, 2026</label>
    <button>Copy</button> <button>Copy as Markdown</button> <button hidden>Share</button>
    <a href="data:text/plain,a" download="draft.txt">Save</a>
    <fieldset><legend>Sources</legend><label>Copy <input part="copy"></label></fieldset>
    <label>Open <input type="file"></label>
    <p part="statement line"></p>`;
  const input = root.querySelector("input"), statement = root.querySelector("p");
  input.oninput = () => { statement.textContent = `Free from ${input.value}`; };
  root.querySelector("button").onclick = () => navigator.clipboard
    .writeText(statement.textContent).then(() => { echo.textContent = "copied"; });
</script>"#;

const STATEMENT: &str = "Free from 18 May 2026";

fn with_form(journey: Journey, steps: impl FnOnce(&Site, &Page) -> Outcome) -> Outcome {
    journey.run(|site, page| {
        site.put("/form.html", FORM);
        page.open("/form.html")?;
        steps(site, page)
    })
}
