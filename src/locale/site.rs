//! The words around many postings: lists, filters, search and feeds of a site written by
//! `job-posting render`. Native only, so none of them is downloaded by a candidate's browser.

use posting::date::{CivilDate, YearMonth};
use posting::posting::EmploymentType;

use super::intl::Intl;
use super::pattern::{self, Plurals, Value};
use super::{Catalogue, en};

/// The words of a site in one language.
pub struct SiteText {
    catalogue: &'static Catalogue,
    intl: Intl,
}

impl SiteText {
    /// The words for a BCP 47 language tag; the region decides on the form of dates.
    pub fn new(tag: &str) -> Self {
        Self {
            catalogue: &en::ENGLISH,
            intl: Intl::new(tag),
        }
    }

    /// BCP 47 tag of the language of the words.
    pub fn lang(&self) -> &'static str {
        self.catalogue.lang
    }

    /// The site's title where it has none: that of a single organization, or of several.
    pub fn title(&self, organization: Option<&str>) -> String {
        match organization {
            Some(name) => self.fill("Jobs at {organization}", &[("organization", name.into())]),
            None => "Jobs".to_owned(),
        }
    }

    /// "3 jobs"
    pub fn jobs(&self, count: u32) -> String {
        let pattern = "{count, plural, =0 {No open jobs} one {# job} other {# jobs}}";
        self.fill(pattern, &[("count", count.into())])
    }

    /// What search says about the jobs it found, for each plural category that the browser may
    /// name; `#` stands for the number.
    pub fn found(&self) -> [(&'static str, &'static str); 3] {
        [
            ("zero", "No job has all of these words"),
            ("one", "# job found"),
            ("other", "# jobs found"),
        ]
    }

    /// The link back to the list of all jobs.
    pub fn all_jobs(&self) -> &'static str {
        "All jobs"
    }

    /// The link that jumps over filters.
    pub fn skip(&self) -> &'static str {
        "Skip to the jobs"
    }

    /// The label of the filters.
    pub fn filters(&self) -> &'static str {
        "Narrow down"
    }

    /// The filter by place.
    pub fn place(&self) -> &'static str {
        self.catalogue.fact_location
    }

    /// The filter by kind of employment.
    pub fn employment(&self) -> &'static str {
        self.catalogue.fact_employment
    }

    /// The filter by organization.
    pub fn organization(&self) -> &'static str {
        "Organization"
    }

    /// The filter by team.
    pub fn team(&self) -> &'static str {
        self.catalogue.fact_team
    }

    /// The filter by month of the start dates.
    pub fn start(&self) -> &'static str {
        "Start"
    }

    /// The filter by words of titles.
    pub fn word(&self) -> &'static str {
        "Words in titles"
    }

    /// The link to all values of a filter.
    pub fn all_values(&self, count: u32) -> String {
        self.fill("All {count}", &[("count", count.into())])
    }

    /// The label of the links to other pages of a list.
    pub fn pages(&self) -> &'static str {
        "Pages"
    }

    /// "Page 2 of 5"
    pub fn page_of(&self, page: u32, pages: u32) -> String {
        let values = [("page", page.into()), ("pages", pages.into())];
        self.fill("Page {page} of {pages}", &values)
    }

    /// The link to the page before.
    pub fn previous(&self) -> &'static str {
        "Previous page"
    }

    /// The link to the next page.
    pub fn next(&self) -> &'static str {
        "Next page"
    }

    /// The label of the search field.
    pub fn search(&self) -> &'static str {
        "Search jobs"
    }

    /// What is said where the list of jobs for the search could not be loaded.
    pub fn search_failed(&self) -> &'static str {
        "The search could not be loaded. The list below is complete."
    }

    /// The heading of the links to feeds.
    pub fn feeds(&self) -> &'static str {
        "Follow"
    }

    /// "Apply by 31 March 2027"
    pub fn closes(&self, day: CivilDate) -> String {
        self.fill("Apply by {date}", &[("date", (&*self.date(day)).into())])
    }

    /// "Ireland (remote)", for a place in which one works from home.
    pub fn remote(&self, place: &str) -> String {
        self.fill(self.catalogue.location_remote, &[("place", place.into())])
    }

    /// A kind of employment.
    pub fn kind(&self, kind: EmploymentType) -> &'static str {
        let words = self.catalogue;
        match kind {
            EmploymentType::FullTime => words.employment_full_time,
            EmploymentType::PartTime => words.employment_part_time,
            EmploymentType::Contractor => words.employment_contractor,
            EmploymentType::Temporary => words.employment_temporary,
            EmploymentType::Intern => words.employment_intern,
            EmploymentType::Volunteer => words.employment_volunteer,
            EmploymentType::PerDiem => words.employment_per_diem,
            EmploymentType::Other => words.employment_other,
        }
    }

    /// A day.
    pub fn date(&self, day: CivilDate) -> String {
        self.intl.date(day)
    }

    /// A month.
    pub fn month(&self, month: YearMonth) -> String {
        self.intl.month_year(month)
    }

    /// A number in digits.
    pub fn number(&self, count: u32) -> String {
        self.intl.number(count)
    }

    fn fill(&self, pattern: &str, values: &[(&str, Value<'_>)]) -> String {
        pattern::fill(pattern, values, &self.intl)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_choose_their_words() {
        let text = SiteText::new("en-GB");
        assert_eq!(text.jobs(0), "No open jobs");
        assert_eq!(text.jobs(1), "1 job");
        assert_eq!(text.jobs(12), "12 jobs");
        assert_eq!(
            text.title(Some("Example Gardens")),
            "Jobs at Example Gardens"
        );
        let day = CivilDate::parse_iso("2027-03-31").unwrap();
        assert_eq!(text.closes(day), "Apply by 31 March 2027");
    }
}
