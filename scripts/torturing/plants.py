"""Planted bugs: lockers and guardians that do what a broken etcdpat would do. The checker has to find each of them."""

KINDS = {
    "etcdctl": "`etcdctl lock` in the role of etcdpat: its command runs on when the lease is lost",
    "no-queue": "a home-made lock that takes a place in the queue and never waits for those before it",
    "deaf-stderr": "keeper and guardian stand still, untold, while nobody reads standard error",
    "deaf-guardian": "a guardian that doesn't watch the clock: stopped together with its keeper, untold",
}

# The key is created as a contender's is, bound to a lease that is kept alive; nobody looks who else is in the queue.
NO_QUEUE = """
ctl=$1 ttl=$2 name=$3; shift 3
lease=$("$ctl" lease grant "$ttl" | cut -d' ' -f2) || exit 125
"$ctl" put --lease="$lease" "$name/$lease" broken >/dev/null || exit 125
"$ctl" lease keep-alive "$lease" >/dev/null & keeper=$!
export ETCD_LOCK_KEY=$name/$lease
"$@"; code=$?
kill $keeper; "$ctl" lease revoke "$lease" >/dev/null
exit $code
"""


def no_queue(binary):
    def program(run, endpoints):
        argv = ["sh", "-c", NO_QUEUE, "no-queue", binary, str(run.ttl), run.names[0], *run.section()]
        return argv, {"ETCDCTL_ENDPOINTS": endpoints}

    return program
