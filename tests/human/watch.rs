//! Watches.

use snapbox::str;

use super::is;
use crate::support::history::compact;
use crate::support::{Etcd, Transcript};

#[test]
fn a_watch_shows_changes_states_and_what_is_missing() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    for line in ["put /config/a 1", "put /config/a 2", "put /config/b two words", "del /config/a"] {
        etcd.ctl(&line.splitn(3, ' ').collect::<Vec<_>>());
    }
    let mut told = Transcript::new(&etcd);
    told.run("watch --prefix /config/ --rev 1 --count 4");
    told.run("watch --prefix /config/ --rev 1 --count 4 --prev-kv");
    told.run("watch --prefix /config/ --initial --count 1");
    told.run("watch --prefix /config/ --rev 1 --count 1 -- sh -c 'echo $ETCDPAT_EVENT $ETCDPAT_KEY'");
    told.run("watch --prefix /config/ --rev 1 -- sh -c 'exit 3'");
    told.run("watch --prefix /config/ --rev 1 --count 4 --on-error continue -- sh -c 'exit 3'");
    etcd.ctl("put /config/a 3");
    compact(&etcd, 5);
    told.run("watch --prefix /config/ --rev 1 --count 2");
    is(
        told,
        str![[r#"
$ etcdpat watch --prefix /config/ --rev 1 --count 4
put /config/a = 1  (rev 2)
put /config/a = 2  (rev 3)
put /config/b = two words  (rev 4)
delete /config/a  (rev 5)

$ etcdpat watch --prefix /config/ --rev 1 --count 4 --prev-kv
put /config/a = 1  (rev 2)
put /config/a = 2  (rev 3, was 1)
put /config/b = two words  (rev 4)
delete /config/a  (rev 5, was 2)

$ etcdpat watch --prefix /config/ --initial --count 1
put /config/b = two words  (rev 4, initial)

$ etcdpat watch --prefix /config/ --rev 1 --count 1 -- sh -c 'echo $ETCDPAT_EVENT $ETCDPAT_KEY'
put /config/a

$ etcdpat watch --prefix /config/ --rev 1 -- sh -c 'exit 3'
2> etcdpat: the handler of /config/a at revision 2 failed with 3
exit code 3

$ etcdpat watch --prefix /config/ --rev 1 --count 4 --on-error continue -- sh -c 'exit 3'
2> etcdpat: the handler of /config/a at revision 2 failed with 3
2> etcdpat: the handler of /config/a at revision 3 failed with 3
2> etcdpat: the handler of /config/b at revision 4 failed with 3
2> etcdpat: the handler of /config/a at revision 5 failed with 3
2> etcdpat: 4 of 4 handlers failed

$ etcdpat watch --prefix /config/ --rev 1 --count 2
put /config/a = 3  (rev 6, resync)
put /config/b = two words  (rev 4, resync)
2> etcdpat: history up to revision 5 is gone; the state at revision 6 follows instead

"#]],
    );
}
