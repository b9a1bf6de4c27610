//! Facts in the wordings of messages, lists of terms, and further languages.

use super::*;

/// What was told of a field, each with whether to look at it.
fn told(line: &str, field: &str) -> Vec<(String, bool)> {
    let found = facts("Garden Intern", &[line]).found;
    let told = found.into_iter().filter(|fact| fact.field == field);
    told.map(|fact| (fact.value, fact.review)).collect()
}

#[test]
fn last_days_have_many_names() {
    for line in [
        "The application period ends on 31 January 2027.",
        "Submissions close January 31, 2027.",
        "Closes 31 Jan 2027",
        "The job closes on January 31, 2027",
        "This job will be posted until January 31, 2027",
        "We will stop accepting applications on January 31, 2027.",
        "Applications for the walled garden close on January 31, 2027.",
        "We’re accepting applications from now until January 31, 2027.",
        "The deadline is 31-Jan-2027.",
        "Last date to apply: 31 January 2027",
        "Due date: January 31, 2027",
        "Final date to receive applications: 2027-01-31",
        "Apply by: 31 Jan ’27",
        "Vacancy closing: 31 January 2027",
        "Sista ansökningsdag är 31 januari 2027.",
        "Søknadsfrist: 31. januar 2027",
        "Solliciteer vóór 31 januari 2027.",
        "Plazo de solicitud: hasta el 31 de enero de 2027",
        "Scadenza: 31 gennaio 2027",
        "Prazo de inscrição: 31 de janeiro de 2027",
        "Inscrições até 31/01/2027",
        "Reageer vóór 31 januari 2027",
        "Ansök senast 31 januari 2027",
        "Applications are reviewed on a rolling basis through January 31, 2027.",
        "By January 31, 2027, send your application to the gardeners.",
    ] {
        let found = facts("Garden Intern", &[line]);
        assert_eq!(found.deadline.as_deref(), Some("2027-01-31"), "{line}");
        assert!(days(&found).is_empty(), "{line}");
    }
    let several = "The application window is open from January 4 to January 31, 2027.";
    let deadline = [("2027-01-31".to_owned(), true)];
    assert_eq!(told(several, "validThrough"), deadline);
    let below = facts("Gardener", &["# 6) Closing date", "31 January 2027"]);
    assert_eq!(below.deadline.as_deref(), Some("2027-01-31"));
    for line in [
        "Review of applications begins January 31, 2027.",
        "The gate closes at six from January 31, 2027.",
    ] {
        assert_eq!(facts("Gardener", &[line]).deadline, None, "{line}");
    }
}

#[test]
fn first_days_have_many_names() {
    for line in [
        "First day: June 7, 2027",
        "Joining date: 7 June 2027",
        "Entry date: 07-Jun-2027",
        "When: June 7, 2027",
        "A 12-week placement from 7 June 2027",
        "$30-$38/hr, 12 weeks from June 7, 2027.",
        "The programme kicks off on June 7, 2027.",
        "Ab 07.06.2027 für 6 Monate",
        "Praktikumsbeginn: 07.06.2027",
        "Starttermin: 07.06.2027",
        "Prise de poste : 7 juin 2027",
        "Stage de 6 mois à partir du 7 juin 2027",
        "Incorporación: 7 de junio de 2027",
        "Duración: 6 meses, desde el 7 de junio de 2027",
        "Tillträde: 7 juni 2027",
        "Data de início: 7 de junho de 2027",
        "Inizio: 7 giugno 2027",
        "Contrat de 12 mois à compter du 7 juin 2027",
        "Remote · 6 months · from 7 June 2027",
    ] {
        assert_eq!(
            days(&facts("Garden Intern", &[line])),
            ["2027-06-07"],
            "{line}"
        );
    }
    for line in [
        "Dates: June 7 – August 27, 2027",
        "When: June 7th – August 27th, 2027",
        "Zeitraum: 07.06.2027 – 27.08.2027",
        "Zeitraum des Praktikums: 7.6.–27.8.2027",
        "Stage du 7 juin au 27 août 2027",
        "Prácticas del 7 de junio al 27 de agosto de 2027",
        "Periode: 7 juni t/m 27 augustus 2027",
        "Period: 7 juni – 27 augusti 2027",
        "Work term: June 7, 2027 – August 27, 2027",
        "June 7 – August 27, 2027",
        "Monday, June 7 to Friday, August 27, 2027",
    ] {
        let found = days(&facts("Garden Intern", &[line]));
        assert_eq!(found, ["2027-06-07/2027-08-27"], "{line}");
    }
    let three = ["2027-05-17", "2027-05-24", "2027-06-07"];
    for line in [
        "Starttermine: 17.05., 24.05. und 07.06.2027",
        "Starttermine: 17.5.2027, 24.5.2027 und 7.6.2027",
        "We have three intakes: 17th May, 24th May and 7th June 2027.",
    ] {
        assert_eq!(days(&facts("Garden Intern", &[line])), three, "{line}");
    }
    for line in [
        "When is the interview? On June 7, 2027.",
        "Interview dates: June 7, 2027",
        "Join our open day on June 7, 2027.",
        "We’ve kept roses for 12 months, and bees since June 7, 2020.",
    ] {
        assert!(days(&facts("Gardener", &[line])).is_empty(), "{line}");
    }
}

#[test]
fn days_that_stand_alone_are_those_of_an_internship_to_be_looked_at() {
    let line = "June 7 – August 27, 2027";
    let start = [("2027-06-07 to 2027-08-27".to_owned(), true)];
    assert_eq!(told(line, "program.startDates"), start);
    assert!(days(&facts("Gardener", &[line])).is_empty());
    for lead in ["# Interviews", "# Application window", "Festival of roses:"] {
        assert!(
            days(&facts("Garden Intern", &[lead, line])).is_empty(),
            "{lead}"
        );
    }
}

#[test]
fn months_may_be_the_ends_of_a_window() {
    for line in [
        "Flexible start between May and July 2027",
        "Start: May – July 2027",
        "Starting May through July 2027",
        "Start flexibel zwischen Mai und Juli 2027",
        "Start dates are flexible from May 1 through July 31, 2027.",
    ] {
        let found = facts("Garden Intern", &[line]);
        let window = found.program.start_window.as_ref();
        let window = window.map(|window| (window.from.as_str(), window.to.as_str()));
        assert_eq!(window, Some(("2027-05-01", "2027-07-31")), "{line}");
        assert!(found.found.iter().all(|fact| fact.review), "{line}");
    }
    let or = facts("Garden Intern", &["Starting in May or July 2027"]);
    assert!(or.program.start_window.is_none());
}

#[test]
fn lengths_have_short_and_foreign_units() {
    for (line, weeks) in [
        ("Duration: 12 wks", Some(12)),
        ("Duur: 12 weken", Some(12)),
        ("Längd: 12 veckor", Some(12)),
        ("Durata: 12 settimane", Some(12)),
    ] {
        assert_eq!(facts("Gardener", &[line]).program.weeks, weeks, "{line}");
    }
    for line in ["Duur: 6 maanden", "Längd: 6 månader", "Durata: 6 mesi"] {
        assert_eq!(facts("Gardener", &[line]).program.months, Some(6), "{line}");
    }
    let title = facts("Placement Student, Orchard (12 months)", &[]);
    assert_eq!(title.program.months, Some(12));
    assert_eq!(facts("Gardener (12 months)", &[]).program.months, None);
}

#[test]
fn limits_are_told_by_what_is_forbidden() {
    for (line, count) in [
        ("Please do not apply to more than two roles.", 2),
        ("You cannot apply for more than 2 programs.", 2),
        ("Apply to a maximum of 2 teams.", 2),
        ("Applicants can apply for a max. of two positions.", 2),
        ("Please submit two applications at most.", 2),
        ("Candidates may submit one application only.", 1),
    ] {
        let limit = facts("Gardener", &[line]).limit;
        assert_eq!(limit.map(|limit| limit.positions), Some(count), "{line}");
    }
    for line in [
        "You will not look after more than two roles of wire.",
        "Do not plant more than two apple trees.",
    ] {
        assert!(facts("Gardener", &[line]).limit.is_none(), "{line}");
    }
}

#[test]
fn rolling_reviews_have_many_names() {
    for (line, review) in [
        ("Applications will be reviewed as received.", true),
        ("We interview candidates continuously.", true),
        ("Applications are rolling.", false),
        ("Deadline: rolling", false),
        ("Rolling deadline", false),
        (
            "Applications are considered on a first-come, first-served basis.",
            true,
        ),
        ("Bewerbungen werden fortlaufend gesichtet.", true),
        ("Urval sker löpande.", true),
        ("Les candidatures sont examinées au fil de l’eau.", true),
    ] {
        let rolling = [("true".to_owned(), review)];
        assert_eq!(told(line, "application.rollingReview"), rolling, "{line}");
    }
    for line in [
        "We have rolling hills.",
        "Review the plans continuously.",
        "Lunch is first come, first served.",
    ] {
        assert!(told(line, "application.rollingReview").is_empty(), "{line}");
    }
}

#[test]
fn places_have_many_labels() {
    for line in [
        "Based in York",
        "Office: York",
        "Place of work: York",
        "Dienstort: York",
        "Einsatzort: York",
        "This is an in-person internship in York.",
    ] {
        let place = facts("Gardener", &[line]).place.map(|(place, _)| place);
        assert_eq!(place.as_deref(), Some("York"), "{line}");
    }
    for line in [
        "The role is remote.",
        "This position can be done remotely.",
        "You can work remotely from anywhere in Canada.",
    ] {
        assert_eq!(told(line, "remote"), [("true".to_owned(), true)], "{line}");
    }
    for line in ["Officers: York", "The remote is a role of wire."] {
        assert!(facts("Gardener", &[line]).place.is_none(), "{line}");
        assert!(told(line, "remote").is_empty(), "{line}");
    }
}

#[test]
fn pay_is_named_in_short_words_and_other_languages() {
    let pay = |currency: &str, least: &str, most: &str, unit: &str| {
        format!(r#"{{"currency":"{currency}","min":{least},"max":{most},"unit":"{unit}"}}"#)
    };
    for (line, expected) in [
        ("£12.60ph", pay("GBP", "12.6", "12.6", "HOUR")),
        (
            "£25,000 - £30,000 p.a.",
            pay("GBP", "25000", "30000", "YEAR"),
        ),
        ("$1,200 weekly", pay("USD", "1200", "1200", "WEEK")),
        ("$1,200/wk", pay("USD", "1200", "1200", "WEEK")),
        ("$62,400 annualized", pay("USD", "62400", "62400", "YEAR")),
        (
            "The pay is 25 dollars per hour.",
            pay("USD", "25", "25", "HOUR"),
        ),
        (
            "Pay: 25 to 30 dollars an hour",
            pay("USD", "25", "30", "HOUR"),
        ),
        ("$25 ~ $30/hr", pay("USD", "25", "30", "HOUR")),
        (
            "Pay: $120,000 up to $150,000 annually",
            pay("USD", "120000", "150000", "YEAR"),
        ),
        (
            "€ 1.500,- bruto per maand",
            pay("EUR", "1500", "1500", "MONTH"),
        ),
        ("1 500 EUR/mois", pay("EUR", "1500", "1500", "MONTH")),
        (
            "45.000-50.000 Euro/Jahr",
            pay("EUR", "45000", "50000", "YEAR"),
        ),
        (
            "Entre 900 et 1 100 euros par mois",
            pay("EUR", "900", "1100", "MONTH"),
        ),
        (
            "Zwischen 15 und 17 Euro die Stunde",
            pay("EUR", "15", "17", "HOUR"),
        ),
        ("18 €/Std.", pay("EUR", "18", "18", "HOUR")),
        ("40 zł/h", pay("PLN", "40", "40", "HOUR")),
        ("CHF 2'500.- pro Monat", pay("CHF", "2500", "2500", "MONTH")),
        ("Bolsa: 900-1.100 €/mes", pay("EUR", "900", "1100", "MONTH")),
        ("R$ 2.000,00 por mês", pay("BRL", "2000", "2000", "MONTH")),
        ("SEK 25 000/mån", pay("SEK", "25000", "25000", "MONTH")),
        ("40 PLN/godz.", pay("PLN", "40", "40", "HOUR")),
        ("USD 25 an hour", pay("USD", "25", "25", "HOUR")),
        (
            "$34 per hour, a housing stipend of $2,000",
            pay("USD", "34", "34", "HOUR"),
        ),
        (
            "$85,000 to $105,000 base + bonus",
            pay("USD", "85000", "105000", "YEAR"),
        ),
        ("25 USD an hour", pay("USD", "25", "25", "HOUR")),
        ("Stipend: Rs. 25,000/month", "Rs. 25,000".to_owned()),
        ("Lön: 25 000 kr/månad", "25 000 kr".to_owned()),
    ] {
        let told = told(line, "pay");
        let values: Vec<&str> = told.iter().map(|(value, _)| value.as_str()).collect();
        assert_eq!(values, [expected], "{line}");
    }
}

#[test]
fn the_heading_of_a_list_says_nothing_of_money() {
    let found = facts("Gardener", &["# Bonus", "Roses", "Pay: $30/hr"]).found;
    assert!(found.iter().any(|fact| fact.field == "pay"));
}

#[test]
fn a_range_that_stands_alone_is_pay_to_be_looked_at() {
    for (line, expected) in [
        (
            "$50K-60K DOE",
            r#"{"currency":"USD","min":50000,"max":60000,"unit":"YEAR"}"#,
        ),
        (
            "€45.000 – €52.000",
            r#"{"currency":"EUR","min":45000,"max":52000,"unit":"YEAR"}"#,
        ),
        (
            "$34 – $41",
            r#"{"currency":"USD","min":34,"max":41,"unit":"HOUR"}"#,
        ),
    ] {
        assert_eq!(told(line, "pay"), [(expected.to_owned(), true)], "{line}");
    }
    for line in [
        "$50",
        "$20M – $30M",
        "Grants of $20,000 – $30,000 for schools",
        "Budgets of $30,000 per year",
        "We cook daily lunches for $25",
    ] {
        assert!(told(line, "pay").is_empty(), "{line}");
    }
}
