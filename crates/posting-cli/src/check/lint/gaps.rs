//! What candidates look for and the posting leaves out.

use posting::json::Json;
use posting::posting::Posting;

use super::{Lint, Place, Remark};

/// Looks for what is missing. What is there with a problem is not.
pub fn look(document: &Place<'_>, posting: &Posting, remarks: &mut Vec<Remark>) {
    let is_told = |key: &str| {
        let member = document.member(key);
        member.is_some_and(|place| !matches!(place.json, Json::List(items) if items.is_empty()))
    };
    let gaps = [
        (
            posting.pay().is_none() && !is_told("pay"),
            Lint::MissingPay,
            "pay",
            "is missing; say what is paid, which many places require",
        ),
        (
            posting.locations().is_empty() && !is_told("locations"),
            Lint::MissingLocation,
            "locations",
            "is missing; say where the work is done, or that it is remote",
        ),
    ];
    for (is_missing, lint, key, message) in gaps {
        if is_missing {
            remarks.push(Remark {
                lint,
                path: format!("{}.{key}", document.path),
                message: message.to_owned(),
            });
        }
    }
}
