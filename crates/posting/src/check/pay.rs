//! Pay: its currency, its amounts and its unit.

use super::node::Node;
use super::vocabulary::{currency, pay_unit};
use crate::json::Json;
use crate::pay::{Amount, Pay};

/// Reads `pay`.
pub(super) fn pay(node: Node<'_>) -> Option<Pay> {
    let object = node.object(&["currency", "min", "max", "unit"]);
    let currency = currency(object.require("currency"));
    let least = amount(object.require("min"));
    let most_node = object.require("max");
    let most = amount(most_node);
    let unit = pay_unit(object.require("unit"));
    let (least, most) = (least?, most?);
    if most < least {
        most_node.tell(&format!(
            "is below “min”, {least}; write the smaller amount as “min”"
        ));
    }
    Some(Pay {
        currency: currency?,
        least,
        most,
        unit: unit?,
    })
}

fn amount(node: Node<'_>) -> Option<Amount> {
    let hundredths = match node.json {
        Some(Json::Integer(number)) => number.checked_mul(100),
        Some(Json::Number(hundredths)) => *hundredths,
        _ => {
            node.wrong_kind("a number");
            return None;
        }
    };
    let amount = hundredths.and_then(Amount::from_hundredths);
    if amount.is_none() {
        node.tell(&format!(
            "must be above 0 and at most {}, with at most two decimal places",
            Amount::MOST
        ));
    }
    amount
}
