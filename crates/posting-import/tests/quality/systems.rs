//! One posting as every format has it.

use serde_json::{Value, json};

/// What all of them say.
const TITLE: &str = "Gardener";
const EMPLOYER: &str = "Example Gardens";
const INTRODUCTION: &str = "Three walled gardens are waiting for you.";

/// Headings, each with its items.
pub type Lists<'a> = [(&'a str, &'a [&'a str])];

/// How a format is written.
pub type Writer = fn(&Lists<'_>) -> String;

/// Every format that the importer knows by name, in each of its forms.
pub const SYSTEMS: [(&str, &str, Writer); 15] = [
    ("text", "text", text),
    ("markdown", "markdown", markdown),
    ("html", "html", page),
    ("json-ld", "schema-org", json_ld),
    ("microdata", "schema-org", microdata),
    ("rdfa", "schema-org", rdfa),
    ("greenhouse", "greenhouse", greenhouse),
    ("lever", "lever", lever),
    ("ashby", "ashby", ashby),
    ("smartrecruiters", "smartrecruiters", smart_recruiters),
    ("workable", "workable", workable),
    ("recruitee", "recruitee", recruitee),
    ("personio", "personio", personio),
    ("teamtailor json", "teamtailor", teamtailor_json),
    ("teamtailor rss", "teamtailor", teamtailor_rss),
];

fn text(lists: &Lists<'_>) -> String {
    let mut text = format!("{TITLE}\n\nCompany: {EMPLOYER}\n\n{INTRODUCTION}\n");
    for (heading, items) in lists {
        text += &format!("\n{heading}\n- {}\n", items.join("\n- "));
    }
    text
}

fn markdown(lists: &Lists<'_>) -> String {
    let mut text = format!("# {TITLE}\n\nCompany: {EMPLOYER}\n\n{INTRODUCTION}\n");
    for (heading, items) in lists {
        text += &format!("\n## {heading}\n\n* {}\n", items.join("\n* "));
    }
    text
}

/// The texts of a posting as editors in browsers write them.
fn body(lists: &Lists<'_>) -> String {
    let parts = lists.iter().map(|(heading, items)| {
        let items = list(items);
        format!("<p><strong>{heading}</strong></p><ul>{items}</ul>")
    });
    format!("<p>{INTRODUCTION}</p>{}", parts.collect::<String>())
}

fn list(items: &[&str]) -> String {
    let items = items.iter().map(|item| format!("<li>{item}</li>"));
    items.collect()
}

fn escaped(markup: &str) -> String {
    let signs = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")];
    signs
        .iter()
        .fold(markup.to_owned(), |text, (sign, escape)| {
            text.replace(sign, escape)
        })
}

fn page(lists: &Lists<'_>) -> String {
    let parts = lists.iter().map(|(heading, items)| {
        let items = list(items);
        format!("<h2>{heading}</h2><ul>{items}</ul>")
    });
    let parts: String = parts.collect();
    format!(
        "<!doctype html><title>{TITLE}</title><main><h1>{TITLE}</h1>\
         <p>Company: {EMPLOYER}</p><p>{INTRODUCTION}</p>{parts}</main>"
    )
}

fn json_ld(lists: &Lists<'_>) -> String {
    let posting = json!({
        "@context": "https://schema.org/", "@type": "JobPosting", "title": TITLE,
        "hiringOrganization": { "@type": "Organization", "name": EMPLOYER },
        "description": body(lists),
    });
    posting.to_string()
}

fn microdata(lists: &Lists<'_>) -> String {
    let body = body(lists);
    format!(
        "<!doctype html><div itemscope itemtype=\"https://schema.org/JobPosting\">\
         <h1 itemprop=\"title\">{TITLE}</h1><div itemprop=\"hiringOrganization\" itemscope \
         itemtype=\"https://schema.org/Organization\"><span itemprop=\"name\">{EMPLOYER}</span>\
         </div><div itemprop=\"description\">{body}</div></div>"
    )
}

fn rdfa(lists: &Lists<'_>) -> String {
    let body = body(lists);
    format!(
        "<!doctype html><div vocab=\"https://schema.org/\" typeof=\"JobPosting\">\
         <h1 property=\"title\">{TITLE}</h1><p property=\"hiringOrganization\" \
         typeof=\"Organization\"><span property=\"name\">{EMPLOYER}</span></p>\
         <div property=\"description\">{body}</div></div>"
    )
}

fn greenhouse(lists: &Lists<'_>) -> String {
    let job = json!({
        "id": 71, "title": TITLE, "company_name": EMPLOYER, "content": escaped(&body(lists)),
        "absolute_url": "https://boards.greenhouse.io/gardens/jobs/71",
        "location": { "name": "York" },
    });
    json!({ "jobs": [job] }).to_string()
}

fn lever(lists: &Lists<'_>) -> String {
    let parts = lists
        .iter()
        .map(|(heading, items)| json!({ "text": heading, "content": list(items) }));
    let posting = json!({
        "id": "a-1", "text": TITLE, "hostedUrl": "https://jobs.lever.co/example-gardens/a-1",
        "categories": { "location": "York" },
        "description": format!("<div>{INTRODUCTION}</div>"),
        "lists": parts.collect::<Vec<Value>>(),
    });
    json!([posting]).to_string()
}

fn ashby(lists: &Lists<'_>) -> String {
    let job = json!({
        "id": "x2", "title": TITLE, "isListed": true, "location": "York",
        "jobUrl": "https://jobs.ashbyhq.com/example-gardens/x2", "descriptionHtml": body(lists),
    });
    json!({ "jobs": [job] }).to_string()
}

/// The system's sections have titles, which employers change.
fn smart_recruiters(lists: &Lists<'_>) -> String {
    let names = ["jobDescription", "qualifications", "additionalInformation"];
    let mut sections = json!({
        "companyDescription": { "title": "Company Description", "text": INTRODUCTION },
    });
    for (name, (heading, items)) in names.iter().zip(lists) {
        let text = format!("<ul>{}</ul>", list(items));
        sections[name] = json!({ "title": heading, "text": text });
    }
    let posting = json!({
        "id": "744", "name": TITLE, "company": { "name": EMPLOYER }, "refNumber": "R1",
        "releasedDate": "2026-01-05T09:00:00.000Z", "jobAd": { "sections": sections },
    });
    posting.to_string()
}

fn workable(lists: &Lists<'_>) -> String {
    let job = json!({
        "title": TITLE, "shortcode": "AB12", "published_on": "2026-01-05",
        "application_url": "https://apply.workable.com/j/AB12/apply", "telecommuting": false,
        "locations": [{ "city": "York", "countryCode": "GB" }], "description": body(lists),
    });
    json!({ "name": EMPLOYER, "description": null, "jobs": [job] }).to_string()
}

fn recruitee(lists: &Lists<'_>) -> String {
    let (tasks, asked) = lists.split_at(1);
    let asked = body(asked).replace(&format!("<p>{INTRODUCTION}</p>"), "");
    let offer = json!({
        "id": 5, "title": TITLE, "company_name": EMPLOYER, "city": "York",
        "careers_url": "https://gardens.recruitee.com/o/gardener",
        "description": body(tasks), "requirements": asked,
    });
    json!({ "offers": [offer] }).to_string()
}

fn personio(lists: &Lists<'_>) -> String {
    let parts = lists.iter().map(|(heading, items)| {
        let (name, items) = (escaped(heading), list(items));
        format!(
            "<jobDescription><name>{name}</name><value><![CDATA[<ul>{items}</ul>]]></value>\
             </jobDescription>"
        )
    });
    let parts: String = parts.collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workzag-jobs><position><id>3</id>\
         <subcompany>{EMPLOYER}</subcompany><office>York</office><name>{TITLE}</name>\
         <jobDescriptions>{parts}</jobDescriptions></position></workzag-jobs>"
    )
}

fn teamtailor_json(lists: &Lists<'_>) -> String {
    let item = json!({
        "id": "u1", "title": TITLE, "url": "https://gardens.teamtailor.com/jobs/1",
        "date_published": "2026-01-05T08:00:00+01:00", "content_html": body(lists),
    });
    let version = "https://jsonfeed.org/version/1.1";
    json!({ "version": version, "title": EMPLOYER, "items": [item] }).to_string()
}

fn teamtailor_rss(lists: &Lists<'_>) -> String {
    let description = escaped(&body(lists));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" \
         xmlns:tt=\"https://teamtailor.com/locations\"><channel><title>{EMPLOYER}</title>\
         <item><title>{TITLE}</title><pubDate>Mon, 05 Jan 2026 09:30:04 +0100</pubDate>\
         <link>https://gardens.teamtailor.com/jobs/1</link>\
         <description>{description}</description></item></channel></rss>"
    )
}

#[test]
fn what_an_account_says_of_itself_stands_in_each_of_its_postings() {
    let export = r#"{"name": "Roses", "description": "<p>We grow roses.</p>", "jobs": [
        {"title": "Gardener", "shortcode": "A1", "description": "<p>You prune.</p>"},
        {"title": "Cook", "shortcode": "A2", "description": "<p>You bake.</p>"}]}"#;
    let import = posting_import::import(export.as_bytes(), &Default::default()).unwrap();
    assert_eq!(import.postings.len(), 2);
    for posting in &import.postings {
        assert!(posting.json.contains("We grow roses."), "{}", posting.json);
    }
    let alone = r#"{"title": "Gardener", "shortcode": "A1", "description": "<p>You prune.</p>"}"#;
    let import = posting_import::import(alone.as_bytes(), &Default::default()).unwrap();
    let json = &import.postings[0].json;
    assert_eq!(json.matches("You prune.").count(), 1, "{json}");
}
