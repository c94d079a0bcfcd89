//! A hash that is the same on every machine and in every version: what is chosen by it, stays chosen.

/// FNV-1a of `first`, a byte 255 (which UTF-8 does not have) and `second`, mixed by the last steps of `MurmurHash3`, so that
/// each bit counts. It is part of what a version promises: another function would choose anew.
pub(crate) fn of_two(first: &[u8], second: &[u8]) -> u64 {
    let bytes = first.iter().chain(&[0xff]).chain(second);
    let mut hash = of(bytes);
    for factor in [0xff51_afd7_ed55_8ccd, 0xc4ce_b9fe_1a85_ec53] {
        hash = (hash ^ (hash >> 33)).wrapping_mul(factor);
    }
    hash ^ (hash >> 33)
}

/// FNV-1a: to tell texts apart that nobody has made to look alike.
pub(crate) fn of<'a>(bytes: impl IntoIterator<Item = &'a u8>) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_every_version() {
        assert_eq!(of(b"".iter()), 0xcbf2_9ce4_8422_2325);
        assert_eq!(of(b"foobar".iter()), 0x8594_4171_f739_67e8);
        assert_ne!(of_two(b"a", b"bc"), of_two(b"ab", b"c"));
    }
}
