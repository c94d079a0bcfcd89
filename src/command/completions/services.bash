# The names of services are etcd's. They are compared and quoted, never evaluated.
_etcdpat_or_services() {
    local cur=${COMP_WORDS[COMP_CWORD]} name
    if [[ $COMP_CWORD -eq 3 && ${COMP_WORDS[1]} == discover && $cur != -* &&
        ${COMP_WORDS[2]} =~ ^(find|watch|pick|deregister|register)$ ]]; then
        COMPREPLY=()
        while IFS= read -r name; do
            [[ $name != "$cur"* ]] || COMPREPLY+=("$(printf %q "$name")")
        done < <(etcdpat --dial-timeout 1s --command-timeout 1s discover services --names 2> /dev/null)
        return 0
    fi
    _etcdpat "$@"
}
complete -F _etcdpat_or_services -o nosort -o bashdefault -o default etcdpat
