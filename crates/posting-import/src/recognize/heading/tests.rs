//! Headings that postings use, and lines that only look like headings.

use super::*;

mod languages;
mod spoken;

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

/// Headings in further words, and in further languages.
#[test]
fn more_headings_are_known() {
    for heading in [
        "Some of the things you might do",
        "What to expect in this role",
        "Responsibilities include, but are not limited to:",
        "Within your first year, you will",
        "As part of the orchard team you’ll",
        "Typical day",
        "Was du bei uns machst",
        "Quelles seront tes missions ?",
        "¿Cuáles serán tus funciones?",
        "Główne obowiązki",
        "業務内容",
        "담당업무",
        "岗位职责",
        "Обязанности",
    ] {
        check(heading, Role::Responsibilities);
    }
    for heading in [
        "You might be a good fit if",
        "Across the gardens, you may be a good fit if you:",
        "We’d like to be in touch because you have…",
        "To be successful in this role you will need",
        "A bit about you",
        "The ideal candidate",
        "Pre-requisites",
        "Das bringen Sie mit",
        "Ce que l’on recherche",
        "Lo que buscamos",
        "応募資格",
        "자격요건",
        "任职要求",
        "Требования",
    ] {
        check(heading, Role::Minimum);
    }
    for heading in [
        "Preferred (but not required)",
        "It would be nice if you have",
        "How to stand out",
        "Strong candidates may also",
        "Le petit plus",
        "Es un plus",
        "歓迎スキル",
        "우대사항",
        "加分项",
        "Будет плюсом",
    ] {
        check(heading, Role::Preferred);
    }
    check("What to expect", Role::Benefits);
    check("Where you’ll work", Role::Other);
    check("To apply", Role::Apply);
    check("Additional requirements", Role::Minimum);
    check("Additional skills", Role::Preferred);
    assert_eq!(role_of("Gardens think big. Do you?"), None);
    assert!(looks_like_heading_alone("You might be a good fit if you"));
    assert!(!looks_like_heading_alone(
        "In this role you will prune all the trees"
    ));
}

#[test]
fn headings_have_asides_numbers_and_several_nouns() {
    for heading in [
        "Minimum Qualifications (required)",
        "Requirements (must have)",
        "B. Requirements",
        "ii) Requirements",
        "Minimum Qualification(s)",
        "Required qualifications, capabilities, and skills",
        "Skills & capabilities",
    ] {
        check(heading, Role::Minimum);
    }
    for heading in [
        "Qualifications (preferred)",
        "Requirements (nice to have)",
        "Preferred qualifications, capabilities, and skills",
        "Your Preferred Qualifications, Capabilities, and Skills",
        "Education/Experience Preferred:",
        "Preferred candidates will also have:",
        "Extra points for",
        "Das wäre schön",
    ] {
        check(heading, Role::Preferred);
    }
    check("What the Candidate Will Do", Role::Responsibilities);
    check("Responsibilities (what you’ll do)", Role::Responsibilities);
    for text in [
        "Python (required)",
        "Roses (preferred)",
        "Prune (a. Responsibilities)",
    ] {
        assert_eq!(role_of(text), None, "{text}");
    }
}
