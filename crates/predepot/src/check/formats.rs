//! The format of one value: type, then empty, length, characters, then list, case or form; the first error alone, warnings only on a value
//! without an error (REGLES sections 1 and 1.3).

use super::Day;
use super::amount;
use super::bind::{Binding, ObjectId};
use super::control::{Ground, control};
use super::forms::{
    date_error, has_country_code, is_finess, is_international, is_plausible_email, luhn, meant,
    siret_key, trim,
};
use super::operator;
use super::plain;
use crate::catalog::Code::{
    self, C018, F001, F002, F003, F004, F005, F006, F007, F008, F009, F010, F011, F012, F013, F014,
    F015, F017, S003,
};
use crate::diag::Severity::{self, Avertissement, Erreur};
use crate::diag::{Detail, Diagnostic, Safety};
use crate::json::{Kind, NodeId};
use crate::profile::{Class, Format, Length, Row};

pub(super) fn article(kind: Kind) -> &'static str {
    match kind {
        Kind::Null => "null",
        Kind::True | Kind::False => "un booléen",
        Kind::Number => "un nombre",
        Kind::String | Kind::Key => "une chaîne",
        Kind::Array => "un tableau",
        Kind::Object | Kind::Broken => "un objet",
    }
}

impl Binding<'_> {
    /// A value that is there and not null. `nullable`: null would do.
    pub(super) fn check_value(
        &mut self,
        id: ObjectId,
        row: &'static Row,
        value: NodeId,
        nullable: bool,
    ) {
        let kind = self.source.kind(value);
        match (row.format, kind) {
            (_, Kind::Broken) => {}
            (Format::Null, _) => self.not_null(id, row, value),
            (Format::Boolean, Kind::True | Kind::False) => {}
            (Format::Text { length, class }, Kind::String) => {
                self.check_text(id, row, value, nullable, length, class)
            }
            (Format::Choice(list), Kind::String) => {
                self.check_choice(id, row, value, nullable, list)
            }
            (Format::Choices(list), Kind::String) => self.check_choices(id, row, value, list),
            (Format::Choices(list), Kind::Array) => self.check_choice_list(id, row, value, list),
            (Format::Operator, Kind::String) => self.check_operator(id, row, value),
            (Format::LineNumber, Kind::Number) => self.check_line_number(id, row, value),
            (Format::Amount, Kind::Number) => self.check_amount(id, row, value),
            (Format::Object(_) | Format::OtherSoftware(_), Kind::Object) => {}
            (Format::Array { of, empty }, Kind::Array) => {
                self.check_array(id, row, value, of, empty)
            }
            (
                Format::Array {
                    of: of @ Format::Text { .. },
                    empty,
                },
                Kind::String,
            ) => self.lone_element(id, row, value, (of, empty)),
            _ => self.wrong_type(id, row, value, nullable, Erreur),
        }
    }

    /// `S003`, or `F016` for `"null"` where a text is required.
    #[cold]
    #[inline(never)]
    pub(super) fn wrong_type(
        &mut self,
        id: ObjectId,
        row: &'static Row,
        value: NodeId,
        nullable: bool,
        severity: Severity,
    ) {
        let span = self.source.span(value);
        let kind = self.source.kind(value);
        let mut finding = self
            .finding(S003, severity, id, Some(row), span)
            .at(value)
            .detail(match nullable {
                true => Detail::Type(article(kind), "ou null"),
                false => Detail::Word(article(kind)),
            });
        if kind == Kind::String {
            let text = self.source.text(value);
            let boolean =
                matches!(row.format, Format::Boolean) && matches!(text.as_ref(), "true" | "false");
            if boolean || nullable && text == "null" {
                finding = unquoted(finding, text.into_owned());
            } else if matches!(row.format, Format::Amount) {
                if let Some(amount) = amount::in_words(&text) {
                    finding = finding.fix(
                        Safety::AConfirmer,
                        format!("Écrire `{amount}`"),
                        span,
                        amount,
                    );
                }
            } else if matches!(row.format, Format::LineNumber)
                && text.parse::<u8>().is_ok_and(|n| (1..=200).contains(&n))
            {
                let number = text.trim_start_matches(['0', '+']).to_owned();
                finding = finding.fix(Safety::Sure, format!("Écrire `{number}`"), span, number);
            }
        } else if kind == Kind::Number && matches!(row.format, Format::Text { .. }) {
            let written = String::from_utf8_lossy(span.of(self.source.bytes)).into_owned();
            if self.would_pass(id, row, &written, &row.format) {
                finding = rewrite(finding, Safety::Sure, &written);
            }
        }
        self.findings.push(finding);
    }

    /// Whether a number, or a text without its list, would have no error as a text of this format: a fix must not add one.
    #[cold]
    #[inline(never)]
    fn would_pass(&self, id: ObjectId, row: &'static Row, text: &str, of: &Format) -> bool {
        let Format::Text {
            length: expected,
            class,
        } = *of
        else {
            return false;
        };
        let found = self.unicode.length(text);
        !matches!(class, Class::Email { .. } | Class::PieceName)
            && !text.trim().is_empty()
            && !text.contains(['e', 'E', '"'])
            && (class == Class::Loose || !text.contains(['.', '-']))
            && self
                .text_error(id, row, NodeId(0), (text, found), expected, class)
                .is_none()
    }

    #[cold]
    #[inline(never)]
    fn not_null(&mut self, id: ObjectId, row: &'static Row, value: NodeId) {
        let span = self.source.span(value);
        let hollow = self
            .source
            .string(value)
            .is_some_and(|text| text.trim().is_empty() || text == "null");
        let safety = if hollow {
            Safety::Sure
        } else {
            Safety::AConfirmer
        };
        let finding = self
            .finding(F011, Erreur, id, Some(row), span)
            .at(value)
            .fix(safety, "Écrire `null`".to_owned(), span, "null".to_owned());
        self.findings.push(finding);
    }

    /// A text in the place of a list of texts. « [1] ou liste des FINESS géographiques » is the damaged cell of MDV-LGC, where the same row only
    /// warns of an empty list.
    #[cold]
    #[inline(never)]
    fn lone_element(
        &mut self,
        id: ObjectId,
        row: &'static Row,
        value: NodeId,
        (of, empty): (&Format, Option<(Code, Severity)>),
    ) {
        let span = self.source.span(value);
        let text = self.source.text(value);
        let severity = empty.map_or(Erreur, |(_, severity)| severity);
        let finding = self
            .finding(S003, severity, id, Some(row), span)
            .at(value)
            .detail(Detail::Word("une chaîne"));
        self.findings.push(if self.would_pass(id, row, &text, of) {
            let list = format!("[{}]", quoted(&text));
            finding.fix(Safety::Sure, format!("Écrire `{list}`"), span, list)
        } else {
            finding
        });
    }

    #[inline(never)]
    fn check_array(
        &mut self,
        id: ObjectId,
        row: &'static Row,
        value: NodeId,
        of: &'static Format,
        empty: Option<(Code, Severity)>,
    ) {
        let tree = self.source.tree;
        let mut elements = tree.elements(value).peekable();
        if elements.peek().is_none()
            && let Some((code, severity)) = empty
            && self.source.is_whole(value)
        {
            let finding = self
                .finding(code, severity, id, Some(row), self.source.span(value))
                .at(value);
            self.findings.push(finding);
        }
        for element in elements {
            match (of, tree.kind(element)) {
                (Format::Object(_), Kind::Object) | (_, Kind::Broken) => {}
                (Format::Text { length, class }, Kind::String) => {
                    self.check_text(id, row, element, false, *length, *class)
                }
                (_, kind) => {
                    let span = self.source.span(element);
                    let mut finding = self
                        .finding(S003, Erreur, id, Some(row), span)
                        .at(element)
                        .detail(Detail::Word(article(kind)));
                    let text = String::from_utf8_lossy(span.of(self.source.bytes)).into_owned();
                    if kind == Kind::Number && self.would_pass(id, row, &text, of) {
                        finding = rewrite(finding, Safety::Sure, &text);
                    }
                    if matches!(of, Format::Text { .. }) {
                        finding.control = control(S003, Ground::Value);
                    }
                    self.findings.push(finding);
                }
            }
        }
    }

    fn check_text(
        &mut self,
        id: ObjectId,
        row: &'static Row,
        value: NodeId,
        nullable: bool,
        expected: Length,
        class: Class,
    ) {
        let source = self.source;
        if source
            .plain(value)
            .is_some_and(|text| plain::is_right(text, expected, class, self.today))
        {
            return;
        }
        let text = source.text(value);
        let trimmed = trim(&text);
        if trimmed.is_empty() {
            return self.empty(id, row, value, nullable);
        }
        if text == "null" {
            return if nullable {
                self.wrong_type(id, row, value, true, Erreur)
            } else {
                self.empty(id, row, value, false)
            };
        }
        let found = self.unicode.length(&text);
        match self.text_error(id, row, value, (&text, found), expected, class) {
            Some(finding) => self.findings.push(finding),
            None => self.text_warnings(id, row, value, (&text, trimmed, found), expected, class),
        }
    }

    /// The first error of a text that is not blank, and has `found` characters.
    fn text_error(
        &self,
        id: ObjectId,
        row: &'static Row,
        value: NodeId,
        (text, found): (&str, u32),
        expected: Length,
        class: Class,
    ) -> Option<Diagnostic> {
        let span = self.source.span(value);
        let error = |code| self.finding(code, Erreur, id, Some(row), span).at(value);
        match expected {
            Length::Exactly(n) if found != n => {
                let finding = error(F001).detail(Detail::Count { expected: n, found });
                let trimmed = text.trim();
                let trims = self.unicode.length(trimmed) == n
                    && self
                        .text_error(id, row, value, (trimmed, n), expected, class)
                        .is_none();
                return Some(if trims {
                    rewrite(finding, Safety::AConfirmer, trimmed)
                } else {
                    to_write(finding, row)
                });
            }
            Length::Below(n) if found > n => {
                return Some(to_write(
                    error(F002).detail(Detail::Count { expected: n, found }),
                    row,
                ));
            }
            _ => {}
        }
        let digits = || text.bytes().all(|b| b.is_ascii_digit());
        match class {
            Class::Siret | Class::Rpps if !digits() => Some(to_write(error(F004), row)),
            Class::Alphanumeric if !self.unicode.is_alphanumeric(text) => {
                Some(to_write(error(F005), row))
            }
            Class::Upper if !self.unicode.is_upper(text) => {
                let upper = (self.unicode.to_uppercase)(text.trim());
                let finding = error(F006);
                Some(match expected {
                    Length::Below(n) if self.unicode.length(&upper) >= n => to_write(finding, row),
                    _ => rewrite(finding, Safety::AConfirmer, &upper),
                })
            }
            Class::Date => {
                date_error(text).map(|word| to_write(error(F007).detail(Detail::Word(word)), row))
            }
            Class::Email { strict: true }
                if !(text.chars().skip(1).any(|c| c == '@') && text.contains('.')) =>
            {
                Some(to_write(error(F009), row))
            }
            Class::Phone { strict: true } if !has_country_code(text) => {
                Some(to_write(error(F010), row))
            }
            _ => None,
        }
    }

    #[inline(never)]
    fn text_warnings(
        &mut self,
        id: ObjectId,
        row: &'static Row,
        value: NodeId,
        (text, trimmed, found): (&str, &str, u32),
        expected: Length,
        class: Class,
    ) {
        let source = self.source;
        let span = source.span(value);
        let (today, unicode) = (self.today, self.unicode);
        let mut warn = |code: Code, change: &dyn Fn(Diagnostic) -> Diagnostic| {
            let finding = self
                .finding(code, Avertissement, id, Some(row), span)
                .at(value);
            self.findings.push(change(finding));
        };
        // A piece's name with a space is not of its form at all: the relation on names says it.
        if trimmed.len() != text.len()
            && class != Class::PieceName
            && !matches!(expected, Length::Exactly(_))
        {
            warn(F013, &|finding| rewrite(finding, Safety::Sure, trimmed));
        }
        if let Length::Below(n) = expected
            && found == n
        {
            warn(F002, &|finding| {
                to_write(finding.detail(Detail::Count { expected: n, found }), row)
            });
        }
        match class {
            Class::Finess if !is_finess(text) => warn(F004, &|finding| to_write(finding, row)),
            Class::AlphanumericLikely if !unicode.is_alphanumeric(text) => {
                warn(F005, &|finding| to_write(finding, row))
            }
            Class::Siret if !siret_key(text) => {
                warn(F015, &|finding| finding.detail(Detail::Word("SIRET")))
            }
            Class::Rpps if !luhn(text) => {
                warn(F015, &|finding| finding.detail(Detail::Word("RPPS")))
            }
            Class::Email { .. } if !is_plausible_email(trimmed) => {
                warn(F009, &|finding| to_write(finding, row))
            }
            Class::Phone { strict: true } if !is_international(trimmed) => {
                warn(F010, &|finding| to_write(finding, row))
            }
            Class::Phone { strict: false } if !text.bytes().any(|b| b.is_ascii_digit()) => {
                warn(F010, &|finding| to_write(finding, row));
            }
            Class::Date
                if today.is_some_and(|today| Day::read(text).is_some_and(|day| day > today)) =>
            {
                warn(C018, &|finding| finding);
            }
            _ => {}
        }
    }

    fn check_choice(
        &mut self,
        id: ObjectId,
        row: &'static Row,
        value: NodeId,
        nullable: bool,
        list: &'static [&'static str],
    ) {
        if list.iter().any(|choice| self.source.is(value, choice)) {
            return;
        }
        let text = self.source.text(value);
        if text.trim().is_empty() {
            return self.empty(id, row, value, nullable);
        }
        if text == "null" {
            return if nullable {
                self.wrong_type(id, row, value, true, Erreur)
            } else {
                self.empty(id, row, value, false)
            };
        }
        let finding = self
            .finding(F003, Erreur, id, Some(row), self.source.span(value))
            .at(value);
        self.findings.push(match meant(&text, list) {
            Some(choice) => rewrite(finding, Safety::AConfirmer, choice),
            None => to_write(finding, row),
        });
    }

    #[inline(never)]
    fn check_choices(
        &mut self,
        id: ObjectId,
        row: &'static Row,
        value: NodeId,
        list: &'static [&'static str],
    ) {
        let text = self.source.text(value);
        let several = text.contains([',', ';', '/'])
            && text
                .split([',', ';', '/'])
                .all(|part| list.contains(&part.trim()));
        if several {
            let finding = self
                .finding(F003, Avertissement, id, Some(row), self.source.span(value))
                .at(value);
            self.findings.push(to_write(finding, row));
        } else {
            self.check_choice(id, row, value, false, list);
        }
    }

    fn check_choice_list(
        &mut self,
        id: ObjectId,
        row: &'static Row,
        value: NodeId,
        list: &'static [&'static str],
    ) {
        let tree = self.source.tree;
        let all = tree.elements(value).all(|element| {
            self.source
                .string(element)
                .is_some_and(|text| list.contains(&text.as_ref()))
        });
        if all && tree.elements(value).next().is_some() {
            let finding = self
                .finding(F003, Avertissement, id, Some(row), self.source.span(value))
                .at(value);
            self.findings.push(to_write(finding, row));
        } else {
            self.wrong_type(id, row, value, false, Erreur);
        }
    }

    #[inline(never)]
    fn check_operator(&mut self, id: ObjectId, row: &'static Row, value: NodeId) {
        let text = self.source.text(value);
        let span = self.source.span(value);
        if text == "null" {
            return self.wrong_type(id, row, value, true, Erreur);
        }
        match operator::read(&text) {
            operator::Reading::Known if text.starts_with(' ') || text.ends_with(' ') => {
                let finding = self
                    .finding(F013, Avertissement, id, Some(row), span)
                    .at(value);
                self.findings
                    .push(rewrite(finding, Safety::Sure, text.trim_matches(' ')));
            }
            operator::Reading::Known => {}
            operator::Reading::Empty => {
                let finding = self
                    .finding(F012, Erreur, id, Some(row), span)
                    .at(value)
                    .detail(Detail::Texts(Vec::new()));
                let finding = finding.fix(
                    Safety::Sure,
                    "Écrire `null`".to_owned(),
                    span,
                    "null".to_owned(),
                );
                self.findings.push(finding);
            }
            operator::Reading::Meant(code) => {
                let finding = self
                    .finding(F012, Erreur, id, Some(row), span)
                    .at(value)
                    .detail(Detail::Texts(vec![operator::named(code)]));
                self.findings
                    .push(rewrite(finding, Safety::AConfirmer, &code.code()));
            }
            operator::Reading::Unknown(near) => {
                let near = near.into_iter().map(operator::named).collect();
                let finding = self
                    .finding(F012, Erreur, id, Some(row), span)
                    .at(value)
                    .detail(Detail::Texts(near));
                self.findings
                    .push(finding.to_write("Écrire un code de la liste, ou `null`".to_owned()));
            }
        }
    }

    #[inline(never)]
    fn check_line_number(&mut self, id: ObjectId, row: &'static Row, value: NodeId) {
        let written = self.source.number(value);
        let word = if !written.bytes().all(|b| b.is_ascii_digit()) {
            "entier"
        } else if !written.parse::<u64>().is_ok_and(|n| (1..=200).contains(&n)) {
            "bornes"
        } else {
            return;
        };
        let finding = self
            .finding(F014, Erreur, id, Some(row), self.source.span(value))
            .at(value)
            .detail(Detail::Word(word));
        let whole = written
            .strip_suffix(".0")
            .filter(|n| n.parse::<u8>().is_ok_and(|n| (1..=200).contains(&n)));
        self.findings.push(match whole {
            Some(whole) => {
                let span = finding.span;
                finding.fix(
                    Safety::Sure,
                    format!("Écrire `{whole}`"),
                    span,
                    whole.to_owned(),
                )
            }
            None => finding.to_write("Écrire le rang de la demande, de 1 à 200".to_owned()),
        });
    }

    #[inline(never)]
    fn check_amount(&mut self, id: ObjectId, row: &'static Row, value: NodeId) {
        let written = self.source.number(value);
        let (code, meant) = match amount::read(&written) {
            amount::Reading::Cents(cents) => return self.add_to_total(cents),
            amount::Reading::NotPositive => (F017, None),
            amount::Reading::OtherForm => (F008, amount::two_decimals(&written)),
        };
        let finding = self
            .finding(code, Erreur, id, Some(row), self.source.span(value))
            .at(value);
        let finding = match meant {
            Some(amount) => {
                if let amount::Reading::Cents(cents) = amount::read(&amount) {
                    self.add_to_total(cents);
                }
                let span = finding.span;
                finding.fix(Safety::Sure, format!("Écrire `{amount}`"), span, amount)
            }
            None => to_write(finding, row),
        };
        self.findings.push(finding);
    }

    fn add_to_total(&mut self, cents: u64) {
        self.total_cents = self.total_cents.saturating_add(cents);
    }
}

/// A word that is right but for its quotes.
pub(super) fn unquoted(finding: Diagnostic, word: String) -> Diagnostic {
    let span = finding.span;
    finding.detail(Detail::Text(word.clone())).fix(
        Safety::Sure,
        format!("Écrire `{word}`"),
        span,
        word,
    )
}

/// A correction that writes a text.
#[cold]
#[inline(never)]
pub(super) fn rewrite(finding: Diagnostic, safety: Safety, text: &str) -> Diagnostic {
    let span = finding.span;
    let text = quoted(text);
    finding.fix(safety, format!("Écrire `{text}`"), span, text)
}

/// A text as a JSON string.
#[cold]
#[inline(never)]
pub(super) fn quoted(text: &str) -> String {
    crate::json::quoted(text)
}

#[cold]
#[inline(never)]
pub(super) fn to_write(finding: Diagnostic, row: &Row) -> Diagnostic {
    let example = row.example.trim_start_matches('[').trim_end_matches(']');
    if example.is_empty() || example == "null" {
        finding.to_write("Écrire la valeur".to_owned())
    } else {
        finding.to_write(format!("Écrire la valeur, par exemple `{example}`"))
    }
}
