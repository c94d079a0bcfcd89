# What stands behind -- is a command with its own words. Its file names are readline's matter.
_etcdpat_command() {
    local name
    COMPREPLY=()
    if declare -F _comp_command_offset > /dev/null; then
        _comp_command_offset "$1"
    elif declare -F _command_offset > /dev/null; then
        _command_offset "$1"
    elif ((COMP_CWORD == $1)); then
        while IFS= read -r name; do
            COMPREPLY+=("$(printf %q "$name")")
        done < <(compgen -c -- "${COMP_WORDS[COMP_CWORD]}" | sort -u)
    fi
}
# What a change means. Where a colon divides words, what is offered takes the place of the last part.
_etcdpat_on_change() {
    local what done=''
    [[ $COMP_WORDBREAKS != *:* ]] || done=${1%"${1##*:}"}
    COMPREPLY=()
    for what in restart none signal:{HUP,INT,QUIT,TERM,USR1,USR2}; do
        [[ $what != none || " ${COMP_WORDS[*]} " == *' exec '* ]] || continue
        [[ $what != "$1"* ]] || COMPREPLY+=("${what#"$done"}")
    done
}
# Names of locks, of services, of values, of flags, of snapshots and of nodes are etcd's. They are compared and quoted, never evaluated.
_etcdpat_or_names() {
    local IFS=$' \t\n' cur=${COMP_WORDS[COMP_CWORD]} name at
    local -a ask=()
    for ((at = 1; at < COMP_CWORD; at++)); do
        if [[ ${COMP_WORDS[at]} == -- ]]; then
            _etcdpat_command $((at + 1))
            return
        fi
    done
    if [[ ${COMP_LINE:0:COMP_POINT} =~ \ --on-change[\ =]([^\ ]*)$ ]]; then
        _etcdpat_on_change "${BASH_REMATCH[1]}"
        return
    fi
    case "${COMP_WORDS[*]:1:COMP_CWORD-1}" in
        'discover find' | 'discover watch' | 'discover pick' | 'discover deregister' | 'discover register')
            ask=(discover services --names) ;;
        'config get' | 'config set' | 'config delete' | 'config history' | 'config list' | 'config watch' | 'config edit')
            ask=(config list --names) ;;
        'config flag enable' | 'config flag disable' | 'config flag get') ask=(config flag list --names) ;;
        'config snapshot show' | 'config snapshot diff' | 'config snapshot restore' | 'config snapshot delete')
            ask=(config snapshot list --names) ;;
        'lock status' | 'lock check' | 'lock break' | 'lock acquire') ask=(lock list --names) ;;
        'elect status' | 'elect leader' | 'elect observe' | 'elect resign' | 'elect transfer') ask=(lock list --names) ;;
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
    _etcdpat_words_first "$cur"
}
# Options where one is begun, or where nothing else can stand; what stands for a word ([NAME], <KEY>) is none.
_etcdpat_words_first() {
    local name
    local -a words=() options=()
    for name in "${COMPREPLY[@]}"; do
        case $name in
            '['* | '<'*) ;;
            -*) options+=("$name") ;;
            *) words+=("$name") ;;
        esac
    done
    if [[ $1 == -* || ${#words[@]} == 0 ]]; then
        COMPREPLY=("${options[@]}")
    else
        COMPREPLY=("${words[@]}")
    fi
}
complete -F _etcdpat_or_names -o nosort -o bashdefault -o default etcdpat
