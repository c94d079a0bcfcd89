# Names of services, of values, of flags and of snapshots are etcd's.
_etcdpat_names() {
    local -a names
    names=("${(@f)$(etcdpat --dial-timeout 1s --command-timeout 1s "$@" --names 2> /dev/null)}")
    compadd -a names
}
_etcdpat_services() { _etcdpat_names discover services }
_etcdpat_values() { _etcdpat_names config list }
_etcdpat_flags() { _etcdpat_names config flag list }
_etcdpat_snapshots() { _etcdpat_names config snapshot list }

