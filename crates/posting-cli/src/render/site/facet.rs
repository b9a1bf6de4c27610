//! The filters of a site. Each value of each filter is a list with an address of its own, so that
//! filters are links: they need no script, and can be sent, bookmarked and found.

use std::collections::BTreeMap;

use job_posting::locale::SiteText;
use posting::date::YearMonth;

use super::address;

/// A filter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Facet {
    /// Where the job is.
    Place,
    /// What kind of employment it is.
    Employment,
    /// Who offers it.
    Organization,
    /// The team within the organization.
    Team,
    /// The month of a start date.
    Start,
    /// A word of the title.
    Word,
}

impl Facet {
    /// Every filter in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Place,
        Self::Employment,
        Self::Organization,
        Self::Team,
        Self::Start,
        Self::Word,
    ];

    /// Its name in addresses.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Employment => "employment",
            Self::Organization => "organization",
            Self::Team => "team",
            Self::Start => "start",
            Self::Word => "word",
        }
    }

    /// Its name for readers.
    pub fn name(self, text: &SiteText) -> &'static str {
        match self {
            Self::Place => text.place(),
            Self::Employment => text.employment(),
            Self::Organization => text.organization(),
            Self::Team => text.team(),
            Self::Start => text.start(),
            Self::Word => text.word(),
        }
    }

    /// The page that lists all of its values.
    pub fn overview(self) -> String {
        format!("list/{}.html", self.folder())
    }

    /// A value in addresses.
    fn slug(self, value: &str) -> String {
        match self {
            // A month is an address already.
            Self::Start => value.to_owned(),
            _ => address::slug(value),
        }
    }

    /// A value for readers.
    fn label(self, value: &str, text: &SiteText) -> String {
        match self {
            Self::Start => YearMonth::parse_iso(value)
                .map_or_else(|_| value.to_owned(), |month| text.month(month)),
            _ => value.to_owned(),
        }
    }
}

/// The postings that share a value.
pub struct Group {
    /// The value for readers.
    pub label: String,
    /// The address of its list without page number and extension.
    pub stem: String,
    /// The postings by their numbers.
    pub members: Vec<u32>,
}

/// Every value of every filter, with the postings that have it.
#[derive(Default)]
pub struct Facets(BTreeMap<(Facet, String), Group>);

impl Facets {
    /// Adds a posting to the list of a value. Values that differ in capitals and blanks only are the
    /// same; of several ways to write one, readers see that which sorts first.
    pub fn add(&mut self, facet: Facet, value: &str, posting: u32, text: &SiteText) {
        let words: Vec<&str> = value.split_whitespace().collect();
        let value = words.join(" ");
        let key = value.to_lowercase();
        let label = facet.label(&value, text);
        let group = self
            .0
            .entry((facet, key))
            .or_insert_with_key(|(_, key)| Group {
                label: label.clone(),
                stem: format!("list/{}/{}", facet.folder(), facet.slug(key)),
                members: Vec::new(),
            });
        if label < group.label {
            group.label = label;
        }
        if group.members.last() != Some(&posting) {
            group.members.push(posting);
        }
    }

    /// Leaves only postings for which `keep` gives a number, in the order of these numbers.
    pub fn rank(&mut self, rank: impl Fn(u32) -> Option<u32>) {
        self.0.retain(|_, group| {
            let ranked = group.members.iter().filter_map(|posting| rank(*posting));
            group.members = ranked.collect();
            group.members.sort_unstable();
            group.members.dedup();
            !group.members.is_empty()
        });
    }

    /// The values of a filter in alphabetical order.
    pub fn of(&self, facet: Facet) -> impl Iterator<Item = &Group> {
        let from = (facet, String::new());
        let groups = self.0.range(from..);
        groups
            .take_while(move |((other, _), _)| *other == facet)
            .map(|(_, group)| group)
    }

    /// Whether choosing among the values of a filter changes anything.
    pub fn is_choice(&self, facet: Facet) -> bool {
        self.of(facet).nth(1).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_are_written_differently_are_one() {
        let text = SiteText::new("en");
        let mut facets = Facets::default();
        for (posting, value) in (0..).zip(["york", "York", " YORK ", "Leeds"]) {
            facets.add(Facet::Place, value, posting, &text);
        }
        facets.add(Facet::Word, "York", 0, &text);
        // The third is left out, and the order is turned round.
        facets.rank(|posting| (posting != 2).then_some(10 - posting));
        let groups = facets.of(Facet::Place);
        let groups: Vec<_> = groups
            .map(|group| {
                (
                    group.label.as_str(),
                    group.stem.as_str(),
                    group.members.as_slice(),
                )
            })
            .collect();
        let expected: [(&str, &str, &[u32]); 2] = [
            ("Leeds", "list/place/leeds", &[7]),
            ("YORK", "list/place/york", &[9, 10]),
        ];
        assert_eq!(groups, expected);
        assert!(facets.is_choice(Facet::Place) && !facets.is_choice(Facet::Word));
    }

    #[test]
    fn months_are_shown_in_words_and_sorted_as_days() {
        let text = SiteText::new("en");
        let mut facets = Facets::default();
        for value in ["2026-11", "2026-05"] {
            facets.add(Facet::Start, value, 0, &text);
        }
        let groups = facets.of(Facet::Start);
        let groups: Vec<_> = groups
            .map(|group| (group.label.as_str(), group.stem.as_str()))
            .collect();
        let expected = [
            ("May 2026", "list/start/2026-05"),
            ("November 2026", "list/start/2026-11"),
        ];
        assert_eq!(groups, expected);
    }
}
