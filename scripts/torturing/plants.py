"""Planted bugs: lockers and guardians that do what a broken etcdpat would do. The checker has to find each of them."""

import nodes

KINDS = {
    "etcdctl": "`etcdctl lock` in the role of etcdpat: its command runs on when the lease is lost",
    "no-queue": "a home-made lock that takes a place in the queue and never waits for those before it",
    "no-owner": "a home-made `ha sharded` whose instances run the commands of all shards, whoever owns them",
    "both-roles": "a primary that starts its node's secondary as well",
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

# The same for all shards of a group, under one lease.
NO_OWNER = """
ctl=$1 ttl=$2 group=$3 shards=$4; shift 4
lease=$("$ctl" lease grant "$ttl" | cut -d' ' -f2) || exit 125
"$ctl" lease keep-alive "$lease" >/dev/null &
for shard in $(seq 0 $((shards - 1))); do
    export ETCDPAT_SHARD=$shard ETCDPAT_LOCK=$group/$shard ETCDPAT_KEY=$group/$shard/$lease
    { "$ctl" put --lease="$lease" "$ETCDPAT_KEY" broken >/dev/null && exec "$@"; } &
done
sleep 5
kill -9 $(jobs -p); "$ctl" lease revoke "$lease" >/dev/null
"""


def no_queue(binary):
    def program(run, endpoints):
        argv = ["sh", "-c", NO_QUEUE, "no-queue", binary, str(run.ttl), run.names[0], *run.section()]
        return argv, {"ETCDCTL_ENDPOINTS": endpoints}

    return program


def no_owner(binary):
    """Only the group's nodes: in the elections nobody stands."""

    def program(run, endpoints):
        if not run.shards:
            return ["sleep", "5"], {}
        argv = ["sh", "-c", NO_OWNER, "no-owner", binary, str(run.ttl), run.name, str(nodes.SHARDS)]
        return [*argv, *run.command("shard", run.lives)], {"ETCDCTL_ENDPOINTS": endpoints}

    return program
