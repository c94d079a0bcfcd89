# Names of services, of values, of flags, of snapshots and of nodes are etcd's. They are compared and quoted, never evaluated.
_etcdpat_or_names() {
    local IFS=' ' cur=${COMP_WORDS[COMP_CWORD]} name
    local -a ask=()
    case "${COMP_WORDS[*]:1:COMP_CWORD-1}" in
        'discover find' | 'discover watch' | 'discover pick' | 'discover deregister' | 'discover register')
            ask=(discover services --names) ;;
        'config get' | 'config set' | 'config delete' | 'config history' | 'config list' | 'config watch' | 'config edit')
            ask=(config list --names) ;;
        'config flag enable' | 'config flag disable' | 'config flag get') ask=(config flag list --names) ;;
        'config snapshot show' | 'config snapshot diff' | 'config snapshot restore' | 'config snapshot delete')
            ask=(config snapshot list --names) ;;
        'ha status') ask=(ha list --names) ;;
        'ha active-passive' | 'ha switch') ask=(ha list --shape active-passive --names) ;;
        'ha sharded') ask=(ha list --shape sharded --names) ;;
        'ha switch '*' --to' | 'elect transfer '*' --to')
            # Quoted as it was offered; `read` takes the backslashes away, and evaluates nothing.
            IFS= read name <<< "${COMP_WORDS[3]}"
            ask=(ha status --ids -- "$name") ;;
    esac
    if [[ ${#ask[@]} -gt 0 && $cur != -* ]]; then
        COMPREPLY=()
        while IFS= read -r name; do
            [[ $name != "$cur"* ]] || COMPREPLY+=("$(printf %q "$name")")
        done < <(etcdpat --dial-timeout 1s --command-timeout 1s "${ask[@]}" 2> /dev/null)
        return 0
    fi
    _etcdpat "$@"
}
complete -F _etcdpat_or_names -o nosort -o bashdefault -o default etcdpat
