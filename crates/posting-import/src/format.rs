//! The formats that can be read, their names on the command line, and how one
//! is told from another.

use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// A format of sources.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown (CommonMark, with front matter).
    Markdown,
    /// An HTML page.
    Html,
    /// schema.org's `JobPosting` as JSON-LD, microdata or RDFa, alone or in a page.
    SchemaOrg,
    /// Greenhouse's job board interface.
    Greenhouse,
    /// Lever's postings interface.
    Lever,
    /// Ashby's job postings interface.
    Ashby,
    /// SmartRecruiters' posting interface.
    SmartRecruiters,
    /// Workable's jobs interface.
    Workable,
    /// Recruitee's offers interface.
    Recruitee,
    /// Personio's XML feed.
    Personio,
    /// Teamtailor's JSON feed or RSS.
    Teamtailor,
    /// Any other JSON that holds a title and texts.
    Json,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 13] = [
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::SchemaOrg,
        Self::Greenhouse,
        Self::Lever,
        Self::Ashby,
        Self::SmartRecruiters,
        Self::Workable,
        Self::Recruitee,
        Self::Personio,
        Self::Teamtailor,
        Self::Json,
    ];

    /// Its name on the command line and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::SchemaOrg => "schema-org",
            Self::Greenhouse => "greenhouse",
            Self::Lever => "lever",
            Self::Ashby => "ashby",
            Self::SmartRecruiters => "smartrecruiters",
            Self::Workable => "workable",
            Self::Recruitee => "recruitee",
            Self::Personio => "personio",
            Self::Teamtailor => "teamtailor",
            Self::Json => "json",
        }
    }

    /// What a source of this format has to hold, for messages.
    pub fn expects(self) -> &'static str {
        match self {
            Self::Text | Self::Markdown => "a title and some text",
            Self::Html => {
                "an HTML page with text in it, or with postings in the data of its scripts"
            }
            Self::SchemaOrg => "a JobPosting of schema.org as JSON-LD, microdata or RDFa",
            Self::Greenhouse => "a job with “title” and “content”, or a list of them in “jobs”",
            Self::Lever => "a posting with “text” and “description” or “lists”, or a list of them",
            Self::Ashby => "a job with “title” and “descriptionHtml”, or a list of them in “jobs”",
            Self::SmartRecruiters => {
                "a posting with “jobAd” and its “sections”, or a list of postings in “content”"
            }
            Self::Workable => {
                "a job with “title” and “shortcode”, or a list in “jobs” or “results”"
            }
            Self::Recruitee => "an offer with “title” and “description”, or a list in “offers”",
            Self::Personio => "XML with “position” elements",
            Self::Teamtailor => "a JSON feed with “items”, or RSS with “item” elements",
            Self::Json => "an object with a title and texts, or a list of such objects",
        }
    }
}

impl Display for Format {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl Serialize for Format {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// A name that no format has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownFormat(String);

impl Display for UnknownFormat {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let names = Format::ALL.map(Format::name).join(", ");
        write!(
            formatter,
            "“{}” is not a format; use one of {names}",
            self.0
        )
    }
}

impl std::error::Error for UnknownFormat {}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let named = Self::ALL.into_iter().find(|format| format.name() == name);
        named.ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}
