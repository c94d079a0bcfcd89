# The names of services are etcd's.
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find watch pick deregister register" -f -a '(etcdpat --dial-timeout 1s --command-timeout 1s discover services --names 2> /dev/null)'
