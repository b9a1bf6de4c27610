//! Headings as postings in several languages vary them.

use super::*;

#[test]
fn headings_are_known_as_languages_vary_them() {
    for heading in [
        "Hier wirkst du mit",
        "Deine Herausforderungen",
        "Wobei du uns unterstützt",
        "Dabei unterstützt du uns",
        "Deine zukünftigen Aufgaben",
        "Ihr Aufgabenspektrum",
        "Woran du arbeitest",
        "So bringst du dich ein",
        "Dein Job bei uns",
        "Vos principales missions",
        "Tes futures missions",
        "Vos missions au quotidien",
        "Rôle et responsabilités",
        "Ce qui vous attend",
        "Ce que tu vas faire",
        "En quoi consiste le poste ?",
        "Principales responsabilités",
        "Tus retos",
        "En tu día a día",
        "¿En qué consiste el puesto?",
        "Suas principais responsabilidades",
        "Il tuo ruolo",
        "Wat ga je doen als stagiair?",
        "Co będziesz robić?",
        "Dine oppgaver",
        "Tehtäväsi",
        "Here is what you will do",
        "What interns do",
        "Typical projects",
        "Focus areas",
        "What this role entails",
        "Responsible for:",
    ] {
        check(heading, Role::Responsibilities);
    }
    for heading in [
        "Das zeichnet Sie aus",
        "Das erwarten wir von Ihnen",
        "Damit überzeugen Sie uns",
        "Dein Background",
        "Dein Know-how",
        "Wer gut zu uns passt",
        "Sie bringen mit",
        "Votre parcours",
        "Tu es fait pour ce poste si",
        "Vos atouts pour réussir",
        "Savoir-être",
        "Conditions requises",
        "Vous possédez",
        "On recherche",
        "¿Qué necesitamos de ti?",
        "¿A quién buscamos?",
        "Formación y experiencia",
        "Requisitos indispensables",
        "Requisiti minimi",
        "Il candidato ideale",
        "Pré-requisitos",
        "Wij zoeken",
        "Kogo szukamy?",
        "What qualifies you",
        "Entry requirements",
        "Student profile",
        "(Requirements)",
        "2.1 Requirements",
        "1.0 Requirements",
        ":star: Requirements",
        "Here's what we're looking for",
    ] {
        check(heading, Role::Minimum);
    }
    for heading in [
        "Das ist von Vorteil",
        "Zusätzlich von Vorteil",
        "Von Vorteil, aber kein Muss",
        "Schön wäre",
        "Schön, wenn du",
        "Außerdem wünschenswert",
        "Qualifications souhaitées",
        "Idéalement",
        "Ce serait un plus si",
        "Le plus",
        "Souhaité",
        "¿Qué valoramos?",
        "Suma puntos",
        "Valoraremos",
        "Requisiti preferenziali",
        "Een pré",
        "Additional assets",
        "Great if you have",
        "Kudos if you have",
        "Wish list",
        "Here is what would be nice",
    ] {
        check(heading, Role::Preferred);
    }
    for heading in [
        "Perks of the job",
        "Freu dich auf",
        "Ce qu’on t’offre",
        "Ce que nous vous proposons",
        "Nous vous offrons",
        "¿Por qué nosotros?",
        "Offriamo",
        "Vi tilbyr",
    ] {
        check(heading, Role::Benefits);
    }
}

#[test]
fn entries_that_begin_like_such_headings_are_none() {
    for entry in [
        "Idéalement bilingue, avec une première expérience en vente et en gestion",
        "Savoir-faire en jardinage",
        "Das ist dein erstes Praktikum",
        "Schön schreiben können",
        "Experiencia en jardines",
        "3.5 GPA",
        "2.5 years of experience",
        "Great attention to detail",
    ] {
        assert!(!looks_like_heading(entry), "{entry}");
    }
}
