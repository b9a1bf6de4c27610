//! Which lines close a list, and which are entries.

use super::*;

/// How many of the lines are entries.
fn entries(role: Role, lines: &[&str]) -> usize {
    let blocks = lines
        .iter()
        .map(|line| Block::new(BlockKind::Paragraph, line, 1));
    first_closer(role, &blocks.collect::<Vec<_>>(), "Example Gardens Ltd")
}

#[track_caller]
fn check(lines: &[&str], expected: usize) {
    assert_eq!(entries(Role::Minimum, lines), expected, "{lines:?}");
}

#[test]
fn lines_that_tell_of_the_posting_close_a_list() {
    for line in [
        "Requisition ID: 2027-114",
        "Job no.: G 12",
        "Location: York",
        "Pay notice: what you are paid depends on the garden.",
        "#LI-Onsite",
        "Candidates may apply to no more than two gardens.",
        "All applicants who are chosen will be told in March.",
        "Successful applicants will be contacted by telephone.",
        "Applicants should attach a letter in their own hand.",
        "Only selected applicants are told",
        "Interviews take place in March, and will be short.",
        "Interviews will take place in March.",
        "Summer internships start in June.",
        "Interns are paid by the hour.",
        "Trainees receive a room and three meals a day.",
        "Fellows work 30 hours a week.",
        "This internship is paid.",
        "This is an unpaid position in the rose garden.",
        "The role is based at the river.",
        "This job description is not a full list of duties.",
        "This position is not eligible for a visa.",
        "Employment is subject to a look at your boots.",
        "Benefits include apples and pears.",
        "Housing is provided on request.",
        "We read letters in the order in which they come.",
        "At Example Gardens, we believe in rain.",
        "Example Gardens is committed to fair hiring.",
        "Example Gardens participates in E-Verify.",
        "Please enclose a drawing of a rose",
        "For more information, see the gate.",
        "Questions? Ring the bell",
        "Write to gate@gardens.example for a map",
        "To be considered, submit a drawing before March.",
        "Because of the high number of letters, answers are late.",
        "Sounds like you? Ring the bell!",
        "Several openings available all year.",
        "Two positions are open.",
        "There is a limit of two letters.",
        "You may submit no more than two letters.",
        "You don’t need to meet all of these.",
        "If you are chosen, the head gardener rings you up.",
        "Thank you for reading.",
        "No cover letter is needed",
        "This role can be held from home.",
        "The programme includes three walks.",
        "Students receive a certificate.",
        "The best may be offered a permanent position.",
        "Upload a letter and a transcript.",
        "A transcript is required.",
        "Learn more about the gardens.",
        "Follow the gardens on LinkedIn.",
        "The pay for this summer is 12 pounds an hour.",
        "At this time, we have no rooms.",
        "Example Gardens’s interns go far.",
        "Visa: we have none to give.",
        "Department: Roses",
        "Target end date: September",
        "UK applicants: your right to work is checked.",
        "This is a paid place.",
        "Placements begin in May.",
        "A background check is required.",
        "To be considered, write to us by 1 March.",
        "Due to the many letters we can’t answer all.",
        "Opportunities available all year.",
        "Interns work 35 hours a week.",
        "The placement is full-time and takes place in York.",
    ] {
        check(&["You like rain", "Strong boots", line], 2);
        check(&["You like rain.", "Strong boots.", line], 2);
        check(&["You like rain", line], 1);
        let first = ["You like rain", "Strong boots", line, "Posted on 3 May"];
        check(&first, 2);
        check(&[line], 1);
    }
}

#[test]
fn what_is_asked_of_somebody_closes_nothing() {
    for line in [
        "Applicants must be enrolled in a degree programme.",
        "Candidates must have a valid driving licence.",
        "Successful candidates will have a diploma.",
        "Interns must be able to lift a bucket.",
        "This role requires work on Sundays.",
        "The internship is open to students of botany only.",
        "The position may require travel.",
        "We expect you to like rain.",
        "We are looking for somebody with a diploma.",
        "We are seeking an old hand with patience.",
        "Example Gardens is looking for people with patience.",
        "Must be authorized to work in the country without sponsorship.",
        "Location: you must live in York",
        "Travel: three days a month",
        "Education: a diploma in botany",
        "Languages: English",
        "Available from June to August 2027",
        "Our roses are known to you",
        "Ready to get wet",
        "Apply fertilizer by hand",
        "Learn more about roses",
        "No criminal record",
        "In this garden, we expect you to like rain.",
        "Office: letters and sums",
        "Candidates will have pruned before.",
        "This placement is open to students of botany.",
        "Interns are enrolled in a course.",
        "Travel: up to a tenth of the time",
        "Interest in internships of all kinds",
        "Program irrigation systems",
        "Position benches in the shade",
        "Location scouting",
        "Python is a plus.",
        "Contact with visitors",
    ] {
        check(&["You like rain", "Strong boots", line], 3);
    }
}

#[test]
fn among_its_like_a_line_is_an_entry() {
    let [paid, work] = ["Interns are paid by the hour.", "Interns work 30 hours."];
    check(&["Interns grow roses.", "Strong boots", paid, work], 4);
    check(&["Strong boots", "A hat", paid, work], 2);
    check(
        &["Education: botany", "Skills: pruning", "Location: York"],
        3,
    );
    check(
        &["Education: botany", "Boots", "A hat", "Location: York"],
        3,
    );
    // Behind one sentence another is its like, and behind an entry it is none.
    check(&["Boots are needed.", paid], 2);
    check(&["Boots are needed.", "A hat.", paid], 2);
    let entries = |lines: &[&str]| entries(Role::Responsibilities, lines);
    assert_eq!(entries(&["Prune.", "Sow.", "We bake on Fridays."]), 3);
    assert_eq!(entries(&["Prune", "Sow", "We bake on Fridays."]), 2);
}

#[test]
fn what_follows_a_line_that_closes_is_no_entry() {
    let prose = "The gardens lie at the river. They were laid out long ago. ".repeat(5);
    let paid = "Interns are paid by the hour.";
    check(&["Boots", "A hat", paid, "Life in York", &prose, paid], 2);
    // Without one above it, prose may be what it likes.
    check(&["Boots", "A hat", &prose, paid], 3);
    check(
        &[
            "Boots",
            "A hat",
            "Where is it?",
            "This role is based in York.",
        ],
        2,
    );
    check(&["Boots", "A hat", "Do you like rain?", paid], 3);
}
