//! Writing JSON: the report's few shapes, whose numbers are whole. A general serialiser would bring those that are not to the page.

use crate::json::push_quoted;

/// What can be written as JSON.
pub trait Json {
    /// Writes it at the end of `to`.
    fn write(&self, to: &mut Writer);
}

/// JSON text being written.
pub struct Writer {
    text: String,
    /// Two spaces a level, or all on one line.
    indented: bool,
    depth: usize,
    /// Nothing is written yet in the object or the array at hand.
    first: bool,
}

/// On one line.
pub fn compact(value: &dyn Json) -> String {
    text(value, false)
}

/// One member or element a line.
pub fn pretty(value: &dyn Json) -> String {
    text(value, true)
}

fn text(value: &dyn Json, indented: bool) -> String {
    let mut to = Writer {
        text: String::new(),
        indented,
        depth: 0,
        first: true,
    };
    value.write(&mut to);
    to.text
}

impl Writer {
    /// An object of these members.
    pub fn object(&mut self, members: &[(&str, &dyn Json)]) {
        self.open('{');
        for (key, value) in members {
            self.next();
            push_quoted(&mut self.text, key);
            self.text.push_str(if self.indented { ": " } else { ":" });
            value.write(self);
        }
        self.close('}');
    }

    fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth += 1;
        self.first = true;
    }

    fn next(&mut self) {
        if !std::mem::take(&mut self.first) {
            self.text.push(',');
        }
        self.new_line();
    }

    fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if !std::mem::take(&mut self.first) {
            self.new_line();
        }
        self.text.push(bracket);
    }

    fn new_line(&mut self) {
        if self.indented {
            self.text.push('\n');
            for _ in 0..self.depth {
                self.text.push_str("  ");
            }
        }
    }

    fn word(&mut self, word: &str) {
        self.text.push_str(word);
    }
}

impl Json for str {
    fn write(&self, to: &mut Writer) {
        push_quoted(&mut to.text, self);
    }
}

impl Json for &str {
    fn write(&self, to: &mut Writer) {
        (**self).write(to);
    }
}

impl Json for String {
    fn write(&self, to: &mut Writer) {
        self.as_str().write(to);
    }
}

impl Json for bool {
    fn write(&self, to: &mut Writer) {
        to.word(if *self { "true" } else { "false" });
    }
}

/// A structure written as an object of its fields, in their order, each under its key: `form! { pub Name { "key" field: Type, } }`.
#[macro_export]
macro_rules! form {
    ($(#[$about:meta])* $vis:vis $name:ident { $($key:literal $field:ident: $type:ty,)* }) => {
        $(#[$about])*
        #[allow(missing_docs)]
        $vis struct $name { $($vis $field: $type,)* }

        impl $crate::render::json::Json for $name {
            fn write(&self, to: &mut $crate::render::json::Writer) {
                to.object(&[$(($key, &self.$field)),*]);
            }
        }
    };
}

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl Json for $number {
            fn write(&self, to: &mut Writer) {
                to.word(&self.to_string());
            }
        }
    )*};
}

numbers! { u8 u32 u64 usize i64 }

impl<T: Json> Json for Option<T> {
    fn write(&self, to: &mut Writer) {
        match self {
            Some(value) => value.write(to),
            None => to.word("null"),
        }
    }
}

impl<T: Json> Json for Vec<T> {
    fn write(&self, to: &mut Writer) {
        to.open('[');
        for value in self {
            to.next();
            value.write(to);
        }
        to.close(']');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    crate::form! {
        Pair {
            "a\"" list: Vec<u32>,
            "b" holds: Option<bool>,
        }
    }

    fn pair(list: &[u32], holds: Option<bool>) -> Pair {
        Pair {
            list: list.to_vec(),
            holds,
        }
    }

    #[track_caller]
    fn check(value: &dyn Json, on_one_line: &str, indented: &str) {
        assert_eq!(compact(value), on_one_line);
        assert_eq!(pretty(value), indented);
    }

    #[test]
    fn members_and_elements_are_set_apart() {
        check(
            &pair(&[1, 20], Some(true)),
            r#"{"a\"":[1,20],"b":true}"#,
            "{\n  \"a\\\"\": [\n    1,\n    20\n  ],\n  \"b\": true\n}",
        );
    }
    #[test]
    fn what_is_empty_stays_on_one_line() {
        check(
            &pair(&[], None),
            r#"{"a\"":[],"b":null}"#,
            "{\n  \"a\\\"\": [],\n  \"b\": null\n}",
        );
    }
    #[test]
    fn values_follow_one_another() {
        check(
            &vec![pair(&[], None), pair(&[], None)],
            r#"[{"a\"":[],"b":null},{"a\"":[],"b":null}]"#,
            "[\n  {\n    \"a\\\"\": [],\n    \"b\": null\n  },\n  {\n    \"a\\\"\": [],\n    \"b\": null\n  }\n]",
        );
    }
}
