//! What an import changes of a state: compared here, before etcd is asked for anything.

use std::collections::{BTreeMap, BTreeSet};

use super::{Error, Path};

/// Flags are never pruned.
const FEATURES: &str = "features/";

/// What is to be there.
#[derive(Clone, Debug)]
pub struct Import {
    /// Values as they are stored, by their paths.
    pub wanted: BTreeMap<Path, Vec<u8>>,
    /// Which other values are deleted.
    pub prune: Prune,
}

/// Which values are deleted that are not wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prune {
    /// None.
    Nothing,
    /// All but flags.
    AllButFlags,
    /// All.
    All,
}

/// What an import changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The values that are put: path, what it was, what it is to be.
    pub puts: Vec<(Path, Option<Vec<u8>>, Vec<u8>)>,
    /// The values that are deleted: path, what it was.
    pub deletes: Vec<(Path, Vec<u8>)>,
    /// How many are as they are to be.
    pub unchanged: usize,
}

/// What an import changes of this state.
///
/// # Errors
/// [`Error::Folder`], [`Error::IsFolder`]: a value and a folder would have one name.
pub fn plan(current: &BTreeMap<Path, Vec<u8>>, import: &Import) -> Result<Plan, Error> {
    let mut plan = Plan::default();
    for (path, value) in &import.wanted {
        match current.get(path) {
            Some(there) if there == value => plan.unchanged += 1,
            there => plan.puts.push((path.clone(), there.cloned(), value.clone())),
        }
    }
    let goes = |path: &Path| match import.prune {
        Prune::Nothing => false,
        Prune::AllButFlags => !path.as_str().starts_with(FEATURES),
        Prune::All => true,
    };
    let gone = current.iter().filter(|(path, _)| !import.wanted.contains_key(*path) && goes(path));
    plan.deletes = gone.map(|(path, value)| (path.clone(), value.clone())).collect();
    // What was kept is restored, whatever it was.
    if import.prune == Prune::All {
        return Ok(plan);
    }
    let gone: BTreeSet<_> = plan.deletes.iter().map(|(path, _)| path).collect();
    let (is_wanted, stays) = (
        |path: &Path| import.wanted.contains_key(path),
        |path: &Path| current.contains_key(path) && !gone.contains(path),
    );
    // What others have made of names that it does not touch is not its matter.
    let mut wanted =
        import.wanted.keys().map(|below| (below, below.parents().find(|value| is_wanted(value) || stays(value))));
    if let Some((below, value)) = wanted.find_map(|(below, value)| Some((below, value?))) {
        return Err(Error::Folder { value: value.to_string(), below: below.to_string() });
    }
    let mut there = current.keys().filter(|path| stays(path) && !is_wanted(path));
    match there.find_map(|below| Some((below, below.parents().find(is_wanted)?))) {
        Some((below, folder)) => Err(Error::IsFolder { folder, below: below.clone() }),
        None => Ok(plan),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn state(values: &[(&str, &str)]) -> BTreeMap<Path, Vec<u8>> {
        values.iter().map(|(path, value)| (path.parse().expect("a path"), value.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_plan_says_what_changes() {
        let current = state(&[("a", "1"), ("b/c", "2"), ("features/x", "true")]);
        let planned = |wanted: &[(&str, &str)], prune| plan(&current, &Import { wanted: state(wanted), prune });
        let changes = planned(&[("a", "1"), ("b/d", "3")], Prune::AllButFlags).expect("a plan");
        assert_eq!((changes.puts.len(), changes.deletes.len(), changes.unchanged), (1, 1, 1));
        assert_eq!(planned(&[], Prune::All).expect("a plan").deletes.len(), 3);
        assert_eq!(planned(&[], Prune::Nothing).expect("a plan"), Plan::default());
        for (wanted, prune) in [(&[("a/b", "1")][..], Prune::Nothing), (&[("x", "1"), ("x/y", "2")], Prune::Nothing)] {
            assert!(matches!(planned(wanted, prune), Err(Error::Folder { .. })));
        }
        assert!(matches!(planned(&[("b", "1")], Prune::Nothing), Err(Error::IsFolder { .. })));
        assert!(planned(&[("b", "1")], Prune::Nothing).is_err() && planned(&[("b", "1")], Prune::AllButFlags).is_ok());
        for wanted in [&[("a/b", "1")][..], &[("x", "1"), ("x/y", "2")]] {
            assert!(planned(wanted, Prune::All).is_ok());
        }
        // What others have made of other names.
        let odd = state(&[("c", "1"), ("c/d", "2")]);
        let import = |wanted: &[(&str, &str)]| Import { wanted: state(wanted), prune: Prune::Nothing };
        assert!(plan(&odd, &import(&[("e", "1")])).is_ok() && plan(&odd, &import(&[("c", "2")])).is_err());
    }

    proptest! {
        /// With all pruned, what a plan makes of any state is what was wanted.
        #[test]
        fn a_plan_leads_to_what_is_wanted(
            now in prop::collection::btree_map("[ab](/[ab]){0,2}", "[0-9]", 0..6),
            then in prop::collection::btree_map("[ab](/[ab]){0,2}", "[0-9]", 0..6),
        ) {
            let state = |map: BTreeMap<String, String>| -> BTreeMap<Path, Vec<u8>> {
                map.into_iter().map(|(path, value)| (path.parse().expect("a path"), value.into_bytes())).collect()
            };
            let (now, then) = (state(now), state(then));
            if let Ok(plan) = plan(&now, &Import { wanted: then.clone(), prune: Prune::All }) {
                let mut after = now;
                plan.deletes.iter().for_each(|(path, _)| drop(after.remove(path)));
                after.extend(plan.puts.into_iter().map(|(path, _, value)| (path, value)));
                prop_assert_eq!(after, then);
            }
        }
    }
}
