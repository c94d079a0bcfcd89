
# What stands behind -- is a command with its own words.
function __fish_etcdpat_has_command
    contains -- -- (commandline -opc)
end

function __fish_etcdpat_complete_command
    set -l words (commandline -opc)
    set -l at (contains -i -- -- $words)
    set -e words[1..$at]
    complete -C (string join ' ' -- (string escape -- $words) (commandline -ct))
end

complete -c etcdpat -n __fish_etcdpat_has_command -x -a '(__fish_etcdpat_complete_command)'
