//! Whether each row of a bound object is there, and filled, as its profile asks (REGLES section 1).

use super::bind::{Binding, HEADER, Object, ObjectId, Truths};
use super::formats::{article, to_write, unquoted};
use super::source::insertion;
use crate::catalog::Code::{F016, S001, S003};
use crate::diag::Severity::{self, Avertissement, Erreur};
use crate::diag::{Detail, Diagnostic, Fix, Safety};
use crate::json::{Kind, NodeId};
use crate::profile::{Class, Format, Need, Presence, Row};

impl Binding<'_> {
    /// Every row of every object of the demande, but for what a relation silenced.
    pub(super) fn check_demande(&mut self, over_200: bool, answer: bool) {
        let mut before = None;
        for id in (1..self.objects.len()).map(ObjectId) {
            if !self.objects[id.0].silent {
                let truths = self.truths_after(before, id);
                before = Some((id, truths));
                self.check_object(id, truths, over_200, answer);
            }
        }
    }

    /// Every row of the header.
    pub(super) fn check_header(&mut self) {
        self.check_object(HEADER, self.truths(HEADER), false, false);
    }

    fn check_object(&mut self, id: ObjectId, truths: Truths, over_200: bool, answer: bool) {
        let Object {
            node,
            rows,
            via,
            soft,
            muted,
            ..
        } = self.objects[id.0];
        let other_software = via.is_some_and(|via| matches!(via.format, Format::OtherSoftware(_)));
        let mut whole = None;
        for (at, row) in rows.iter().enumerate() {
            let skipped = muted & (1 << at) != 0
                || matches!(row.presence, Presence::ByRelation)
                // Filled in by the ASP on its answer.
                || answer && matches!(row.format, Format::Null);
            if skipped {
                continue;
            }
            match self.value(id, at) {
                // Where no document describes the block, `{}` passes for the other software.
                None if other_software && soft => {}
                None if !*whole.get_or_insert_with(|| self.source.is_whole(node)) => {}
                None => self.check_absent(id, at, truths),
                Some(value) if self.doubtful.contains(&value) => {}
                // An upper bound that S005 says already.
                Some(value)
                    if over_200
                        && matches!(row.format, Format::LineNumber)
                        && self.source.kind(value) == Kind::Number => {}
                Some(value) if other_software => self.check_other_software(id, row, value),
                Some(value) => self.check_present(id, (at, row), value, truths),
            }
        }
    }

    /// True when the row asks for a value, as far as the values around it can be read.
    pub(super) fn is_due(&self, id: ObjectId, row: usize) -> bool {
        match self.objects[id.0].rows[row].presence {
            Presence::Required => true,
            Presence::Cases(_) => {
                matches!(self.need(id, row, self.truths(id)), Need::Filled(_))
            }
            Presence::Optional | Presence::ByRelation => false,
        }
    }

    fn check_absent(&mut self, id: ObjectId, at: usize, truths: Truths) {
        let row = &self.objects[id.0].rows[at];
        let (missing, null) = match row.presence {
            Presence::Required => (true, matches!(row.format, Format::Null)),
            Presence::Optional | Presence::ByRelation => (false, false),
            Presence::Cases(_) => match self.need(id, at, truths) {
                Need::Filled(_) => (true, false),
                Need::Null(_) => (true, true),
                Need::NullOrAbsent(_) | Need::Off(_) | Need::Free => (false, false),
            },
        };
        if missing {
            let finding = self.missing(id, row, null);
            self.findings.push(finding);
        }
    }

    /// `S001`: the key of `row` is missing in `id`; with `null`, its value can be written.
    #[cold]
    #[inline(never)]
    pub(super) fn missing(&self, id: ObjectId, row: &'static Row, null: bool) -> Diagnostic {
        let node = self.objects[id.0].node;
        let mut finding = self
            .finding(S001, Erreur, id, Some(row), self.source.brace(node))
            .at(node);
        if null && self.source.has_brace(node) {
            let edits = vec![insertion(
                self.source,
                node,
                &format!("\"{}\": null", row.key),
            )];
            let title = format!("Ajouter `\"{}\": null`", row.key);
            finding.fix = Some(Box::new(Fix {
                title,
                safety: Safety::Sure,
                edits,
                rename: None,
            }));
            finding
        } else if row.example.is_empty() {
            finding.to_write(format!("Ajouter `{}`", row.key))
        } else {
            finding.to_write(format!(
                "Ajouter `{}`, par exemple `\"{}\": {}`",
                row.key, row.key, row.example
            ))
        }
    }

    #[inline]
    fn check_present(
        &mut self,
        id: ObjectId,
        (at, row): (usize, &'static Row),
        value: NodeId,
        truths: Truths,
    ) {
        let null = self.source.kind(value) == Kind::Null;
        match row.presence {
            Presence::Required if null => match row.format {
                Format::Null => {}
                Format::Text {
                    class: Class::Loose,
                    ..
                } => self.refuse_null(id, row, value, S003, Avertissement),
                _ => self.refuse_null(id, row, value, S003, Erreur),
            },
            Presence::Required => self.check_value(id, row, value, false),
            Presence::Optional if null => {}
            Presence::Optional => self.check_value(id, row, value, true),
            Presence::ByRelation => {}
            Presence::Cases(_) => match self.need(id, at, truths) {
                Need::Filled(code) if null => self.refuse_null(id, row, value, code, Erreur),
                Need::Filled(_) => self.check_value(id, row, value, false),
                Need::Null(_) | Need::NullOrAbsent(_) | Need::Off(_) | Need::Free if null => {}
                Need::Null(code) | Need::NullOrAbsent(code) => {
                    self.refuse_value(id, row, value, code)
                }
                Need::Off(code) => self.refuse_true(id, row, value, code),
                Need::Free => self.check_value(id, row, value, true),
            },
        }
    }

    #[cold]
    #[inline(never)]
    fn refuse_null(
        &mut self,
        id: ObjectId,
        row: &'static Row,
        value: NodeId,
        code: crate::catalog::Code,
        severity: Severity,
    ) {
        let span = self.source.span(value);
        let finding = self
            .finding(code, severity, id, Some(row), span)
            .at(value)
            .detail(Detail::Word("null"));
        self.findings.push(match row.format {
            Format::Array { .. } if !row.example.is_empty() => {
                finding.to_write(format!("Écrire la valeur, par exemple `{}`", row.example))
            }
            _ => to_write(finding, row),
        });
    }

    /// A value where a condition asks for null (REGLES section 7).
    #[cold]
    #[inline(never)]
    fn refuse_value(
        &mut self,
        id: ObjectId,
        row: &'static Row,
        value: NodeId,
        code: crate::catalog::Code,
    ) {
        let boolean = matches!(row.format, Format::Boolean);
        let own_type = match self.source.kind(value) {
            Kind::Broken => return,
            Kind::True | Kind::False => boolean,
            Kind::String => {
                let text = self.source.text(value);
                if text == "null" {
                    return self.wrong_type(id, row, value, true, Erreur);
                }
                if !boolean && text.trim().is_empty() {
                    return self.empty(id, row, value, true);
                }
                !boolean
            }
            _ => false,
        };
        if !own_type {
            return self.refuse_type(id, row, value, "null");
        }
        let severity = crate::catalog::usual_severity(code);
        let span = self.source.span(value);
        let finding = self
            .finding(code, severity, id, Some(row), span)
            .at(value)
            .fix(
                Safety::AConfirmer,
                "Écrire `null`".to_owned(),
                span,
                "null".to_owned(),
            );
        self.findings.push(finding);
    }

    /// A flag that must stay absent, null or false.
    #[cold]
    #[inline(never)]
    fn refuse_true(
        &mut self,
        id: ObjectId,
        row: &'static Row,
        value: NodeId,
        code: crate::catalog::Code,
    ) {
        match self.source.kind(value) {
            Kind::False | Kind::Broken => {}
            Kind::True => {
                let span = self.source.span(value);
                let finding = self
                    .finding(code, Erreur, id, Some(row), span)
                    .at(value)
                    .fix(
                        Safety::AConfirmer,
                        "Écrire `false`".to_owned(),
                        span,
                        "false".to_owned(),
                    );
                self.findings.push(finding);
            }
            Kind::String if self.source.is(value, "null") || self.source.is(value, "false") => {
                self.wrong_type(id, row, value, true, Erreur)
            }
            _ => self.refuse_type(id, row, value, "false"),
        }
    }

    /// `S003` where a condition asks for null, or for nothing but `false`: a value of the row's own type would be refused again.
    pub(super) fn refuse_type(
        &mut self,
        id: ObjectId,
        row: &'static Row,
        value: NodeId,
        instead: &'static str,
    ) {
        let span = self.source.span(value);
        let finding = self
            .finding(S003, Erreur, id, Some(row), span)
            .at(value)
            .detail(Detail::Type(article(self.source.kind(value)), instead))
            .fix(
                Safety::AConfirmer,
                format!("Écrire `{instead}`"),
                span,
                instead.to_owned(),
            );
        self.findings.push(finding);
    }

    /// A key of another software's block: false or null (REGLES sections 1.6 and 7).
    fn check_other_software(&mut self, id: ObjectId, row: &'static Row, value: NodeId) {
        let span = self.source.span(value);
        let kind = self.source.kind(value);
        let quoted = kind == Kind::String
            && (self.source.is(value, "null") || self.source.is(value, "false"));
        match kind {
            Kind::Null | Kind::False | Kind::Broken => {}
            _ if quoted => {
                let word = self.source.text(value).into_owned();
                let finding = self.finding(S003, Erreur, id, Some(row), span).at(value);
                self.findings.push(unquoted(finding, word));
            }
            _ => {
                let off = if matches!(row.format, Format::Boolean) {
                    "false"
                } else {
                    "null"
                };
                let finding = self
                    .finding(crate::catalog::Code::C017, Erreur, id, Some(row), span)
                    .at(value)
                    .fix(
                        Safety::AConfirmer,
                        format!("Écrire `{off}`"),
                        span,
                        off.to_owned(),
                    );
                self.findings.push(finding);
            }
        }
    }

    /// `F016`: nothing is written between the quotes; a warning where null would do.
    #[cold]
    #[inline(never)]
    pub(super) fn empty(&mut self, id: ObjectId, row: &'static Row, value: NodeId, nullable: bool) {
        let loose = matches!(
            row.format,
            Format::Text {
                class: Class::Loose,
                ..
            }
        );
        let severity = if nullable || loose {
            Avertissement
        } else {
            Erreur
        };
        let word = match self.source.text(value).as_ref() {
            "" => "vide",
            "null" => "null",
            _ => "blanc",
        };
        let span = self.source.span(value);
        let finding = self
            .finding(F016, severity, id, Some(row), span)
            .at(value)
            .detail(Detail::Word(word));
        let finding = if nullable {
            finding.fix(
                Safety::Sure,
                "Écrire `null`".to_owned(),
                span,
                "null".to_owned(),
            )
        } else {
            to_write(finding, row)
        };
        self.findings.push(finding);
    }
}
