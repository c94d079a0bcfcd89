//! Random choices that can be made again.

/// Numbers from a seed, which is printed where a test fails: `SEED=N` makes the same ones.
pub struct Random(u64);

impl Random {
    pub fn new() -> Self {
        let given = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok());
        let now = std::time::UNIX_EPOCH.elapsed().unwrap().as_nanos();
        let seed = given.unwrap_or_else(|| u64::try_from(now % 1_000_000_007).unwrap() + 1);
        println!("SEED={seed}");
        Self(seed)
    }

    /// The numbers of this seed.
    pub fn seeded(seed: u64) -> Self {
        Self(seed.max(1))
    }

    /// From 0 up to, not including, `end`: xorshift64 (Marsaglia, 2003).
    pub fn below(&mut self, end: usize) -> usize {
        for (left, shift) in [(true, 13), (false, 7), (true, 17)] {
            self.0 ^= if left { self.0 << shift } else { self.0 >> shift };
        }
        usize::try_from(self.0 % u64::try_from(end).unwrap()).unwrap()
    }
}
