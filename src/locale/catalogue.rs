//! Every message a person reads, by name, with the values it takes. A language is a [`Catalogue`] for
//! the posting and a [`PlannerCatalogue`] for the rest, which comes with the planner's wasm file; the
//! compiler refuses one that leaves a message out.

use super::Text;
use super::pattern::Value;

/// Declares the catalogue and, for each message, a method on [`Text`]: without values it gives
/// the text itself, with values the filled pattern.
macro_rules! messages {
    (
        $(#[$about:meta])*
        $catalogue:ident of $read:ident;
        plain { $($plain:ident)* }
        filled { $($filled:ident($($value:ident: $kind:ty),+))* }
    ) => {
        $(#[$about])*
        #[allow(missing_docs)]
        pub struct $catalogue {
            $(pub $plain: &'static str,)*
            $(pub $filled: &'static str,)*
        }

        #[allow(missing_docs)]
        impl Text {
            $(pub fn $plain(self) -> &'static str {
                self.$read().$plain
            })*
            $(pub fn $filled(self, $($value: $kind),+) -> String {
                let values = [$((stringify!($value), Value::from($value))),+];
                self.fill(self.$read().$filled, &values)
            })*
        }

        #[cfg(test)]
        impl $catalogue {
            /// Every pattern with its name and the names of its values.
            pub(in crate::locale) fn patterns(&self) -> Vec<(&'static str, &'static str, Vec<&'static str>)> {
                vec![
                    $((stringify!($plain), self.$plain, vec![]),)*
                    $((stringify!($filled), self.$filled, vec![$(stringify!($value)),+]),)*
                ]
            }
        }
    };
}

mod planner;

pub use planner::PlannerCatalogue;

messages! {
    /// The patterns for the posting in one language, in the syntax that `pattern` reads.
    Catalogue of catalogue;
    plain {
        // BCP 47 tag of the language.
        lang

        // The posting.
        about
        responsibilities
        minimum_qualifications
        preferred_qualifications
        privacy_title
        privacy_link
        fact_team
        fact_location
        fact_employment
        fact_pay
        fact_length
        fact_season
        fact_starts
        fact_limit
        fact_review
        fact_posted
        fact_closes
        open_length
        any_start
        in_order
        rolling_review
        remote
        employment_full_time
        employment_part_time
        employment_contractor
        employment_temporary
        employment_intern
        employment_volunteer
        employment_per_diem
        employment_other
        pay_hour
        pay_day
        pay_week
        pay_month
        pay_year
        plan_link

        // States.
        posting_unavailable
        posting_unavailable_offline
        planner_forbidden
        for_the_author
        retry
        needs_script
        all_passed
        closed
    }
    filled {
        preview(date: &str)
        weeks(count: u32)
        months(count: u32)
        window(range: &str)
        cohort_from(date: &str)
        location_remote(place: &str)
        pay(amount: &str, unit: &str)
        pay_range(least: &str, most: &str)
        limit(count: u32)
        limit_scope(count: u32, scope: &str)
        problem_count(count: u32)
    }
}
