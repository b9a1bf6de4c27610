//! What lists show of a posting: read once from it, kept in the state from run to run.

use job_posting::locale::SiteText;
use posting::date::CivilDate;
use posting::posting::Posting;
use posting::program::Starts;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::address;
use super::facet::Facet;
use crate::render::{escape, gaps};

/// Words of titles that are shorter are no help in finding a job.
const SHORTEST_WORD: usize = 3;

/// A posting as lists show it.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Entry {
    /// The posting's id.
    pub id: String,
    /// The day on which it was posted, in days since 1970, if it says so.
    pub posted: Option<i32>,
    /// The last day for applications, in days since 1970, if there is one.
    pub closes: Option<i32>,
    /// The name of the organization.
    pub organization: String,
    /// Whether search engines miss the country of a place in it.
    pub lacks_country: bool,
    lang: Option<String>,
    title: String,
    team: Option<String>,
    places: Vec<String>,
    kind: Option<String>,
    season: Option<String>,
    months: Vec<(i32, u8)>,
}

impl Entry {
    /// What lists show of the posting.
    pub fn new(posting: &Posting, text: &SiteText) -> Self {
        let places = posting.locations().iter().map(|place| {
            if place.remote {
                text.remote(&place.name)
            } else {
                place.name.clone()
            }
        });
        let program = posting.program();
        let mut months: Vec<(i32, u8)> = match program.map(|program| program.starts()) {
            Some(Starts::Cohorts(cohorts)) => {
                let starts = cohorts.iter().map(|cohort| cohort.start());
                starts.map(|day| (day.year(), day.month())).collect()
            }
            Some(Starts::Window { first, .. }) => vec![(first.year(), first.month())],
            Some(Starts::Any) | None => Vec::new(),
        };
        months.sort_unstable();
        months.dedup();
        Self {
            id: posting.id().to_owned(),
            posted: posting.date_posted().map(CivilDate::days_since_epoch),
            closes: posting.valid_through().map(CivilDate::days_since_epoch),
            organization: posting.organization().name.clone(),
            lacks_country: gaps::lacks_country(posting),
            lang: (posting.lang() != text.lang()).then(|| posting.lang().to_owned()),
            title: posting.title().to_owned(),
            team: posting.organization().team.clone(),
            places: places.collect(),
            kind: posting
                .employment_type()
                .map(|kind| text.kind(kind).to_owned()),
            season: program
                .and_then(|program| program.season())
                .map(str::to_owned),
            months,
        }
    }

    /// Whether the last day for applications lies before `today`.
    pub fn is_closed(&self, today: CivilDate) -> bool {
        self.closes
            .is_some_and(|last| last < today.days_since_epoch())
    }

    /// The posting's item in a list without its beginning, which is `<li><a href="` and the way to
    /// the root of the site. So it is the same in every list.
    pub fn item(&self, text: &SiteText) -> String {
        let mut item = address::job(&self.id);
        item.push('"');
        if let Some(lang) = &self.lang {
            item += &format!(" lang=\"{}\"", escape::text(lang));
        }
        item.push('>');
        item += &escape::text(&self.title);
        item += "</a><p>";
        item += &escape::text(&self.facts(text));
        item += "</p></li>\n";
        item
    }

    /// The posting in the data of the search: id, title, facts.
    pub fn found(&self, text: &SiteText) -> String {
        json!([self.id, self.title, self.facts(text)]).to_string()
    }

    fn facts(&self, text: &SiteText) -> String {
        let mut facts = vec![self.organization.as_str()];
        facts.extend(self.team.as_deref());
        facts.extend(self.places.iter().map(String::as_str));
        facts.extend(self.kind.as_deref());
        facts.extend(self.season.as_deref());
        let closes = self
            .closes
            .map(|day| text.closes(CivilDate::from_days_since_epoch(day)));
        facts.extend(closes.as_deref());
        facts.join(" · ")
    }

    /// Every value by which the posting can be found, with the filter it belongs to.
    pub fn values(&self) -> Vec<(Facet, String)> {
        let mut values = vec![(Facet::Organization, self.organization.clone())];
        let places = self
            .places
            .iter()
            .map(|place| (Facet::Place, place.clone()));
        values.extend(places);
        values.extend(
            self.kind
                .iter()
                .map(|kind| (Facet::Employment, kind.clone())),
        );
        values.extend(self.team.iter().map(|team| (Facet::Team, team.clone())));
        let months = self.months.iter();
        values.extend(months.map(|(year, month)| (Facet::Start, format!("{year:04}-{month:02}"))));
        let words = self.title.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| word.chars().count() >= SHORTEST_WORD);
        let words = words.filter(|word| !word.chars().all(|c| c.is_ascii_digit()));
        values.extend(words.map(|word| (Facet::Word, word.to_owned())));
        values
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        let text = r#"{ "version": 1, "id": "a.1", "title": "R&D <intern>, Summer 2026",
            "organization": { "name": "Example Gardens", "team": "Trees" },
            "locations": [{ "name": "York" }, { "name": "Ireland", "remote": true }],
            "employmentType": "INTERN", "validThrough": "2026-04-30",
            "program": { "weeks": 12, "season": "Summer", "startDates": ["2026-05-11", "2026-05-18", "2026-06-08"] } }"#;
        let posting = Posting::from_json(text).unwrap();
        Entry::new(&posting, &SiteText::new("en-GB"))
    }

    #[test]
    fn an_item_tells_the_facts() {
        let expected = "jobs/a.1.html\">R&amp;D &lt;intern&gt;, Summer 2026</a><p>Example Gardens · Trees \
            · York · Ireland (remote) · Internship · Summer · Apply by 30 April 2026</p></li>\n";
        assert_eq!(entry().item(&SiteText::new("en-GB")), expected);
    }

    #[test]
    fn a_posting_is_found_by_each_of_its_values() {
        let values = entry().values();
        let of = |facet: Facet| {
            let values = values.iter().filter(|(other, _)| *other == facet);
            values.map(|(_, value)| value.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(of(Facet::Place), ["York", "Ireland (remote)"]);
        assert_eq!(of(Facet::Employment), ["Internship"]);
        assert_eq!(of(Facet::Start), ["2026-05", "2026-06"]);
        assert_eq!(of(Facet::Word), ["intern", "Summer"]);
    }

    #[test]
    fn the_last_day_for_applications_is_not_over() {
        let day = |text: &str| CivilDate::parse_iso(text).unwrap();
        assert!(!entry().is_closed(day("2026-04-30")));
        assert!(entry().is_closed(day("2026-05-01")));
    }
}
