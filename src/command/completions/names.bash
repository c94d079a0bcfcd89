# Names of services, of values, of flags and of snapshots are etcd's. They are compared and quoted, never evaluated.
_etcdpat_or_names() {
    local IFS=' ' cur=${COMP_WORDS[COMP_CWORD]} name
    local -a ask=()
    case "${COMP_WORDS[*]:1:COMP_CWORD-1}" in
        'discover find' | 'discover watch' | 'discover pick' | 'discover deregister' | 'discover register')
            ask=(discover services) ;;
        'config get' | 'config set' | 'config delete' | 'config history' | 'config list' | 'config watch' | 'config edit')
            ask=(config list) ;;
        'config flag enable' | 'config flag disable' | 'config flag get') ask=(config flag list) ;;
        'config snapshot show' | 'config snapshot diff' | 'config snapshot restore' | 'config snapshot delete')
            ask=(config snapshot list) ;;
    esac
    if [[ ${#ask[@]} -gt 0 && $cur != -* ]]; then
        COMPREPLY=()
        while IFS= read -r name; do
            [[ $name != "$cur"* ]] || COMPREPLY+=("$(printf %q "$name")")
        done < <(etcdpat --dial-timeout 1s --command-timeout 1s "${ask[@]}" --names 2> /dev/null)
        return 0
    fi
    _etcdpat "$@"
}
complete -F _etcdpat_or_names -o nosort -o bashdefault -o default etcdpat
