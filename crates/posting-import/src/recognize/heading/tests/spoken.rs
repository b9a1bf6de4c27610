//! Headings in the words that people speak, and in those of lists of musts and shoulds.

use super::*;

#[test]
fn what_there_is_to_do() {
    for heading in [
        "What the job is",
        "What you’ll help us with",
        "What we’ll ask you to do",
        "What this role does",
        "What’s on your plate",
        "Your daily work",
        "Your role will involve",
        "Your main missions",
        "Your to-do list",
        "You will be involved in",
        "You’ll help us",
        "We’ll trust you with",
        "Key result areas",
        "Duties of the post",
        "The duties of the post",
        "Nature of duties",
        "Expected tasks",
        "Daily activities",
        "Job content",
        "Summary of duties",
        "Responsibilities at a glance",
        "What does a day look like?",
        "Ways you’ll contribute",
        "The work you’ll be doing",
        "Ce que tu vas faire chez nous",
        "Det här kommer du att göra",
    ] {
        check(heading, Role::Responsibilities);
    }
}

#[test]
fn what_is_needed() {
    for heading in [
        "Must",
        "MUST:",
        "You",
        "Mandatory",
        "Needs",
        "Need-to-haves",
        "Who may apply",
        "Who is this for?",
        "Who this is for",
        "Am I eligible?",
        "What we’re hoping to find",
        "What you’ve got",
        "What you already have",
        "Who we think will be a great fit",
        "We believe you",
        "We think you",
        "We’re after",
        "We ask that you",
        "That’s you",
        "You’ll do well here if",
        "Our expectations",
        "Person profile",
        "Qualifying criteria",
        "Requirements to apply",
        "Who would love this?",
        "The person we’re looking for",
        "Things we look for",
        "What we’d like you to have",
        "You come with",
        "We expect that you have",
        "Fellows have",
        "Ce qu’on attend de toi",
    ] {
        check(heading, Role::Minimum);
    }
}

#[test]
fn what_is_welcome() {
    for heading in [
        "The nice-to-haves",
        "Nice",
        "Should",
        "Shoulds",
        "Should have:",
        "Could have",
        "Coulds",
        "It helps if you",
        "What helps",
        "What else would help?",
        "Especially if you also",
        "You also",
        "Will be considered a plus",
        "Would also be an advantage",
        "Strong plus",
        "We appreciate",
        "We also value",
        "Not required",
        "Preference will be given to",
        "Priority will be given to",
        "Considered assets",
        "Meritorious",
        "Additional merits",
        "And if you have any of these, even better",
        "Beneficial skills",
        "Useful experience",
        "Also useful",
        "Also welcome",
        "The extras",
        "Additional credit",
        "Points for",
        "Erwünscht",
        "Extra nice if you",
        "You’ll really shine if you",
        "It’s great if you also",
        "It will count in your favour if you have",
        "Not a must, but nice",
        "What we’d like, but can live without",
        "Fellows may also have",
        "We’d be delighted by",
        "What helps you",
        "What would make us even more excited",
        "Worüber wir uns zusätzlich freuen",
        "Ce qui ferait la différence",
        "O que seria um diferencial",
        "Leuk als je ook",
    ] {
        check(heading, Role::Preferred);
    }
}

#[test]
fn entries_of_lists_are_no_headings() {
    for line in [
        "You are punctual",
        "Must lift 20 kg",
        "Should know roses",
        "Could start in May",
        "Nice handwriting",
        "Useful hands",
        "What grows in the shade",
        "Helps the gardeners in spring",
        "Preference for early mornings",
        "Needs of visitors",
        "Mandatory training of new gardeners",
    ] {
        assert!(!looks_like_heading(line), "{line}");
    }
    for text in ["We value", "Welcome", "Projects", "The basics"] {
        assert_ne!(role_of(text), Some(Role::Preferred), "{text}");
        assert_ne!(role_of(text), Some(Role::Minimum), "{text}");
    }
}

#[test]
fn what_a_posting_says_besides() {
    for heading in [
        "Closing date",
        "6) Closing date",
        "Closing date for applications",
        "When is the deadline?",
        "What is the application deadline?",
        "Last date to apply",
        "Apply by",
    ] {
        check(heading, Role::Apply);
    }
    for heading in [
        "Lohn",
        "LOHN",
        "Comp",
        "Comp range",
        "Entgelt",
        "What we pay",
        "What you’ll earn",
        "Rate of pay",
        "Bolsa",
    ] {
        check(heading, Role::Pay);
    }
    for heading in [
        "Practical details",
        "The details",
        "Key facts",
        "Infos pratiques",
        "Eckdaten",
    ] {
        check(heading, Role::Other);
    }
    check("Comp & logistics", Role::Pay);
    for heading in [
        "What will I get?",
        "What do I get?",
        "What would I get from it?",
    ] {
        check(heading, Role::Benefits);
    }
    for heading in [
        "Eintritt",
        "Beginn",
        "Zeitraum",
        "When and how long",
        "When does it start?",
        "When do I start?",
        "When?",
        "Duration",
        "Internship period",
        "Cohorts",
        "Intakes",
    ] {
        check(heading, Role::Starts);
    }
}
