# The names of services are etcd's.
_etcdpat_services() {
    local -a names
    names=("${(@f)$(etcdpat --dial-timeout 1s --command-timeout 1s discover services --names 2> /dev/null)}")
    compadd -a names
}

