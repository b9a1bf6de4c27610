//! Headings: whether a line looks like one, and which part of a posting it opens.

use std::sync::LazyLock;

use regex::RegexSet;

use super::Role;
use super::vocabulary::PATTERNS;

/// Longer lines than this, in characters, are no headings without being marked as one.
const LONGEST: usize = 80;

/// More words than this a heading doesn't have without being marked as one.
const MOST_WORDS: usize = 10;

/// All patterns, and the role of each.
static VOCABULARY: LazyLock<Option<(RegexSet, Vec<Role>)>> = LazyLock::new(|| {
    let patterns = PATTERNS.iter().flat_map(|(role, patterns)| {
        patterns
            .iter()
            .map(|pattern| (*role, format!("^(?:{pattern})$")))
    });
    let (roles, patterns): (Vec<_>, Vec<_>) = patterns.unzip();
    // The patterns are constants, and a test builds them.
    let set = RegexSet::new(patterns).ok()?;
    Some((set, roles))
});

/// The part that a heading opens, if its words are known.
pub(crate) fn role_of(heading: &str) -> Option<Role> {
    let words = normalized(heading);
    if words.is_empty() || words.chars().count() > 120 {
        return None;
    }
    let (set, roles) = VOCABULARY.as_ref()?;
    let first = set.matches(&words).into_iter().next()?;
    roles.get(first).copied()
}

/// The part that a line opens which is a heading for certain: then the words before a dash or
/// after a colon may tell it alone, as in "Responsibilities - Orchard".
pub(crate) fn role_of_heading(heading: &str) -> Option<Role> {
    let before = || {
        let cut = [" - ", " – ", " — ", " | ", " ("]
            .iter()
            .filter_map(|sign| heading.find(sign))
            .min();
        let words = heading.get(..cut?)?;
        role_of(words).filter(|_| words.contains(' ') || words.len() > 12)
    };
    let after = || role_of(heading.split_once(": ")?.1).filter(|role| role.is_list());
    role_of(heading).or_else(before).or_else(after)
}

/// A heading as the vocabulary writes it: small letters, straight quotes, and nothing around it.
fn normalized(heading: &str) -> String {
    let small = heading.to_lowercase();
    let straight = small
        .replace(['’', '‘', '`', '´'], "'")
        .replace(['–', '—'], "-");
    let is_kept = |character: char| character.is_alphanumeric() || "'&/+-,.() ".contains(character);
    let kept: String = straight
        .chars()
        .map(|character| if is_kept(character) { character } else { ' ' })
        .collect();
    let words = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    let around = |character: char| !character.is_alphanumeric() && character != ')';
    let words = words.trim_matches(around);
    let unnumbered = words.trim_start_matches(|character: char| character.is_ascii_digit());
    match unnumbered.strip_prefix([')', '.']) {
        Some(rest) if unnumbered.len() < words.len() => rest.trim_start().to_owned(),
        _ => words.to_owned(),
    }
}

/// Whether a line that nothing marks as a heading looks like one by itself.
pub(crate) fn looks_like_heading(line: &str) -> bool {
    let line = line.trim();
    if !is_short(line) || line.ends_with(['.', ',', ';']) || line.starts_with('#') {
        return false;
    }
    if is_shouted(line) {
        return true;
    }
    if line.ends_with(':') {
        return role_of(line).is_some() || is_titled(line) || line.split(' ').count() <= 4;
    }
    let starts_large = line.chars().find(|character| character.is_alphabetic());
    starts_large.is_some_and(|character| !character.is_lowercase())
        && line.split(' ').count() <= 6
        && !line.contains(": ")
        && role_of(line).is_some()
}

/// Whether a line that stands alone between blank lines looks like a heading.
pub(crate) fn looks_like_heading_alone(line: &str) -> bool {
    let line = line.trim();
    looks_like_heading(line)
        || is_short(line)
            && !line.ends_with(['.', ',', ';', '!', ')'])
            && line.split(' ').count() >= 2
            && line.split(' ').count() <= 8
            && !line.contains(": ")
            && is_titled(line)
}

/// Whether a line is the known heading of one of a posting's lists, also where only items stand.
pub(crate) fn is_list_heading(line: &str) -> bool {
    looks_like_heading(line) && role_of(line).is_some_and(Role::is_list)
}

fn is_short(line: &str) -> bool {
    line.chars().count() <= LONGEST
        && line.split_whitespace().count() <= MOST_WORDS
        && line.chars().any(char::is_alphabetic)
}

/// A line all in capitals, of more than an abbreviation.
fn is_shouted(line: &str) -> bool {
    let letters = line.chars().filter(|character| character.is_alphabetic());
    let count = letters.clone().count();
    count >= 6
        && letters.clone().all(|character| !character.is_lowercase())
        && letters.clone().any(char::is_uppercase)
        && !line.contains(|character: char| character.is_ascii_digit() || character == '$')
}

/// Whether the words that matter begin with capitals.
fn is_titled(line: &str) -> bool {
    let words = line.split_whitespace().filter(|word| {
        word.chars()
            .filter(|character| character.is_alphabetic())
            .count()
            > 3
    });
    let (mut large, mut all) = (0, 0);
    for word in words {
        all += 1;
        let first = word.chars().find(|character| character.is_alphabetic());
        large += usize::from(first.is_some_and(char::is_uppercase));
    }
    let first = line.chars().find(|character| character.is_alphabetic());
    first.is_some_and(char::is_uppercase) && all > 0 && large * 5 >= all * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(heading: &str, role: Role) {
        assert_eq!(role_of(heading), Some(role), "{heading}");
    }

    #[test]
    fn the_patterns_are_sound() {
        assert!(VOCABULARY.is_some());
    }

    #[test]
    fn headings_of_each_part_are_known() {
        for heading in [
            "What you'll do",
            "What You’ll Do:",
            "Responsibilities",
            "Key Responsibilities:",
            "Your mission",
            "What you will do",
            "What your day will look like",
            "What you’ll be doing",
            "Key objectives",
            "Duties",
            "In this role you will",
            "In this role, you will:",
            "Role and responsibilities:",
            "WHAT YOU'LL DO:",
            "Your Core Responsibilities:",
            "How You'll Contribute",
            "What Will You Do?",
            "What You Will Own",
            "As a Garden Engineer at Example you will:",
            "Aufgaben",
            "Deine Aufgaben:",
            "DEINE AUFGABEN",
            "Was dich erwartet:",
            "Missions principales",
            "Vos missions",
            "Descripción de la oferta",
            "Mô tả công việc",
            "🌱 What you'll do",
            "1. Responsibilities",
            "**Responsibilities**",
            "Duties and Responsibilities",
        ] {
            check(heading, Role::Responsibilities);
        }
        for heading in [
            "What we're looking for",
            "Qualifications",
            "Your profile",
            "Requirements",
            "Who you are",
            "What you bring",
            "About you",
            "Minimum qualifications",
            "Required",
            "*Required:",
            "Basic Qualifications",
            "Required Qualifications",
            "What you'll need",
            "Some of the things we look for:",
            "What you’ll bring:",
            "You Should Have",
            "The ideal candidate possesses:",
            "You may be a good fit if you have:",
            "Candidates must be:",
            "Required Skills and Experience:",
            "What we need to see:",
            "Your Skills and Experience:",
            "What is a Must Have?",
            "DEIN PROFIL",
            "Qualifikation",
            "Womit Du überzeugst",
            "Was wir erwarten",
            "Profil recherché",
            "Compétences requises",
            "Requisitos imprescindibles",
            "Yêu cầu ứng viên",
            "Deine Erfahrungen und Fähigkeiten:",
            "What Will Our Ideal Candidate Have?",
            "Education & Experience",
            "Technical Skills:",
        ] {
            check(heading, Role::Minimum);
        }
        for heading in [
            "Preferred qualifications",
            "Nice to have",
            "Nice to haves",
            "Bonus points",
            "Preferred",
            "Desired skills",
            "Preferred skills and experience",
            "Desired:",
            "Strong candidates may also have:",
            "Bonus points if you have",
            "Nice-to-have",
            "Preferred Qualifications:",
            "You might also have",
            "Ways to stand out from the crowd",
        ] {
            check(heading, Role::Preferred);
        }
        for heading in [
            "Benefits",
            "What we offer",
            "Why us?",
            "What's in it for you",
            "What you'll get",
            "Perks & Benefits",
            "DEINE BENEFITS",
            "Worauf Du Dich freuen kannst",
            "Avantages",
            "Quyền lợi",
            "What Is in It for You?",
            "We Offer:",
            "Why join us?",
        ] {
            check(heading, Role::Benefits);
        }
        for heading in [
            "About the role",
            "About the team",
            "The role",
            "About us",
            "Who we are",
            "About the internship",
            "Company Description",
            "Position Overview:",
            "Job Description",
            "Qui sommes-nous",
            "Über uns",
            "About Example Gardens",
        ] {
            check(heading, Role::About);
        }
        for heading in [
            "Compensation",
            "Base salary range",
            "Salary range",
            "Pay Range:",
        ] {
            check(heading, Role::Pay);
        }
        check("Summer Start Dates:", Role::Starts);
        check("Applicant privacy notice", Role::Legal);
        check("Equal Opportunity Employer", Role::Legal);
        check("How to apply", Role::Apply);
        check("WITHIN 3 MONTHS, YOU’LL", Role::Responsibilities);
        assert_eq!(role_of("Is this role not an exact fit?"), None);
        let role = role_of_heading("Roles and Responsibilities - Orchard");
        assert_eq!(role, Some(Role::Responsibilities));
        let role = role_of_heading("Garden Internship: What You’ll Do");
        assert_eq!(role, Some(Role::Responsibilities));
    }

    #[test]
    fn lines_that_look_like_headings() {
        for line in [
            "Responsibilities",
            "OUR GARDENS",
            "Garden Walks:",
            "Who you are",
        ] {
            assert!(looks_like_heading(line), "{line}");
        }
        for line in [
            "You will love it here.",
            "Receive training on roses and other plants, including:",
            "Pruning of apple trees",
            "#LI-Remote",
            "$60,000 to $70,000",
            "Location: York",
        ] {
            assert!(!looks_like_heading(line), "{line}");
        }
        // Entries that begin like headings.
        for line in [
            "Team player",
            "Project management experience",
            "Business acumen",
            "Travel up to 25%",
            "Pay attention to detail",
            "Security clearance required",
            "Required experience in Java",
            "Preferred experience with roses",
            "Minimum experience of 3 years",
            "Position plants",
            "Communication with visitors",
            "Role model for others",
            "Experience with clients",
        ] {
            assert!(!looks_like_heading(line), "{line}");
        }
        assert!(looks_like_heading_alone("Garden Care & Planning"));
        assert!(!looks_like_heading_alone("Pruning of apple trees"));
    }
}
