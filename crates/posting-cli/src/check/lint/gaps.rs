//! What candidates look for and the posting leaves out.

use posting::posting::Posting;

use super::{Lint, Place, Remark};

/// Looks for what is missing.
pub fn look(document: &Place<'_>, posting: &Posting, remarks: &mut Vec<Remark>) {
    let gaps = [
        (
            posting.pay().is_none(),
            Lint::MissingPay,
            "pay",
            "is missing; say what is paid, which many places require",
        ),
        (
            posting.locations().is_empty(),
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
