# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_etcdpat_global_optspecs
    string join \n endpoints= discovery-srv= discovery-srv-name= insecure-discovery= user= password-file= cacert= cert= insecure-transport= insecure-skip-tls-verify= tls-server-name= dial-timeout= command-timeout= o/output= color= q/quiet v/verbose dev state-root= key= h/help V/version
end

function __fish_etcdpat_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_etcdpat_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_etcdpat_using_subcommand
    set -l cmd (__fish_etcdpat_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c etcdpat -n "__fish_etcdpat_needs_command" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_needs_command" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_needs_command" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_needs_command" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_needs_command" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_needs_command" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_needs_command" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_needs_command" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_needs_command" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_needs_command" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_needs_command" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_needs_command" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_needs_command" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_needs_command" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_needs_command" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_needs_command" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_needs_command" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_needs_command" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_needs_command" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_needs_command" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_needs_command" -s V -l version -d 'Print version'
complete -c etcdpat -n "__fish_etcdpat_needs_command" -f -a "lock" -d 'Run a command while holding a lock, or several at once.'
complete -c etcdpat -n "__fish_etcdpat_needs_command" -f -a "elect" -d 'Run a command on one node at a time: on the leader.'
complete -c etcdpat -n "__fish_etcdpat_needs_command" -f -a "discover" -d 'Register instances of services, find them, follow them, and pick one.'
complete -c etcdpat -n "__fish_etcdpat_needs_command" -f -a "config" -d 'Typed configuration: read, written, imported whole and given to commands, with flags and snapshots.'
complete -c etcdpat -n "__fish_etcdpat_needs_command" -f -a "ha" -d 'Keep a service up on several nodes.'
complete -c etcdpat -n "__fish_etcdpat_needs_command" -f -a "lease" -d 'Grant, renew and revoke leases; put keys on them that go when they end.'
complete -c etcdpat -n "__fish_etcdpat_needs_command" -f -a "txn" -d 'Compare keys, and apply one of two lists of operations, at once or not at all.'
complete -c etcdpat -n "__fish_etcdpat_needs_command" -f -a "watch" -d 'Follow what happens to keys, or run a command for each event.'
complete -c etcdpat -n "__fish_etcdpat_needs_command" -f -a "dev" -d 'Start a throwaway real etcd on free loopback ports, and run a command against it.'
complete -c etcdpat -n "__fish_etcdpat_needs_command" -f -a "examples" -d 'Show the patterns at work, against a real etcd.'
complete -c etcdpat -n "__fish_etcdpat_needs_command" -f -a "completions" -d 'Print the completions for a shell.'
complete -c etcdpat -n "__fish_etcdpat_needs_command" -f -a "man" -d 'Write the manual pages.'
complete -c etcdpat -n "__fish_etcdpat_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l name -d 'A lock\'s name, where it is called like a subcommand' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l ttl -d 'The lease\'s time to live: how long an unreachable holder keeps others out' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l timeout -d 'Wait at most this long, then exit with 124; 0 is --try' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l permits -d 'Hold it together with others, at most N at a time; all say the same N' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l note -d 'A text that `lock status` shows to others' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l conflict-exit-code -d 'The exit code for a lock that is busy, instead of 122' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l grace -d 'From SIGTERM to SIGKILL when the lock is being lost; 0 is SIGKILL at once [default: the lesser of 5s and a quarter of the TTL]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l try -d 'Don\'t wait: exit with 122 when the lock can\'t be had at once'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l shared -d 'Hold it together with all who say --shared'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l hold -d 'Hold several locks without a command, until a signal'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -a "status" -d 'Show who holds a lock and who waits for it; exit code 1 when nobody holds it'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -a "list" -d 'Show all locks and elections, or those whose names begin with PREFIX'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -a "check" -d 'Ask whether a lock is held with this fence; exit code 1 when it is not'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -a "break" -d 'Remove one contender from a lock\'s queue; its command is stopped by its own etcdpat'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -a "acquire" -d 'Acquire a lock that no process holds, and print its key'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -a "renew" -d 'Renew a lock that was acquired with `lock acquire`, and print its new deadline; exit code 1 when it is not held'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -a "release" -d 'Release a lock that was acquired with `lock acquire`; exit code 1 when it is not held'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and not __fish_seen_subcommand_from status list check break acquire renew release help" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l watch -d 'Show it again whenever that changes, until SIGINT'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l fence -d 'The fence, as the holder\'s ETCDPAT_FENCE has it' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -l key -d 'The contender\'s key, as `lock status` shows it' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from break" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l ttl -d 'The lease\'s time to live: how long an unreachable holder keeps others out' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l timeout -d 'Wait at most this long, then exit with 124; 0 is --try' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l permits -d 'Hold it together with others, at most N at a time; all say the same N' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l note -d 'A text that `lock status` shows to others' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l conflict-exit-code -d 'The exit code for a lock that is busy, instead of 122' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l try -d 'Don\'t wait: exit with 122 when the lock can\'t be had at once'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l shared -d 'Hold it together with all who say --shared'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from acquire" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from renew" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from release" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show who holds a lock and who waits for it; exit code 1 when nobody holds it'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from help" -f -a "list" -d 'Show all locks and elections, or those whose names begin with PREFIX'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from help" -f -a "check" -d 'Ask whether a lock is held with this fence; exit code 1 when it is not'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from help" -f -a "break" -d 'Remove one contender from a lock\'s queue; its command is stopped by its own etcdpat'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from help" -f -a "acquire" -d 'Acquire a lock that no process holds, and print its key'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from help" -f -a "renew" -d 'Renew a lock that was acquired with `lock acquire`, and print its new deadline; exit code 1 when it is not held'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from help" -f -a "release" -d 'Release a lock that was acquired with `lock acquire`; exit code 1 when it is not held'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lock; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l name -d 'The election\'s name, where it is called like a subcommand' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l id -d 'What others know this node by [default: host name, pid and something random]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l ttl -d 'The lease\'s time to live: how long an unreachable leader keeps others from leading' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l timeout -d 'Wait at most this long to be elected the first time, then exit with 124; 0 exits with 122 at once where somebody leads' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l grace -d 'From SIGTERM to SIGKILL when the leadership is being lost or given up; 0 is SIGKILL at once [default: the lesser of 5s and a quarter of the TTL]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l on-elected -d 'A shell command to run when elected, before CMD; when it fails, the node steps down' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l on-defeat -d 'A shell command to run when CMD has ended: before the place is given up, or after it was lost' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l every -d 'Run CMD so often (500ms, 30s, 5m, 1h; seconds without a unit), on the leader alone, first at once; no slot twice, whichever node leads' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l schedule -d 'Run CMD by a cron expression of five fields, on the leader alone' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l timezone -d 'The time zone of --schedule [default: UTC]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l catch-up -d 'How old a slot may be that a new leader still runs [default: one period]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l once -d 'Stand only once: exit when the leadership is lost (123) or given up'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -a "leader" -d 'Print who leads; exit code 1 when nobody does'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -a "observe" -d 'Print who leads, and every change of that, until SIGINT'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -a "status" -d 'Show who leads and who stands, in order, and the last slot of periodic work; exit code 1 when nobody leads'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -a "resign" -d 'Ask the leader to step down, and wait until it has; exit code 1 when it has not, or nobody leads'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -a "transfer" -d 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and not __fish_seen_subcommand_from leader observe status resign transfer help" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l id -d 'Exit code 1 also when another node leads' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from leader" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from observe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l id -d 'Only if this node leads' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l force -d 'Remove the key of a leader that can\'t be asked, or does not leave in time; its own etcdpat stops its command'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from resign" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l to -d 'The node that is to lead' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from help" -f -a "leader" -d 'Print who leads; exit code 1 when nobody does'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from help" -f -a "observe" -d 'Print who leads, and every change of that, until SIGINT'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show who leads and who stands, in order, and the last slot of periodic work; exit code 1 when nobody leads'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from help" -f -a "resign" -d 'Ask the leader to step down, and wait until it has; exit code 1 when it has not, or nobody leads'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from help" -f -a "transfer" -d 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -f -a "register" -d 'Register an instance of a service, as long as a command runs, or until a signal'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -f -a "find" -d 'Show the instances of a service; exit code 1 when there is none'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -f -a "services" -d 'Show all services, and how many instances each has'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -f -a "watch" -d 'Show the instances of a service, then every change, until SIGINT'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -f -a "render" -d 'Keep a file up to date with what is registered: a proxy\'s configuration'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -f -a "pick" -d 'Pick an instance of a service: print its address, or run a command that is told it'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -f -a "deregister" -d 'Remove the record of an instance; exit code 1 when there is none'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and not __fish_seen_subcommand_from register find services watch render pick deregister help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l id -d 'The instance\'s id: one process at a time has it' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l address -d 'Where it is reached; auto:PORT is this host\'s own address, as others see it' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l meta -d 'What else is told of it; repeatable' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l file -d 'Register all services in this file, and follow its changes' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l ttl -d 'The lease\'s time to live: how long a record outlives a host that has crashed' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l check-http -d 'Healthy when this URL answers with 2xx or 3xx' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l check-header -d 'A header for --check-http; repeatable' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l check-tcp -d 'Healthy when this accepts a connection' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l check-cmd -d 'Healthy when this shell command exits with 0' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l check-interval -d 'From one check to the next' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l check-timeout -d 'The longest that a check may take' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l rise -d 'So many successes in a row are healthy' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l fall -d 'So many failures in a row are unhealthy' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l unhealthy -d 'What becomes of the record while the check fails' -r -f -a "withdraw\t'It is taken away'
mark\t'It stays, marked, and is not picked'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l drain -d 'On SIGTERM, keep others from picking the instance for so long before the command is told' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l format -d 'Whom the record is for: etcdpat, Go\'s gRPC resolver, or CoreDNS' -r -f -a "json\t''
grpc\t''
skydns\t''"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l root -d 'The prefix of all services [default: /services; with --domain /skydns]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l domain -d 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone\'s labels in reverse' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l replace -d 'Take the place of a living process with the same id, too'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from register" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l meta -d 'Only those of which this is said; repeatable' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l format -d 'As lines for scripts, of those that may be picked: addresses; variables, safe to eval; DNS records (SRV, A, AAAA)' -r -f -a "address\t''
env\t''
dns\t''"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l root -d 'The prefix of all services [default: /services; with --domain /skydns]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l domain -d 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone\'s labels in reverse' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l root -d 'The prefix of all services [default: /services; with --domain /skydns]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l domain -d 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone\'s labels in reverse' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l names -d 'Their names alone, a line each'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from services" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l exec -d 'A shell command to run on change; it reads all instances on standard input, a JSON line each' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l root -d 'The prefix of all services [default: /services; with --domain /skydns]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l domain -d 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone\'s labels in reverse' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from watch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l file -d 'Several templates, as [[template]] with template, out, check and reload each' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l check -d 'A shell command that checks the new file, ETCDPAT_FILE, before it takes the old one\'s place' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l reload -d 'A shell command to run after each change of the file' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l root -d 'The prefix of all services [default: /services; with --domain /skydns]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l domain -d 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone\'s labels in reverse' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l once -d 'Do it once'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l dry-run -d 'Show what would change, and change nothing'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l allow-empty -d 'Write an empty list for a service that has no instance left'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from render" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l strategy -d 'How to pick' -r -f -a "round-robin\t'One after the other, over all who pick'
random\t'Each as likely as any other'
weighted\t'As likely as their metadata `weight` says; 1 without one'
least-conn\t'The least used one; only with a command'
hash\t'By --hash-key'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l hash-key -d 'What the pick goes by: the same instance for the same key, as long as it is there' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l meta -d 'Only instances of which this is said; repeatable' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l wait -d 'Wait at most this long until there is one, then exit with 124' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l ttl -d 'For least-conn, how long a use counts whose host has crashed' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l root -d 'The prefix of all services [default: /services; with --domain /skydns]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l domain -d 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone\'s labels in reverse' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from pick" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l root -d 'The prefix of all services [default: /services; with --domain /skydns]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l domain -d 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone\'s labels in reverse' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from deregister" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from help" -f -a "register" -d 'Register an instance of a service, as long as a command runs, or until a signal'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from help" -f -a "find" -d 'Show the instances of a service; exit code 1 when there is none'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from help" -f -a "services" -d 'Show all services, and how many instances each has'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from help" -f -a "watch" -d 'Show the instances of a service, then every change, until SIGINT'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from help" -f -a "render" -d 'Keep a file up to date with what is registered: a proxy\'s configuration'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from help" -f -a "pick" -d 'Pick an instance of a service: print its address, or run a command that is told it'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from help" -f -a "deregister" -d 'Remove the record of an instance; exit code 1 when there is none'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -f -a "set" -d 'Set a value'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -f -a "get" -d 'Print a value; exit code 1 when there is none'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -f -a "list" -d 'Show all values, or those at and below PREFIX; exit code 1 when there is none'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -f -a "delete" -d 'Delete a value; exit code 1 when there is none'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -f -a "edit" -d 'Edit values in your editor, as one document'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -f -a "import" -d 'Set all values of a file, in one step as others see it'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -f -a "export" -d 'Print all values as a document that `import` reads back; exit code 1 when there is nothing below PREFIX'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -f -a "watch" -d 'Show all values, then every change, with what they were, or run a command for each'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -f -a "exec" -d 'Run a command with the configuration as its environment, and start it again when that changes'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -f -a "history" -d 'Show what a value was, the newest first, as far as etcd still has it'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -f -a "render" -d 'Keep files up to date with the configuration'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -f -a "flag" -d 'Feature flags: on or off, for some users or all'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -f -a "snapshot" -d 'All values as they were, kept under a version'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from set get list delete edit import export watch exec history render flag snapshot help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l type -d 'Take it for this, and refuse it where it is none' -r -f -a "string\t''
int\t''
float\t''
bool\t''
json\t''
duration\t''
bytes\t''
list\t''"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l file -d 'Read the value from this file' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l if-revision -d 'Only if it is at this revision; 0: only if it is not there. Else exit code 1' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l root -d 'The prefix of all values' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l stdin -d 'Read the value from standard input'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l no-echo -d 'Don\'t show the value, nor what it was: a secret. On a terminal, it is asked for and not shown'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l type -d 'Refuse a value of another type (2); an int is a float too, and everything is json' -r -f -a "string\t''
int\t''
float\t''
bool\t''
json\t''
duration\t''
bytes\t''
list\t''"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l default -d 'What to print when there is none' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l root -d 'The prefix of all values' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l root -d 'The prefix of all values' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l names -d 'Their names alone, a line each; in JSON, rows without values'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l root -d 'The prefix of all values' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l prefix -d 'Delete all below it, too'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l no-echo -d 'Don\'t show what it was: a secret'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l format -d 'As what they are edited' -r -f -a "json\t''
yaml\t''
toml\t''
env\t''"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l root -d 'The prefix of all values' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l format -d 'Its format [default: by its ending]' -r -f -a "json\t''
yaml\t''
toml\t''
env\t''"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l root -d 'The prefix of all values' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l dry-run -d 'Show what would change, and change nothing'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l prune -d 'Delete all values that are not in the file, but flags'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l take-over -d 'Import in the place of another import that was broken off, and leave the rest of that one undone'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l format -d 'Its format' -r -f -a "json\t''
yaml\t''
toml\t''
env\t''"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l root -d 'The prefix of all values' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l on-error -d 'What to do when the command fails' -r -f -a "stop\t'End with its exit code'
continue\t'Count it and go on'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l root -d 'The prefix of all values' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from watch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l on-change -d 'What a change means: restart; signal:SIG sends a signal; none' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l env-prefix -d 'What stands before the name of each variable' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l cache -d 'Keep the values in this file, for a start while etcd is away' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l grace -d 'From SIGTERM to SIGKILL when a change starts the command again; 0 kills at once. A signal that ends etcdpat is passed on and waited for without a limit: a second SIGTERM kills' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l root -d 'The prefix of all values' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l pristine -d 'Nothing is inherited: the configuration, and how to reach etcd, are all of the environment'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from exec" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l limit -d 'The newest so many' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l root -d 'The prefix of all values' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from history" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l file -d 'Several templates, as [[template]] with template, out, check and reload each' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l check -d 'A shell command that checks the new file, ETCDPAT_FILE, before it takes the old one\'s place' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l reload -d 'A shell command to run after each change of the file' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l root -d 'The prefix of all values' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l once -d 'Do it once'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l dry-run -d 'Show what would change, and change nothing'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from render" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -f -a "enable" -d 'Switch a flag on, for all users or some; what is not given, is as it was'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -f -a "disable" -d 'Switch a flag off for everybody; for whom it was on, is kept. One that is not there, is not made'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -f -a "get" -d 'Exit code 0 when the flag is on, 1 when it is off or not there'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -f -a "list" -d 'Show all flags'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -f -a "watch" -d 'Show all flags, then every change, or run a command for each'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -f -a "create" -d 'Keep all values, as they are at one revision'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -f -a "list" -d 'Show all snapshots'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -f -a "show" -d 'Show what is in a snapshot'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -f -a "diff" -d 'Show what differs from now, or from another snapshot; exit code 1 when something does'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -f -a "restore" -d 'Make all values what they were: what came later, is deleted. `diff` shows before what would change'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -f -a "delete" -d 'Delete a snapshot'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "set" -d 'Set a value'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "get" -d 'Print a value; exit code 1 when there is none'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "list" -d 'Show all values, or those at and below PREFIX; exit code 1 when there is none'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete a value; exit code 1 when there is none'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Edit values in your editor, as one document'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "import" -d 'Set all values of a file, in one step as others see it'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "export" -d 'Print all values as a document that `import` reads back; exit code 1 when there is nothing below PREFIX'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "watch" -d 'Show all values, then every change, with what they were, or run a command for each'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "exec" -d 'Run a command with the configuration as its environment, and start it again when that changes'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "history" -d 'Show what a value was, the newest first, as far as etcd still has it'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "render" -d 'Keep files up to date with the configuration'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "flag" -d 'Feature flags: on or off, for some users or all'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "snapshot" -d 'All values as they were, kept under a version'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -f -a "active-active" -d 'Do the requests on standard input, a line each, several at a time, and none twice at the same time'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -f -a "active-passive" -d 'Run a primary on one node, and a secondary on every other one'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -f -a "sharded" -d 'Run a command for each of a fixed number of shards, each shard at one instance at a time.'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -f -a "list" -d 'Show all services that have nodes: active-passive ones and sharded groups'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -f -a "status" -d 'Show the nodes of a service: their roles, or their shards'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -f -a "switch" -d 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and not __fish_seen_subcommand_from active-active active-passive sharded list status switch help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -s j -l jobs -d 'How many requests at a time' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l joblog -d 'Write down which requests have ended' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l ttl -d 'How long the locks outlive this process when it is killed or cut off' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l grace -d 'From SIGTERM to SIGKILL for a command that must end [default: a quarter of the TTL, at most 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -s k -l keep-going -d 'Do the others when one has failed'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -s 0 -l null -d 'Requests end with a NUL byte, not with a line break'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l resume -d 'Skip what the job log has'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l resume-failed -d 'Skip what the job log has as ended with 0'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -s u -l ungroup -d 'Let the commands write where etcdpat does, as they like'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-active" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l node-id -d 'What others know this node by: one process at a time has it' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l primary -d 'The shell command to run while this node leads' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l secondary -d 'The shell command to run while it does not' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l ttl -d 'The lease\'s time to live: how long an unreachable leader keeps others from leading' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l grace -d 'From SIGTERM to SIGKILL when primary or secondary is to end; 0 is SIGKILL at once [default: the lesser of 5s and a quarter of the TTL]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l health -d 'The node is healthy when this shell command exits with 0' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l health-interval -d 'From one check to the next' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l health-timeout -d 'The longest that a check may take; one that takes longer has failed' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l rise -d 'So many successes in a row are healthy' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l fall -d 'So many failures in a row are unhealthy' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l start-period -d 'How long after its start failures of a primary do not count' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l shards -d 'How many shards there are, from 1 to 10000: the same at every instance' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l node-id -d 'What others know this instance by' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l weight -d 'Its part of the shards, in proportion to the others\' weights' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l rejoin -d 'Have its shards wait so long for this instance when it is gone: a restart does not move them' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l ttl -d 'The lease\'s time to live: how long an unreachable instance keeps its shards from the others' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l grace -d 'From SIGTERM to SIGKILL when a shard moves or is being lost; 0 is SIGKILL at once [default: the lesser of 5s and a quarter of the TTL]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l on-change -d 'What it means for that CMD that the shards change: restart; signal:SIG sends a signal, and CMD has the grace to acknowledge' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l per-instance -d 'Run CMD once for all shards of the instance, not once for each'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l shape -d 'Only those of this shape' -r -f -a "active-passive\t''
sharded\t''"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l names -d 'Their names alone, a line each'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l ids -d 'The ids of the nodes alone, a line each'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l to -d 'The node that is to lead' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from help" -f -a "active-active" -d 'Do the requests on standard input, a line each, several at a time, and none twice at the same time'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from help" -f -a "active-passive" -d 'Run a primary on one node, and a secondary on every other one'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from help" -f -a "sharded" -d 'Run a command for each of a fixed number of shards, each shard at one instance at a time.'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from help" -f -a "list" -d 'Show all services that have nodes: active-passive ones and sharded groups'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show the nodes of a service: their roles, or their shards'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from help" -f -a "switch" -d 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -f -a "grant" -d 'Grant a lease, and print its id'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -f -a "revoke" -d 'Revoke a lease, and so delete every key on it; exit code 1 when it is gone'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -f -a "ttl" -d 'Show what is left of a lease\'s TTL; exit code 1 when it is gone'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -f -a "keepalive" -d 'Renew a lease at every third of its TTL, until a signal; exit code 1 when it is gone'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -f -a "list" -d 'Show all leases: what is left of their TTLs, and how many keys are on them'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -f -a "attach" -d 'Put a key on a lease; exit code 1 when the lease is gone, and nothing is written'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -f -a "of" -d 'Print the lease that a key is on; exit code 1 when there is none, or no such key'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -f -a "run" -d 'Run a command, and keep keys in etcd exactly as long as it runs'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and not __fish_seen_subcommand_from grant revoke ttl keepalive list attach of run help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l id -d 'The id to grant it under, which nobody may use yet [default: a random one]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from grant" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l keys -d 'Show the keys on it, too'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from ttl" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l once -d 'Renew it once'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from keepalive" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from attach" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from of" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l ttl -d 'The lease\'s time to live: how long the keys outlive a host that has crashed' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l grace -d 'From SIGTERM to SIGKILL when the lease is being lost; 0 is SIGKILL at once [default: the lesser of 5s and a quarter of the TTL]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l put -d 'A key and its value, divided at the first =; repeatable' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l replace -d 'Put keys that exist already, too, instead of giving up with exit code 1'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from help" -f -a "grant" -d 'Grant a lease, and print its id'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'Revoke a lease, and so delete every key on it; exit code 1 when it is gone'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from help" -f -a "ttl" -d 'Show what is left of a lease\'s TTL; exit code 1 when it is gone'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from help" -f -a "keepalive" -d 'Renew a lease at every third of its TTL, until a signal; exit code 1 when it is gone'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from help" -f -a "list" -d 'Show all leases: what is left of their TTLs, and how many keys are on them'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from help" -f -a "attach" -d 'Put a key on a lease; exit code 1 when the lease is gone, and nothing is written'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from help" -f -a "of" -d 'Print the lease that a key is on; exit code 1 when there is none, or no such key'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from help" -f -a "run" -d 'Run a command, and keep keys in etcd exactly as long as it runs'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand lease; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l guard -d 'Apply it only while this lock is held with this fence; may be repeated' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l if -d 'A comparison; may be repeated, all have to hold' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l then -d 'An operation for when they hold; may be repeated' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l else -d 'An operation for when they don\'t; may be repeated' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -s f -l file -d 'Read it from a JSON file; - is standard input' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand txn" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l rev -d 'Begin with what happened at this revision' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l filter -d 'Show only these' -r -f -a "put\t'Keys that are put'
delete\t'Keys that are deleted'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l count -d 'End after so many events' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l resume-file -d 'Keep the position in this file, and go on from there when it exists' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l on-error -d 'What to do when the command fails' -r -f -a "stop\t'End with its exit code'
continue\t'Count it and go on'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l prefix -d 'Watch all keys that begin with KEY'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l from-key -d 'Watch all keys from KEY on'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l initial -d 'Show the present state first, then what changes'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l prev-kv -d 'Show what the value was before, too'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l progress-notify -d 'Show it when the server says that nothing has happened up to a revision'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand watch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l members -d 'How many members' -r -f -a "1\t''
3\t''
5\t''"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l data-dir -d 'Where to keep the data; without it, it is temporary' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand dev" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l example -d 'Which example' -r -f -a "all\t'All of them'
lock\t'Locks: run, try, wait, hand over, share, take several, lose'
discovery\t'Service discovery: register, find, pick, take out'
load-balancing\t'Load balancing: picks in turn, by weight, by a key, by use'
config\t'Configuration: set, get, import, follow, two who edit at once, snapshots'
flags\t'Feature flags: for some users, for all, for nobody'
lease\t'Leases: grant, attach, renew, revoke; keys that live as long as a command'
election\t'Elections: lead, ask, hand over, step down'
leader-task\t'Periodic work of the leader alone: every second, no slot twice'
txn\t'Transactions: compare and set, count, transfer, write under a lock'
watch\t'Watches: state and changes, history, a command for each event, a restart'
ha\t'High availability: a primary that is taken over, requests that two do, shards that are shared'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l node-id -d 'What the node of the examples `discovery`, `election`, `leader-task` and `ha` is called' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand examples" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -l key -d 'The client certificate\'s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -l endpoints -d 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -l discovery-srv -d 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -l discovery-srv-name -d 'What follows in these records\' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -l insecure-discovery -d 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -l user -d 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -l password-file -d 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -l cacert -d 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -l cert -d 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]' -r -F
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -l insecure-transport -d 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -l insecure-skip-tls-verify -d 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -l tls-server-name -d 'Name that the server\'s certificate must be for, instead of the endpoint\'s host [env: ETCDPAT_TLS_SERVER_NAME]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -l dial-timeout -d 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -l command-timeout -d 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -s o -l output -d 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]' -r -f -a "human\t'Tables and plain lines'
json\t'One JSON object a line'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -l color -d 'When to colour; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -l state-root -d 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]' -r
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -s q -l quiet -d 'Say only errors and results'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -s v -l verbose -d 'Say more; again for traces (RUST_LOG is honoured)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -l dev -d 'Run this one command against a throwaway real etcd'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and not __fish_seen_subcommand_from lock elect discover config ha lease txn watch dev examples completions man help" -f -a "lock" -d 'Run a command while holding a lock, or several at once.'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and not __fish_seen_subcommand_from lock elect discover config ha lease txn watch dev examples completions man help" -f -a "elect" -d 'Run a command on one node at a time: on the leader.'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and not __fish_seen_subcommand_from lock elect discover config ha lease txn watch dev examples completions man help" -f -a "discover" -d 'Register instances of services, find them, follow them, and pick one.'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and not __fish_seen_subcommand_from lock elect discover config ha lease txn watch dev examples completions man help" -f -a "config" -d 'Typed configuration: read, written, imported whole and given to commands, with flags and snapshots.'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and not __fish_seen_subcommand_from lock elect discover config ha lease txn watch dev examples completions man help" -f -a "ha" -d 'Keep a service up on several nodes.'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and not __fish_seen_subcommand_from lock elect discover config ha lease txn watch dev examples completions man help" -f -a "lease" -d 'Grant, renew and revoke leases; put keys on them that go when they end.'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and not __fish_seen_subcommand_from lock elect discover config ha lease txn watch dev examples completions man help" -f -a "txn" -d 'Compare keys, and apply one of two lists of operations, at once or not at all.'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and not __fish_seen_subcommand_from lock elect discover config ha lease txn watch dev examples completions man help" -f -a "watch" -d 'Follow what happens to keys, or run a command for each event.'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and not __fish_seen_subcommand_from lock elect discover config ha lease txn watch dev examples completions man help" -f -a "dev" -d 'Start a throwaway real etcd on free loopback ports, and run a command against it.'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and not __fish_seen_subcommand_from lock elect discover config ha lease txn watch dev examples completions man help" -f -a "examples" -d 'Show the patterns at work, against a real etcd.'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and not __fish_seen_subcommand_from lock elect discover config ha lease txn watch dev examples completions man help" -f -a "completions" -d 'Print the completions for a shell.'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and not __fish_seen_subcommand_from lock elect discover config ha lease txn watch dev examples completions man help" -f -a "man" -d 'Write the manual pages.'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and not __fish_seen_subcommand_from lock elect discover config ha lease txn watch dev examples completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from lock" -f -a "status" -d 'Show who holds a lock and who waits for it; exit code 1 when nobody holds it'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from lock" -f -a "list" -d 'Show all locks and elections, or those whose names begin with PREFIX'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from lock" -f -a "check" -d 'Ask whether a lock is held with this fence; exit code 1 when it is not'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from lock" -f -a "break" -d 'Remove one contender from a lock\'s queue; its command is stopped by its own etcdpat'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from lock" -f -a "acquire" -d 'Acquire a lock that no process holds, and print its key'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from lock" -f -a "renew" -d 'Renew a lock that was acquired with `lock acquire`, and print its new deadline; exit code 1 when it is not held'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from lock" -f -a "release" -d 'Release a lock that was acquired with `lock acquire`; exit code 1 when it is not held'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from elect" -f -a "leader" -d 'Print who leads; exit code 1 when nobody does'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from elect" -f -a "observe" -d 'Print who leads, and every change of that, until SIGINT'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from elect" -f -a "status" -d 'Show who leads and who stands, in order, and the last slot of periodic work; exit code 1 when nobody leads'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from elect" -f -a "resign" -d 'Ask the leader to step down, and wait until it has; exit code 1 when it has not, or nobody leads'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from elect" -f -a "transfer" -d 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from discover" -f -a "register" -d 'Register an instance of a service, as long as a command runs, or until a signal'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from discover" -f -a "find" -d 'Show the instances of a service; exit code 1 when there is none'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from discover" -f -a "services" -d 'Show all services, and how many instances each has'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from discover" -f -a "watch" -d 'Show the instances of a service, then every change, until SIGINT'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from discover" -f -a "render" -d 'Keep a file up to date with what is registered: a proxy\'s configuration'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from discover" -f -a "pick" -d 'Pick an instance of a service: print its address, or run a command that is told it'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from discover" -f -a "deregister" -d 'Remove the record of an instance; exit code 1 when there is none'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "set" -d 'Set a value'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "get" -d 'Print a value; exit code 1 when there is none'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "list" -d 'Show all values, or those at and below PREFIX; exit code 1 when there is none'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "delete" -d 'Delete a value; exit code 1 when there is none'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "edit" -d 'Edit values in your editor, as one document'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "import" -d 'Set all values of a file, in one step as others see it'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "export" -d 'Print all values as a document that `import` reads back; exit code 1 when there is nothing below PREFIX'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "watch" -d 'Show all values, then every change, with what they were, or run a command for each'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "exec" -d 'Run a command with the configuration as its environment, and start it again when that changes'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "history" -d 'Show what a value was, the newest first, as far as etcd still has it'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "render" -d 'Keep files up to date with the configuration'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "flag" -d 'Feature flags: on or off, for some users or all'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "snapshot" -d 'All values as they were, kept under a version'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from ha" -f -a "active-active" -d 'Do the requests on standard input, a line each, several at a time, and none twice at the same time'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from ha" -f -a "active-passive" -d 'Run a primary on one node, and a secondary on every other one'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from ha" -f -a "sharded" -d 'Run a command for each of a fixed number of shards, each shard at one instance at a time.'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from ha" -f -a "list" -d 'Show all services that have nodes: active-passive ones and sharded groups'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from ha" -f -a "status" -d 'Show the nodes of a service: their roles, or their shards'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from ha" -f -a "switch" -d 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from lease" -f -a "grant" -d 'Grant a lease, and print its id'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from lease" -f -a "revoke" -d 'Revoke a lease, and so delete every key on it; exit code 1 when it is gone'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from lease" -f -a "ttl" -d 'Show what is left of a lease\'s TTL; exit code 1 when it is gone'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from lease" -f -a "keepalive" -d 'Renew a lease at every third of its TTL, until a signal; exit code 1 when it is gone'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from lease" -f -a "list" -d 'Show all leases: what is left of their TTLs, and how many keys are on them'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from lease" -f -a "attach" -d 'Put a key on a lease; exit code 1 when the lease is gone, and nothing is written'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from lease" -f -a "of" -d 'Print the lease that a key is on; exit code 1 when there is none, or no such key'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand help; and __fish_seen_subcommand_from lease" -f -a "run" -d 'Run a command, and keep keys in etcd exactly as long as it runs'

# Names of services, of values, of flags, of snapshots and of nodes are etcd's.
complete -c etcdpat -n "__fish_etcdpat_using_subcommand discover; and __fish_seen_subcommand_from find watch pick deregister register" -f -a '(etcdpat --dial-timeout 1s --command-timeout 1s discover services --names 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and not __fish_seen_subcommand_from flag snapshot; and __fish_seen_subcommand_from get set delete history list watch edit" -f -a '(etcdpat --dial-timeout 1s --command-timeout 1s config list --names 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from flag; and __fish_seen_subcommand_from enable disable get" -f -a '(etcdpat --dial-timeout 1s --command-timeout 1s config flag list --names 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand config; and __fish_seen_subcommand_from snapshot; and __fish_seen_subcommand_from show diff restore delete" -f -a '(etcdpat --dial-timeout 1s --command-timeout 1s config snapshot list --names 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from status" -f -a '(etcdpat --dial-timeout 1s --command-timeout 1s ha list --names 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from active-passive switch" -f -a '(etcdpat --dial-timeout 1s --command-timeout 1s ha list --shape active-passive --names 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from sharded" -f -a '(etcdpat --dial-timeout 1s --command-timeout 1s ha list --shape sharded --names 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand ha; and __fish_seen_subcommand_from switch" -l to -x -a '(etcdpat --dial-timeout 1s --command-timeout 1s ha status --ids -- (commandline -opc)[4] 2> /dev/null)'
complete -c etcdpat -n "__fish_etcdpat_using_subcommand elect; and __fish_seen_subcommand_from transfer" -l to -x -a '(etcdpat --dial-timeout 1s --command-timeout 1s ha status --ids -- (commandline -opc)[4] 2> /dev/null)'
