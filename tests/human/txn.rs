//! Transactions.

use snapbox::str;

use super::is;
use crate::support::{Etcd, Transcript};

#[test]
fn a_transaction_says_which_branch_was_taken_and_what_it_gave() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let mut told = Transcript::new(&etcd);
    told.run("txn --then 'put /counter 0' --then 'put /name etcd'");
    told.run("txn --if 'value(/counter) = 0' --then 'put /counter 1' --else 'get /counter'");
    told.run("txn --if 'value(/counter) = 0' --then 'put /counter 1' --else 'get /counter'");
    told.run("txn --then 'add /counter 5' --then 'get / --prefix' --then 'get /none' --then 'del /name'");
    told.run("txn --if 'version(/none) > 0'");
    told.run("txn --guard /deploy@7 --then 'put /release 2'");
    told.run("txn --then 'add /name x'");
    told.run("txn --if 'value(/counter) == 0' --then 'put /counter 1'");
    told.run("txn --then 'put /name etcd' --then 'add /name 1'");
    etcd.ctl("put /name etcd");
    told.run("txn --then 'add /name 1'");
    is(
        told,
        str![[r#"
$ etcdpat txn --then 'put /counter 0' --then 'put /name etcd'
then, at revision 2
 OP  KEY  VALUE
 put  /counter  (written)
 put  /name  (written)

$ etcdpat txn --if 'value(/counter) = 0' --then 'put /counter 1' --else 'get /counter'
then, at revision 3
 OP  KEY  VALUE
 put  /counter  (written)

$ etcdpat txn --if 'value(/counter) = 0' --then 'put /counter 1' --else 'get /counter'
else, at revision 3
 OP  KEY  VALUE  VERSION  CREATE  MOD  LEASE
 get  /counter  1  2  2  3
exit code 1

$ etcdpat txn --then 'add /counter 5' --then 'get / --prefix' --then 'get /none' --then 'del /name'
then, at revision 4
 OP  KEY  VALUE  VERSION  CREATE  MOD  LEASE
 add  /counter  6
 get  /counter  6  3  2  4
 get  /name  etcd  1  2  2
 get  /none  (no such key)
 del  /name  (1 deleted)

$ etcdpat txn --if 'version(/none) > 0'
else, at revision 4
exit code 1

$ etcdpat txn --guard /deploy@7 --then 'put /release 2'
refused: /deploy is not held with fence 7; nothing was applied
exit code 1

$ etcdpat txn --then 'add /name x'
2> error: --then `add /name x`: character 11: "x" is not a number
exit code 2

$ etcdpat txn --if 'value(/counter) == 0' --then 'put /counter 1'
2> error: --if `value(/counter) == 0`: character 17: unknown operator ==: it is =, !=, <, >, <= or >=
exit code 2

$ etcdpat txn --then 'put /name etcd' --then 'add /name 1'
2> error: key /name is written twice in the same branch
2>   Hint: etcd takes one write of each key in a transaction
exit code 2

$ etcdpat txn --then 'add /name 1'
2> error: the value of /name is not an integer: "etcd"
2>   Hint: nothing was changed
exit code 2

"#]],
    );
}
