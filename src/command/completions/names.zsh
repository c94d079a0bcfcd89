# Names of services, of values, of flags, of snapshots and of nodes are etcd's.
_etcdpat_names() {
    local -a names
    names=("${(@f)$(etcdpat --dial-timeout 1s --command-timeout 1s "$@" 2> /dev/null)}")
    compadd -a names
}
_etcdpat_services() { _etcdpat_names discover services --names }
_etcdpat_values() { _etcdpat_names config list --names }
_etcdpat_flags() { _etcdpat_names config flag list --names }
_etcdpat_snapshots() { _etcdpat_names config snapshot list --names }
_etcdpat_ha() { _etcdpat_names ha list --names }
_etcdpat_ha_active_passive() { _etcdpat_names ha list --shape active-passive --names }
_etcdpat_ha_sharded() { _etcdpat_names ha list --shape sharded --names }
# After NAME, which is the first argument.
_etcdpat_ha_nodes() { [[ $words[2] == -* ]] || _etcdpat_names ha status --ids -- "${(Q)words[2]}" }

