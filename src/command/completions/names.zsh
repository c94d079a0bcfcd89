# Names of locks, of services, of values, of flags, of snapshots and of nodes are etcd's.
_etcdpat_names() {
    local -a names
    names=("${(@f)$(etcdpat --dial-timeout 1s --command-timeout 1s "$@" 2> /dev/null)}")
    compadd -a names
}
_etcdpat_locks() { _etcdpat_names lock list --names }
_etcdpat_services() { _etcdpat_names discover services --names }
_etcdpat_values() { _etcdpat_names config list --names }
_etcdpat_flags() { _etcdpat_names config flag list --names }
_etcdpat_snapshots() { _etcdpat_names config snapshot list --names }
_etcdpat_ha() { _etcdpat_names ha list --names }
_etcdpat_ha_active_passive() { _etcdpat_names ha list --shape active-passive --names }
_etcdpat_ha_sharded() { _etcdpat_names ha list --shape sharded --names }
# After NAME, which is the first argument.
_etcdpat_ha_nodes() { [[ $words[2] == -* ]] || _etcdpat_names ha status --ids -- "${(Q)words[2]}" }

# Completes what clap's functions can't: nothing, where they can.
_etcdpat_elsewhere() {
    local at=${words[(i)--]} command
    # What stands behind -- is a command with its own words.
    if (( at < CURRENT )); then
        shift $at words
        (( CURRENT -= at ))
        _normal
        return 0
    fi
    # What stands behind lock and elect is a name, where it is no subcommand.
    local -A subcommands=(
        lock 'status list check break acquire renew release help'
        elect 'leader observe status resign transfer help'
    )
    for command in lock elect; do
        at=${words[(i)$command]}
        if (( at + 1 < CURRENT )) && [[ " $subcommands[$command] " != *" $words[at+1] "* ]]; then
            shift $(( at - 1 )) words
            (( CURRENT -= at - 1 ))
            _etcdpat-$command
            return 0
        fi
    done
    return 1
}
