//! Lease ids as they are written on a command line.

use crate::event::LeaseId;

/// A lease's id, not 0.
pub fn lease_id(text: &str) -> Result<LeaseId, String> {
    let id: LeaseId = text.parse().map_err(|error| format!("{error}"))?;
    if id == LeaseId(0) { Err("0 stands for no lease".to_owned()) } else { Ok(id) }
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
