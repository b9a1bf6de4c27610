//! Short names for what a wasm file and the scripts around it call of each other.
//!
//! Bindgen's names end in sixteen digits of a hash, which no compression makes shorter, and stand in
//! both files: together a sixteenth of the first view. `wasm-opt` gives the file short ones and prints
//! which; here they come into the scripts.

use std::collections::HashMap;

use serde_json::Value;

use crate::error::Error;

/// What makes `wasm-opt` give short names, and print them.
pub const SHORTEN: &str = "--minify-imports-and-exports-and-modules";

/// The one module that a file with short names imports from.
const MODULE: &str = "a";

/// Where bindgen's module says which modules the file imports from: its own, and the splitter's.
const BINDGENS_MODULES: &str =
    "        \"./main_bg.js\": import0,\n        \"./link.js\": import1,\n";
const SPLITTERS_MODULE: &str = "./link.js";
/// How bindgen's module begins to ask for something of the file.
const EXPORTS: &str = "wasm.";

/// The short names by the long ones.
pub struct Names {
    /// What the file asks for: module, name, short name.
    imports: Vec<[String; 3]>,
    /// What is asked of the file.
    exports: HashMap<String, String>,
}

impl Names {
    /// The names that `wasm-opt` has printed.
    ///
    /// # Errors
    /// When it has printed something else.
    pub fn printed(text: &str) -> Result<Self, Error> {
        let printed: Value = serde_json::from_str(text).map_err(|error| {
            Error::malformed("the names printed by wasm-opt", error.to_string())
        })?;
        let rows = |kind| {
            let rows = printed.get(kind).and_then(Value::as_array);
            rows.ok_or_else(|| {
                Error::malformed("the names printed by wasm-opt", format!("no {kind}"))
            })
        };
        let imports = rows("imports")?
            .iter()
            .map(words)
            .collect::<Result<_, _>>()?;
        let exports = rows("exports")?.iter().map(|row| {
            let [long, short] = words(row)?;
            Ok((long, short))
        });
        Ok(Self {
            imports,
            exports: exports.collect::<Result<_, Error>>()?,
        })
    }

    /// Bindgen's module with the short names.
    ///
    /// # Errors
    /// When it is not written as it was when this was.
    pub fn shorten_bindgens(&self, main: &str) -> Result<String, Error> {
        let mut main = main.to_owned();
        let mut others = String::new();
        for [module, long, short] in &self.imports {
            if module == SPLITTERS_MODULE {
                others.push_str(&format!("{short}: import1.{long}, "));
            } else {
                main = exchange(
                    &main,
                    &format!(" {long}: function"),
                    &format!(" {short}: function"),
                )?;
            }
        }
        let modules = format!("        {MODULE}: {{ ...import0, {others}}},\n");
        self.shorten_exports(&exchange(&main, BINDGENS_MODULES, &modules)?)
    }

    fn shorten_exports(&self, main: &str) -> Result<String, Error> {
        let mut parts = main.split(EXPORTS);
        let mut shortened = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = identifier(part);
            // Also a file's name may end so, before a quotation mark.
            let is_other = shortened.ends_with(is_in_name) || name.is_empty();
            let name = match self.exports.get(name) {
                Some(short) if !is_other => short,
                None if !is_other => return Err(unexpected(&format!("{EXPORTS}{name}"))),
                _ => name,
            };
            shortened.push_str(EXPORTS);
            shortened.push_str(name);
            shortened.push_str(rest);
        }
        Ok(shortened)
    }

    /// The splitter's module with the short names: it takes apart what the file exports.
    ///
    /// # Errors
    /// When it is not written as it was when this was.
    pub fn shorten_splitters(&self, link: &str) -> Result<String, Error> {
        let end = "} = initSync(";
        let (before, after) = link.split_once(end).ok_or_else(|| unexpected(end))?;
        let (before, taken) = before.rsplit_once('{').ok_or_else(|| unexpected("{"))?;
        let taken = taken
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty());
        let taken = taken.map(|name| match self.exports.get(name) {
            Some(short) => Ok(format!("{short}: {name}, ")),
            None => Err(unexpected(name)),
        });
        Ok(format!(
            "{before}{{ {}{end}{after}",
            taken.collect::<Result<String, _>>()?
        ))
    }
}

fn words<const COUNT: usize>(row: &Value) -> Result<[String; COUNT], Error> {
    let words = row
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    let words: Vec<String> = words.map(str::to_owned).collect();
    words
        .try_into()
        .map_err(|_| Error::malformed("the names printed by wasm-opt", row.to_string()))
}

/// The name with which a text begins, and the rest.
fn identifier(text: &str) -> (&str, &str) {
    let end = text
        .find(|letter| !is_in_name(letter))
        .unwrap_or(text.len());
    text.split_at(end)
}

fn is_in_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

/// The text with the only occurrence of `old` replaced.
///
/// # Errors
/// When there is none, or more than one.
pub fn exchange(text: &str, old: &str, new: &str) -> Result<String, Error> {
    match text.matches(old).count() {
        1 => Ok(text.replace(old, new)),
        _ => Err(unexpected(old)),
    }
}

/// Says that a tool writes something else than it did.
pub fn unexpected(what: &str) -> Error {
    Error::malformed(
        "a script that was generated for the widget",
        format!(
            "expected {what} in it once, see whether wasm_split_cli_support, wasm-bindgen-cli or binaryen has changed"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = r#"{
        "imports": [["./main_bg.js", "__wbg_get_0123", "$"], ["./link.js", "__wasm_split_load", "Cc"]],
        "exports": [["mount", "b"], ["mounted_plan", "c"], ["memory", "d"]]
    }"#;

    fn names() -> Names {
        Names::printed(PRINTED).unwrap()
    }

    #[test]
    fn both_sides_of_bindgens_module_get_the_short_names() {
        let main = format!(
            "import * as import1 from './link.js';\n const import0 = {{\n  __wbg_get_0123: function(a) {{\n \
             return wasm.mount(a) + wasm.mounted_plan(wasm.memory.buffer); }} }};\n return {{\n{BINDGENS_MODULES} }};\n \
             new URL('main_bg.wasm', here); wasm = x; if (wasm !== y) return wasm;"
        );
        let short = names().shorten_bindgens(&main).unwrap();
        assert!(short.contains("  $: function(a)"), "{short}");
        assert!(
            short.contains("wasm.b(a) + wasm.c(wasm.d.buffer)"),
            "{short}"
        );
        let modules = "a: { ...import0, Cc: import1.__wasm_split_load, },";
        assert!(short.contains(modules), "{short}");
        assert!(short.contains("'main_bg.wasm'"), "{short}");
    }

    #[test]
    fn the_splitters_module_takes_them_apart_by_short_names() {
        let link = "const { memory, mount,  } = initSync(1); Object.assign(x, { memory, mount });";
        let short = names().shorten_splitters(link).unwrap();
        let expected =
            "const { d: memory, b: mount, } = initSync(1); Object.assign(x, { memory, mount });";
        assert_eq!(short, expected);
    }

    #[test]
    fn what_is_not_written_as_it_was_is_noticed() {
        let main = format!("  __wbg_get_0123: function(\n{BINDGENS_MODULES}");
        assert!(names().shorten_bindgens(&main).is_ok());
        assert!(
            names()
                .shorten_bindgens(&format!("{main} wasm.unheard_of()"))
                .is_err()
        );
        assert!(names().shorten_bindgens(BINDGENS_MODULES).is_err());
        assert!(names().shorten_splitters("initSync()").is_err());
        assert!(
            names()
                .shorten_splitters("{ unheard_of } = initSync(")
                .is_err()
        );
        assert!(Names::printed("{}").is_err());
        assert!(Names::printed(r#"{"imports": [["a"]], "exports": []}"#).is_err());
    }
}
