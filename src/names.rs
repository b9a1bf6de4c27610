//! Names in order, each once. The standard library's sorting is for millions, and compiled anew for
//! each kind of list: 4 kB that a reader waited for, to order the few dozen names of a draft.

/// The names in order, each once.
#[inline(never)]
pub fn each_once(names: Vec<String>) -> Vec<String> {
    let mut sorted: Vec<String> = Vec::new();
    for name in names {
        if let Err(place) = sorted.binary_search(&name) {
            sorted.insert(place, name);
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_in_order_and_once() {
        #[track_caller]
        fn check(names: &[&str], expected: &[&str]) {
            let names = names.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(each_once(names), expected);
        }
        check(&[], &[]);
        check(&["a"], &["a"]);
        check(&["b", "a", "c", "a", "b"], &["a", "b", "c"]);
        check(&["b", "B", "", "ä", "a b"], &["", "B", "a b", "b", "ä"]);
    }
}
