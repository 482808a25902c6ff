//! serde_json as an oracle of what is JSON.

use std::fmt;

use predepot::catalog::Code;
use predepot::json::parse;
use serde::de::{Deserialize, MapAccess, SeqAccess, Visitor};
use serde_json::de::Deserializer;

use super::json_support::{accepts, assert_fixes_hold, assert_well_formed, has, places};

/// Any JSON value, checked and dropped. Not `serde_json::Value`, which gives a meaning to the key
/// `$serde_json::private::Number`.
struct Any;

impl<'de> Deserialize<'de> for Any {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Any {
    type Value = Self;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }
    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(Self)
    }
    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(Self)
    }
    fn visit_i64<E>(self, _: i64) -> Result<Self, E> {
        Ok(Self)
    }
    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(Self)
    }
    fn visit_str<E>(self, _: &str) -> Result<Self, E> {
        Ok(Self)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self, A::Error> {
        while seq.next_element::<Self>()?.is_some() {}
        Ok(Self)
    }
    /// A number of arbitrary precision comes as a map too.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self, A::Error> {
        while map.next_entry::<Self, Self>()?.is_some() {}
        Ok(Self)
    }
}

fn serde_accepts(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut deserializer = Deserializer::from_slice(text);
    Any::deserialize(&mut deserializer)
        .and_then(|_| deserializer.end())
        .is_ok()
}

/// All that holds for any bytes.
pub fn check(bytes: &[u8]) {
    let parsed = parse(bytes);
    if !has(&parsed, Code::J013) {
        let found = places(bytes, &parsed);
        assert_eq!(
            accepts(&parsed),
            serde_accepts(bytes),
            "{found:?} {:?}",
            String::from_utf8_lossy(bytes)
        );
    }
    assert_well_formed(bytes, &parsed);
    assert_fixes_hold(bytes, &parsed);
}
