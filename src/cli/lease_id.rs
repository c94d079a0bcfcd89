//! Lease ids as they are written on a command line.

use crate::event::LeaseId;

/// A lease's id: up to 16 hex digits, as etcdctl prints them, with or without `0x`.
pub fn lease_id(text: &str) -> Result<LeaseId, String> {
    let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")).unwrap_or(text);
    let hex = (1..=16).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let id = hex.then(|| i64::from_str_radix(digits, 16).ok()).flatten().filter(|id| *id > 0);
    let expected = || format!("{text:?} is not a lease id: expected 1 to 16 hex digits, from 1 to 7fffffffffffffff");
    id.map(LeaseId).ok_or_else(expected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ids_are_hex_with_or_without_0x() {
        assert_eq!(lease_id("0x694d81417acd4754"), lease_id("694D81417ACD4754"));
        assert_eq!(lease_id("000000000000000a"), Ok(LeaseId(10)));
        assert_eq!(lease_id("7fffffffffffffff"), Ok(LeaseId(i64::MAX)));
        for bad in ["", "0x", "0", "0000000000000000", "-1", "+1", "xyz", "8000000000000000", "00000000000000001", " 1"]
        {
            assert!(lease_id(bad).is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn what_is_printed_is_taken_and_nothing_panics(id in 1..=i64::MAX, text in ".*") {
            prop_assert_eq!(lease_id(&LeaseId(id).to_string()), Ok(LeaseId(id)));
            prop_assert_eq!(lease_id(&format!("{id:#x}")), Ok(LeaseId(id)));
            let _ = lease_id(&text);
        }
    }
}
