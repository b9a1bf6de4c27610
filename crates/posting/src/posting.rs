//! A checked posting. The only way to get one is [`Posting::from_json`], so
//! whoever holds one need not check anything again.

use crate::check;
use crate::date::CivilDate;
use crate::pay::Pay;
use crate::problem::Problem;
use crate::program::Program;
use crate::requirement::Rule;
use crate::rich_text::{RichText, SafeUrl};

/// One job posting, checked.
#[derive(Clone, PartialEq, Debug)]
pub struct Posting {
    pub(crate) id: String,
    pub(crate) lang: String,
    pub(crate) title: String,
    pub(crate) organization: Organization,
    pub(crate) locations: Vec<Location>,
    pub(crate) employment_type: Option<EmploymentType>,
    pub(crate) pay: Option<Pay>,
    pub(crate) date_posted: Option<CivilDate>,
    pub(crate) valid_through: Option<CivilDate>,
    pub(crate) program: Option<Program>,
    pub(crate) about: Vec<RichText>,
    pub(crate) responsibilities: Vec<RichText>,
    pub(crate) minimum: Vec<Qualification>,
    pub(crate) preferred: Vec<Qualification>,
    pub(crate) sections: Vec<Section>,
    pub(crate) application: Option<Application>,
    pub(crate) privacy_policy: Option<SafeUrl>,
}

/// Who offers the job.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Organization {
    /// The organization's name.
    pub name: String,
    /// Its home page.
    pub url: Option<SafeUrl>,
    /// The team within it.
    pub team: Option<String>,
}

/// Where the job is done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Location {
    /// The place in the posting's words.
    pub name: String,
    /// ISO 3166-1 alpha-2 code, in capitals.
    pub country: Option<String>,
    /// Whether the work is done from anywhere in that place.
    pub remote: bool,
}

/// The kind of employment, in schema.org's terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EmploymentType {
    /// `FULL_TIME`
    FullTime,
    /// `PART_TIME`
    PartTime,
    /// `CONTRACTOR`
    Contractor,
    /// `TEMPORARY`
    Temporary,
    /// `INTERN`
    Intern,
    /// `VOLUNTEER`
    Volunteer,
    /// `PER_DIEM`
    PerDiem,
    /// `OTHER`
    Other,
}

impl EmploymentType {
    /// All kinds in schema.org's order.
    pub const ALL: [Self; 8] = [
        Self::FullTime,
        Self::PartTime,
        Self::Contractor,
        Self::Temporary,
        Self::Intern,
        Self::Volunteer,
        Self::PerDiem,
        Self::Other,
    ];

    /// The name that documents and structured data use, such as `FULL_TIME`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FullTime => "FULL_TIME",
            Self::PartTime => "PART_TIME",
            Self::Contractor => "CONTRACTOR",
            Self::Temporary => "TEMPORARY",
            Self::Intern => "INTERN",
            Self::Volunteer => "VOLUNTEER",
            Self::PerDiem => "PER_DIEM",
            Self::Other => "OTHER",
        }
    }
}

/// A qualification the posting asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Qualification {
    /// Stable name for the candidate's answer: the document's `id`, else derived from the text
    /// (so that reordering the list keeps answers). Only `a-z`, `0-9` and `-`.
    pub id: String,
    /// What is asked.
    pub text: RichText,
    /// The rules by which it can be computed or asked precisely: all of them hold. Empty for a
    /// qualification that only a person can judge.
    pub rules: Vec<Rule>,
}

/// A section with a heading of the posting's own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// Paragraphs and lists.
    pub body: Vec<Block>,
}

/// A block of a section.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Block {
    /// A paragraph.
    Paragraph(RichText),
    /// A bulleted list.
    List(Vec<RichText>),
}

/// How to apply.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Application {
    /// The employer's own application page.
    pub url: Option<SafeUrl>,
    /// How many positions a candidate may apply for.
    pub limit: Option<ApplicationLimit>,
    /// Whether applications are reviewed as they arrive.
    pub rolling_review: bool,
}

/// A limit on applications per candidate.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ApplicationLimit {
    /// The number of positions, 1 to 20.
    pub positions: u8,
    /// Whether applications are considered in the order in which they are made.
    pub in_order: bool,
    /// What the limit counts, in the posting's words, shown to the candidate and shared by
    /// all postings that state the same scope.
    pub scope: Option<String>,
}

impl Posting {
    /// Reads a posting document, version 1.
    ///
    /// # Errors
    /// Every problem of the document, in the order in which they stand in it; never empty.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        check::check(text)
    }

    /// The name under which drafts for this posting are kept: `a-z`, `0-9`, `-`, `_`, `.`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// BCP 47 tag of the language the posting is written in.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// The title of the position.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Who offers it.
    pub fn organization(&self) -> &Organization {
        &self.organization
    }

    /// Where it is done.
    pub fn locations(&self) -> &[Location] {
        &self.locations
    }

    /// The kind of employment.
    pub fn employment_type(&self) -> Option<EmploymentType> {
        self.employment_type
    }

    /// What it is paid.
    pub fn pay(&self) -> Option<&Pay> {
        self.pay.as_ref()
    }

    /// When it was published.
    pub fn date_posted(&self) -> Option<CivilDate> {
        self.date_posted
    }

    /// The last day on which it accepts applications.
    pub fn valid_through(&self) -> Option<CivilDate> {
        self.valid_through
    }

    /// The programme, if the job is one.
    pub fn program(&self) -> Option<&Program> {
        self.program.as_ref()
    }

    /// Introductory paragraphs.
    pub fn about(&self) -> &[RichText] {
        &self.about
    }

    /// What the candidate will do.
    pub fn responsibilities(&self) -> &[RichText] {
        &self.responsibilities
    }

    /// What the candidate must bring.
    pub fn minimum_qualifications(&self) -> &[Qualification] {
        &self.minimum
    }

    /// What is welcome besides.
    pub fn preferred_qualifications(&self) -> &[Qualification] {
        &self.preferred
    }

    /// Further sections in order.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// How to apply.
    pub fn application(&self) -> Option<&Application> {
        self.application.as_ref()
    }

    /// What the limit on applications counts: its own words, else the organization's name. `None` without
    /// a limit.
    pub fn limit_scope(&self) -> Option<&str> {
        let limit = self.application()?.limit.as_ref()?;
        Some(limit.scope.as_deref().unwrap_or(&self.organization.name))
    }

    /// The privacy notice for applicants.
    pub fn privacy_policy(&self) -> Option<&SafeUrl> {
        self.privacy_policy.as_ref()
    }

    /// Whether the last day for applications lies before `today`.
    pub fn is_closed(&self, today: CivilDate) -> bool {
        self.valid_through.is_some_and(|last| last < today)
    }
}
