# Names of locks, of services, of values, of flags, of snapshots and of nodes are etcd's.
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status check break acquire" -f -a '(etcdpat --dial-timeout 1s --command-timeout 1s lock list --names 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status leader observe resign transfer" -f -a '(etcdpat --dial-timeout 1s --command-timeout 1s lock list --names 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find watch pick deregister register" -f -a '(etcdpat --dial-timeout 1s --command-timeout 1s discover services --names 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from flag snapshot; and __fish_seen_subcommand_from get set delete history list watch edit" -f -a '(etcdpat --dial-timeout 1s --command-timeout 1s config list --names 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag; and __fish_seen_subcommand_from enable disable get" -f -a '(etcdpat --dial-timeout 1s --command-timeout 1s config flag list --names 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot; and __fish_seen_subcommand_from show diff restore delete" -f -a '(etcdpat --dial-timeout 1s --command-timeout 1s config snapshot list --names 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -f -a '(etcdpat --dial-timeout 1s --command-timeout 1s ha list --names 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive switch" -f -a '(etcdpat --dial-timeout 1s --command-timeout 1s ha list --shape active-passive --names 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -f -a '(etcdpat --dial-timeout 1s --command-timeout 1s ha list --shape sharded --names 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l to -x -a '(etcdpat --dial-timeout 1s --command-timeout 1s ha status --ids -- (commandline -opc)[4] 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l to -x -a '(etcdpat --dial-timeout 1s --command-timeout 1s ha status --ids -- (commandline -opc)[4] 2> /dev/null)'
# The names of shells.
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -f -a "bash elvish fish powershell zsh"
# What every command has, before a subcommand, too: clap's condition is not met while a value is missing.
complete -c etcdpat -n "true" -s o -l output -x -a "human json"
complete -c etcdpat -n "true" -l color -x -a "auto always never"
