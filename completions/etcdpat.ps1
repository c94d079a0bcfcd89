
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'etcdpat' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'etcdpat'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'etcdpat' {
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('lock', 'lock', [CompletionResultType]::ParameterValue, 'Run a command while holding a lock, or several at once.')
            [CompletionResult]::new('elect', 'elect', [CompletionResultType]::ParameterValue, 'Run a command on one node at a time: on the leader.')
            [CompletionResult]::new('discover', 'discover', [CompletionResultType]::ParameterValue, 'Register instances of services, find them, follow them, and pick one.')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Typed configuration: read, written, imported whole and given to commands, with flags and snapshots.')
            [CompletionResult]::new('ha', 'ha', [CompletionResultType]::ParameterValue, 'Keep a service up on several nodes.')
            [CompletionResult]::new('lease', 'lease', [CompletionResultType]::ParameterValue, 'Grant, renew and revoke leases; put keys on them that go when they end.')
            [CompletionResult]::new('txn', 'txn', [CompletionResultType]::ParameterValue, 'Compare keys, and apply one of two lists of operations, at once or not at all.')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Follow what happens to keys, or run a command for each event.')
            [CompletionResult]::new('dev', 'dev', [CompletionResultType]::ParameterValue, 'Start a throwaway real etcd on free loopback ports, and run a command against it.')
            [CompletionResult]::new('examples', 'examples', [CompletionResultType]::ParameterValue, 'Show the patterns at work, against a real etcd.')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completions for a shell.')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Write the manual pages.')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;lock' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'A lock''s name, where it is called like a subcommand')
            [CompletionResult]::new('--ttl', '--ttl', [CompletionResultType]::ParameterName, 'The lease''s time to live: how long an unreachable holder keeps others out')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Wait at most this long, then exit with 124; 0 is --try')
            [CompletionResult]::new('--permits', '--permits', [CompletionResultType]::ParameterName, 'Hold it together with others, at most N at a time; all say the same N')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'A text that `lock status` shows to others')
            [CompletionResult]::new('--conflict-exit-code', '--conflict-exit-code', [CompletionResultType]::ParameterName, 'The exit code for a lock that is busy, instead of 122')
            [CompletionResult]::new('--grace', '--grace', [CompletionResultType]::ParameterName, 'From SIGTERM to SIGKILL when the lock is being lost; 0 is SIGKILL at once [default: the lesser of 5s and a quarter of the TTL]')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--try', '--try', [CompletionResultType]::ParameterName, 'Don''t wait: exit with 122 when the lock can''t be had at once')
            [CompletionResult]::new('--shared', '--shared', [CompletionResultType]::ParameterName, 'Hold it together with all who say --shared')
            [CompletionResult]::new('--hold', '--hold', [CompletionResultType]::ParameterName, 'Hold several locks without a command, until a signal')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show who holds a lock and who waits for it; exit code 1 when nobody holds it')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all locks and elections, or those whose names begin with PREFIX')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Ask whether a lock is held with this fence; exit code 1 when it is not')
            [CompletionResult]::new('break', 'break', [CompletionResultType]::ParameterValue, 'Remove one contender from a lock''s queue; its command is stopped by its own etcdpat')
            [CompletionResult]::new('acquire', 'acquire', [CompletionResultType]::ParameterValue, 'Acquire a lock that no process holds, and print its key')
            [CompletionResult]::new('renew', 'renew', [CompletionResultType]::ParameterValue, 'Renew a lock that was acquired with `lock acquire`, and print its new deadline; exit code 1 when it is not held')
            [CompletionResult]::new('release', 'release', [CompletionResultType]::ParameterValue, 'Release a lock that was acquired with `lock acquire`; exit code 1 when it is not held')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;lock;status' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show it again whenever that changes, until SIGINT')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;lock;list' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--names', '--names', [CompletionResultType]::ParameterName, 'Their names alone, a line each')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;lock;check' {
            [CompletionResult]::new('--fence', '--fence', [CompletionResultType]::ParameterName, 'The fence, as the holder''s ETCDPAT_FENCE has it')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;lock;break' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The contender''s key, as `lock status` shows it')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;lock;acquire' {
            [CompletionResult]::new('--ttl', '--ttl', [CompletionResultType]::ParameterName, 'The lease''s time to live: how long an unreachable holder keeps others out')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Wait at most this long, then exit with 124; 0 is --try')
            [CompletionResult]::new('--permits', '--permits', [CompletionResultType]::ParameterName, 'Hold it together with others, at most N at a time; all say the same N')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'A text that `lock status` shows to others')
            [CompletionResult]::new('--conflict-exit-code', '--conflict-exit-code', [CompletionResultType]::ParameterName, 'The exit code for a lock that is busy, instead of 122')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--try', '--try', [CompletionResultType]::ParameterName, 'Don''t wait: exit with 122 when the lock can''t be had at once')
            [CompletionResult]::new('--shared', '--shared', [CompletionResultType]::ParameterName, 'Hold it together with all who say --shared')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;lock;renew' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;lock;release' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;lock;help' {
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show who holds a lock and who waits for it; exit code 1 when nobody holds it')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all locks and elections, or those whose names begin with PREFIX')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Ask whether a lock is held with this fence; exit code 1 when it is not')
            [CompletionResult]::new('break', 'break', [CompletionResultType]::ParameterValue, 'Remove one contender from a lock''s queue; its command is stopped by its own etcdpat')
            [CompletionResult]::new('acquire', 'acquire', [CompletionResultType]::ParameterValue, 'Acquire a lock that no process holds, and print its key')
            [CompletionResult]::new('renew', 'renew', [CompletionResultType]::ParameterValue, 'Renew a lock that was acquired with `lock acquire`, and print its new deadline; exit code 1 when it is not held')
            [CompletionResult]::new('release', 'release', [CompletionResultType]::ParameterValue, 'Release a lock that was acquired with `lock acquire`; exit code 1 when it is not held')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;lock;help;status' {
            break
        }
        'etcdpat;lock;help;list' {
            break
        }
        'etcdpat;lock;help;check' {
            break
        }
        'etcdpat;lock;help;break' {
            break
        }
        'etcdpat;lock;help;acquire' {
            break
        }
        'etcdpat;lock;help;renew' {
            break
        }
        'etcdpat;lock;help;release' {
            break
        }
        'etcdpat;lock;help;help' {
            break
        }
        'etcdpat;elect' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'The election''s name, where it is called like a subcommand')
            [CompletionResult]::new('--id', '--id', [CompletionResultType]::ParameterName, 'What others know this node by [default: host name, pid and something random]')
            [CompletionResult]::new('--ttl', '--ttl', [CompletionResultType]::ParameterName, 'The lease''s time to live: how long an unreachable leader keeps others from leading')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Wait at most this long to be elected the first time, then exit with 124; 0 exits with 122 at once where somebody leads')
            [CompletionResult]::new('--grace', '--grace', [CompletionResultType]::ParameterName, 'From SIGTERM to SIGKILL when the leadership is being lost or given up; 0 is SIGKILL at once [default: the lesser of 5s and a quarter of the TTL]')
            [CompletionResult]::new('--on-elected', '--on-elected', [CompletionResultType]::ParameterName, 'A shell command to run when elected, before CMD; when it fails, the node steps down')
            [CompletionResult]::new('--on-defeat', '--on-defeat', [CompletionResultType]::ParameterName, 'A shell command to run when CMD has ended: before the place is given up, or after it was lost')
            [CompletionResult]::new('--every', '--every', [CompletionResultType]::ParameterName, 'Run CMD so often (500ms, 30s, 5m, 1h; seconds without a unit), on the leader alone, first at once; no slot twice, whichever node leads')
            [CompletionResult]::new('--schedule', '--schedule', [CompletionResultType]::ParameterName, 'Run CMD by a cron expression of five fields, on the leader alone')
            [CompletionResult]::new('--timezone', '--timezone', [CompletionResultType]::ParameterName, 'The time zone of --schedule [default: UTC]')
            [CompletionResult]::new('--catch-up', '--catch-up', [CompletionResultType]::ParameterName, 'How old a slot may be that a new leader still runs [default: one period]')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--once', '--once', [CompletionResultType]::ParameterName, 'Stand only once: exit when the leadership is lost (123) or given up')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('leader', 'leader', [CompletionResultType]::ParameterValue, 'Print who leads; exit code 1 when nobody does')
            [CompletionResult]::new('observe', 'observe', [CompletionResultType]::ParameterValue, 'Print who leads, and every change of that, until SIGINT')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show who leads and who stands, in order, and the last slot of periodic work; exit code 1 when nobody leads')
            [CompletionResult]::new('resign', 'resign', [CompletionResultType]::ParameterValue, 'Ask the leader to step down, and wait until it has; exit code 1 when it has not, or nobody leads')
            [CompletionResult]::new('transfer', 'transfer', [CompletionResultType]::ParameterValue, 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;elect;leader' {
            [CompletionResult]::new('--id', '--id', [CompletionResultType]::ParameterName, 'Exit code 1 also when another node leads')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;elect;observe' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;elect;status' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;elect;resign' {
            [CompletionResult]::new('--id', '--id', [CompletionResultType]::ParameterName, 'Only if this node leads')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Remove the key of a leader that can''t be asked, or does not leave in time; its own etcdpat stops its command')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;elect;transfer' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The node that is to lead')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;elect;help' {
            [CompletionResult]::new('leader', 'leader', [CompletionResultType]::ParameterValue, 'Print who leads; exit code 1 when nobody does')
            [CompletionResult]::new('observe', 'observe', [CompletionResultType]::ParameterValue, 'Print who leads, and every change of that, until SIGINT')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show who leads and who stands, in order, and the last slot of periodic work; exit code 1 when nobody leads')
            [CompletionResult]::new('resign', 'resign', [CompletionResultType]::ParameterValue, 'Ask the leader to step down, and wait until it has; exit code 1 when it has not, or nobody leads')
            [CompletionResult]::new('transfer', 'transfer', [CompletionResultType]::ParameterValue, 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;elect;help;leader' {
            break
        }
        'etcdpat;elect;help;observe' {
            break
        }
        'etcdpat;elect;help;status' {
            break
        }
        'etcdpat;elect;help;resign' {
            break
        }
        'etcdpat;elect;help;transfer' {
            break
        }
        'etcdpat;elect;help;help' {
            break
        }
        'etcdpat;discover' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('register', 'register', [CompletionResultType]::ParameterValue, 'Register an instance of a service, as long as a command runs, or until a signal')
            [CompletionResult]::new('find', 'find', [CompletionResultType]::ParameterValue, 'Show the instances of a service; exit code 1 when there is none')
            [CompletionResult]::new('services', 'services', [CompletionResultType]::ParameterValue, 'Show all services, and how many instances each has')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Show the instances of a service, then every change, until SIGINT')
            [CompletionResult]::new('render', 'render', [CompletionResultType]::ParameterValue, 'Keep a file up to date with what is registered: a proxy''s configuration')
            [CompletionResult]::new('pick', 'pick', [CompletionResultType]::ParameterValue, 'Pick an instance of a service: print its address, or run a command that is told it')
            [CompletionResult]::new('deregister', 'deregister', [CompletionResultType]::ParameterValue, 'Remove the record of an instance; exit code 1 when there is none')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;discover;register' {
            [CompletionResult]::new('--id', '--id', [CompletionResultType]::ParameterName, 'The instance''s id: one process at a time has it')
            [CompletionResult]::new('--address', '--address', [CompletionResultType]::ParameterName, 'Where it is reached; auto:PORT is this host''s own address, as others see it')
            [CompletionResult]::new('--meta', '--meta', [CompletionResultType]::ParameterName, 'What else is told of it; repeatable')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'Register all services in this file, and follow its changes')
            [CompletionResult]::new('--ttl', '--ttl', [CompletionResultType]::ParameterName, 'The lease''s time to live: how long a record outlives a host that has crashed')
            [CompletionResult]::new('--check-http', '--check-http', [CompletionResultType]::ParameterName, 'Healthy when this URL answers with 2xx or 3xx')
            [CompletionResult]::new('--check-header', '--check-header', [CompletionResultType]::ParameterName, 'A header for --check-http; repeatable')
            [CompletionResult]::new('--check-tcp', '--check-tcp', [CompletionResultType]::ParameterName, 'Healthy when this accepts a connection')
            [CompletionResult]::new('--check-cmd', '--check-cmd', [CompletionResultType]::ParameterName, 'Healthy when this shell command exits with 0')
            [CompletionResult]::new('--check-interval', '--check-interval', [CompletionResultType]::ParameterName, 'From one check to the next')
            [CompletionResult]::new('--check-timeout', '--check-timeout', [CompletionResultType]::ParameterName, 'The longest that a check may take')
            [CompletionResult]::new('--rise', '--rise', [CompletionResultType]::ParameterName, 'So many successes in a row are healthy')
            [CompletionResult]::new('--fall', '--fall', [CompletionResultType]::ParameterName, 'So many failures in a row are unhealthy')
            [CompletionResult]::new('--unhealthy', '--unhealthy', [CompletionResultType]::ParameterName, 'What becomes of the record while the check fails')
            [CompletionResult]::new('--drain', '--drain', [CompletionResultType]::ParameterName, 'On SIGTERM, keep others from picking the instance for so long before the command is told')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Whom the record is for: etcdpat, Go''s gRPC resolver, or CoreDNS')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all services [default: /services; with --domain /skydns]')
            [CompletionResult]::new('--domain', '--domain', [CompletionResultType]::ParameterName, 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone''s labels in reverse')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--replace', '--replace', [CompletionResultType]::ParameterName, 'Take the place of a living process with the same id, too')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;discover;find' {
            [CompletionResult]::new('--meta', '--meta', [CompletionResultType]::ParameterName, 'Only those of which this is said; repeatable')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'As lines for scripts, of those that may be picked: addresses; variables, safe to eval; DNS records (SRV, A, AAAA)')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all services [default: /services; with --domain /skydns]')
            [CompletionResult]::new('--domain', '--domain', [CompletionResultType]::ParameterName, 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone''s labels in reverse')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;discover;services' {
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all services [default: /services; with --domain /skydns]')
            [CompletionResult]::new('--domain', '--domain', [CompletionResultType]::ParameterName, 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone''s labels in reverse')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--names', '--names', [CompletionResultType]::ParameterName, 'Their names alone, a line each')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;discover;watch' {
            [CompletionResult]::new('--exec', '--exec', [CompletionResultType]::ParameterName, 'A shell command to run on change; it reads all instances on standard input, a JSON line each')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all services [default: /services; with --domain /skydns]')
            [CompletionResult]::new('--domain', '--domain', [CompletionResultType]::ParameterName, 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone''s labels in reverse')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;discover;render' {
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'Several templates, as [[template]] with template, out, check and reload each')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'A shell command that checks the new file, ETCDPAT_FILE, before it takes the old one''s place')
            [CompletionResult]::new('--reload', '--reload', [CompletionResultType]::ParameterName, 'A shell command to run after each change of the file')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all services [default: /services; with --domain /skydns]')
            [CompletionResult]::new('--domain', '--domain', [CompletionResultType]::ParameterName, 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone''s labels in reverse')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--once', '--once', [CompletionResultType]::ParameterName, 'Do it once')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would change, and change nothing')
            [CompletionResult]::new('--allow-empty', '--allow-empty', [CompletionResultType]::ParameterName, 'Write an empty list for a service that has no instance left')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;discover;pick' {
            [CompletionResult]::new('--strategy', '--strategy', [CompletionResultType]::ParameterName, 'How to pick')
            [CompletionResult]::new('--hash-key', '--hash-key', [CompletionResultType]::ParameterName, 'What the pick goes by: the same instance for the same key, as long as it is there')
            [CompletionResult]::new('--meta', '--meta', [CompletionResultType]::ParameterName, 'Only instances of which this is said; repeatable')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait at most this long until there is one, then exit with 124')
            [CompletionResult]::new('--ttl', '--ttl', [CompletionResultType]::ParameterName, 'For least-conn, how long a use counts whose host has crashed')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all services [default: /services; with --domain /skydns]')
            [CompletionResult]::new('--domain', '--domain', [CompletionResultType]::ParameterName, 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone''s labels in reverse')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;discover;deregister' {
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all services [default: /services; with --domain /skydns]')
            [CompletionResult]::new('--domain', '--domain', [CompletionResultType]::ParameterName, 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone''s labels in reverse')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;discover;help' {
            [CompletionResult]::new('register', 'register', [CompletionResultType]::ParameterValue, 'Register an instance of a service, as long as a command runs, or until a signal')
            [CompletionResult]::new('find', 'find', [CompletionResultType]::ParameterValue, 'Show the instances of a service; exit code 1 when there is none')
            [CompletionResult]::new('services', 'services', [CompletionResultType]::ParameterValue, 'Show all services, and how many instances each has')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Show the instances of a service, then every change, until SIGINT')
            [CompletionResult]::new('render', 'render', [CompletionResultType]::ParameterValue, 'Keep a file up to date with what is registered: a proxy''s configuration')
            [CompletionResult]::new('pick', 'pick', [CompletionResultType]::ParameterValue, 'Pick an instance of a service: print its address, or run a command that is told it')
            [CompletionResult]::new('deregister', 'deregister', [CompletionResultType]::ParameterValue, 'Remove the record of an instance; exit code 1 when there is none')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;discover;help;register' {
            break
        }
        'etcdpat;discover;help;find' {
            break
        }
        'etcdpat;discover;help;services' {
            break
        }
        'etcdpat;discover;help;watch' {
            break
        }
        'etcdpat;discover;help;render' {
            break
        }
        'etcdpat;discover;help;pick' {
            break
        }
        'etcdpat;discover;help;deregister' {
            break
        }
        'etcdpat;discover;help;help' {
            break
        }
        'etcdpat;config' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set a value')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Print a value; exit code 1 when there is none')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all values, or those at and below PREFIX; exit code 1 when there is none')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a value; exit code 1 when there is none')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Edit values in your editor, as one document')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Set all values of a file, in one step as others see it')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print all values as a document that `import` reads back; exit code 1 when there is nothing below PREFIX')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Show all values, then every change, with what they were, or run a command for each')
            [CompletionResult]::new('exec', 'exec', [CompletionResultType]::ParameterValue, 'Run a command with the configuration as its environment, and start it again when that changes')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Show what a value was, the newest first, as far as etcd still has it')
            [CompletionResult]::new('render', 'render', [CompletionResultType]::ParameterValue, 'Keep files up to date with the configuration')
            [CompletionResult]::new('flag', 'flag', [CompletionResultType]::ParameterValue, 'Feature flags: on or off, for some users or all')
            [CompletionResult]::new('snapshot', 'snapshot', [CompletionResultType]::ParameterValue, 'All values as they were, kept under a version')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;config;set' {
            [CompletionResult]::new('--type', '--type', [CompletionResultType]::ParameterName, 'Take it for this, and refuse it where it is none')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'Read the value from this file')
            [CompletionResult]::new('--if-revision', '--if-revision', [CompletionResultType]::ParameterName, 'Only if it is at this revision; 0: only if it is not there. Else exit code 1')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--stdin', '--stdin', [CompletionResultType]::ParameterName, 'Read the value from standard input')
            [CompletionResult]::new('--no-echo', '--no-echo', [CompletionResultType]::ParameterName, 'Don''t show the value, nor what it was: a secret. On a terminal, it is asked for and not shown')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;get' {
            [CompletionResult]::new('--type', '--type', [CompletionResultType]::ParameterName, 'Refuse a value of another type (2); an int is a float too, and everything is json')
            [CompletionResult]::new('--default', '--default', [CompletionResultType]::ParameterName, 'What to print when there is none')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;list' {
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--names', '--names', [CompletionResultType]::ParameterName, 'Their names alone, a line each; in JSON, rows without values')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;delete' {
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--prefix', '--prefix', [CompletionResultType]::ParameterName, 'Delete all below it, too')
            [CompletionResult]::new('--no-echo', '--no-echo', [CompletionResultType]::ParameterName, 'Don''t show what it was: a secret')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;edit' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'As what they are edited')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;import' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Its format [default: by its ending]')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would change, and change nothing')
            [CompletionResult]::new('--prune', '--prune', [CompletionResultType]::ParameterName, 'Delete all values that are not in the file, but flags')
            [CompletionResult]::new('--take-over', '--take-over', [CompletionResultType]::ParameterName, 'Import in the place of another import that was broken off, and leave the rest of that one undone')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;export' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Its format')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;watch' {
            [CompletionResult]::new('--on-error', '--on-error', [CompletionResultType]::ParameterName, 'What to do when the command fails')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;exec' {
            [CompletionResult]::new('--on-change', '--on-change', [CompletionResultType]::ParameterName, 'What a change means: restart; signal:SIG sends a signal; none')
            [CompletionResult]::new('--env-prefix', '--env-prefix', [CompletionResultType]::ParameterName, 'What stands before the name of each variable')
            [CompletionResult]::new('--cache', '--cache', [CompletionResultType]::ParameterName, 'Keep the values in this file, for a start while etcd is away')
            [CompletionResult]::new('--grace', '--grace', [CompletionResultType]::ParameterName, 'From SIGTERM to SIGKILL when a change starts the command again; 0 kills at once. A signal that ends etcdpat is passed on and waited for without a limit: a second SIGTERM kills')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--pristine', '--pristine', [CompletionResultType]::ParameterName, 'Nothing is inherited: the configuration, and how to reach etcd, are all of the environment')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;history' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'The newest so many')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;render' {
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'Several templates, as [[template]] with template, out, check and reload each')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'A shell command that checks the new file, ETCDPAT_FILE, before it takes the old one''s place')
            [CompletionResult]::new('--reload', '--reload', [CompletionResultType]::ParameterName, 'A shell command to run after each change of the file')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--once', '--once', [CompletionResultType]::ParameterName, 'Do it once')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would change, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;flag' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Switch a flag on, for all users or some; what is not given, is as it was')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Switch a flag off for everybody; for whom it was on, is kept. One that is not there, is not made')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Exit code 0 when the flag is on, 1 when it is off or not there')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all flags')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Show all flags, then every change, or run a command for each')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;config;flag;enable' {
            [CompletionResult]::new('--percent', '--percent', [CompletionResultType]::ParameterName, 'For so many of a hundred users; more later only adds users')
            [CompletionResult]::new('--allow', '--allow', [CompletionResultType]::ParameterName, 'On for this user, too, in any case, and not denied any more; repeatable, one user each')
            [CompletionResult]::new('--deny', '--deny', [CompletionResultType]::ParameterName, 'Off for this user, too, in any case, and not allowed any more; repeatable, one user each')
            [CompletionResult]::new('--forget', '--forget', [CompletionResultType]::ParameterName, 'This user is neither allowed nor denied any more; repeatable')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--for-all', '--for-all', [CompletionResultType]::ParameterName, 'For all users: forget the percentage and the lists')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;flag;disable' {
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;flag;get' {
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'For this user')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;flag;list' {
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--names', '--names', [CompletionResultType]::ParameterName, 'Their names alone, a line each')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;flag;watch' {
            [CompletionResult]::new('--on-error', '--on-error', [CompletionResultType]::ParameterName, 'What to do when the command fails')
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;flag;help' {
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Switch a flag on, for all users or some; what is not given, is as it was')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Switch a flag off for everybody; for whom it was on, is kept. One that is not there, is not made')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Exit code 0 when the flag is on, 1 when it is off or not there')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all flags')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Show all flags, then every change, or run a command for each')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;config;flag;help;enable' {
            break
        }
        'etcdpat;config;flag;help;disable' {
            break
        }
        'etcdpat;config;flag;help;get' {
            break
        }
        'etcdpat;config;flag;help;list' {
            break
        }
        'etcdpat;config;flag;help;watch' {
            break
        }
        'etcdpat;config;flag;help;help' {
            break
        }
        'etcdpat;config;snapshot' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Keep all values, as they are at one revision')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all snapshots')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is in a snapshot')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'Show what differs from now, or from another snapshot; exit code 1 when something does')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Make all values what they were: what came later, is deleted. `diff` shows before what would change')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a snapshot')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;config;snapshot;create' {
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;snapshot;list' {
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--names', '--names', [CompletionResultType]::ParameterName, 'Their versions alone, a line each')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;snapshot;show' {
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;snapshot;diff' {
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;snapshot;restore' {
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--take-over', '--take-over', [CompletionResultType]::ParameterName, 'Restore in the place of an import that was broken off, and leave the rest of that one undone')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;snapshot;delete' {
            [CompletionResult]::new('--root', '--root', [CompletionResultType]::ParameterName, 'The prefix of all values')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;config;snapshot;help' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Keep all values, as they are at one revision')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all snapshots')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is in a snapshot')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'Show what differs from now, or from another snapshot; exit code 1 when something does')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Make all values what they were: what came later, is deleted. `diff` shows before what would change')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a snapshot')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;config;snapshot;help;create' {
            break
        }
        'etcdpat;config;snapshot;help;list' {
            break
        }
        'etcdpat;config;snapshot;help;show' {
            break
        }
        'etcdpat;config;snapshot;help;diff' {
            break
        }
        'etcdpat;config;snapshot;help;restore' {
            break
        }
        'etcdpat;config;snapshot;help;delete' {
            break
        }
        'etcdpat;config;snapshot;help;help' {
            break
        }
        'etcdpat;config;help' {
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set a value')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Print a value; exit code 1 when there is none')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all values, or those at and below PREFIX; exit code 1 when there is none')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a value; exit code 1 when there is none')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Edit values in your editor, as one document')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Set all values of a file, in one step as others see it')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print all values as a document that `import` reads back; exit code 1 when there is nothing below PREFIX')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Show all values, then every change, with what they were, or run a command for each')
            [CompletionResult]::new('exec', 'exec', [CompletionResultType]::ParameterValue, 'Run a command with the configuration as its environment, and start it again when that changes')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Show what a value was, the newest first, as far as etcd still has it')
            [CompletionResult]::new('render', 'render', [CompletionResultType]::ParameterValue, 'Keep files up to date with the configuration')
            [CompletionResult]::new('flag', 'flag', [CompletionResultType]::ParameterValue, 'Feature flags: on or off, for some users or all')
            [CompletionResult]::new('snapshot', 'snapshot', [CompletionResultType]::ParameterValue, 'All values as they were, kept under a version')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;config;help;set' {
            break
        }
        'etcdpat;config;help;get' {
            break
        }
        'etcdpat;config;help;list' {
            break
        }
        'etcdpat;config;help;delete' {
            break
        }
        'etcdpat;config;help;edit' {
            break
        }
        'etcdpat;config;help;import' {
            break
        }
        'etcdpat;config;help;export' {
            break
        }
        'etcdpat;config;help;watch' {
            break
        }
        'etcdpat;config;help;exec' {
            break
        }
        'etcdpat;config;help;history' {
            break
        }
        'etcdpat;config;help;render' {
            break
        }
        'etcdpat;config;help;flag' {
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Switch a flag on, for all users or some; what is not given, is as it was')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Switch a flag off for everybody; for whom it was on, is kept. One that is not there, is not made')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Exit code 0 when the flag is on, 1 when it is off or not there')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all flags')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Show all flags, then every change, or run a command for each')
            break
        }
        'etcdpat;config;help;flag;enable' {
            break
        }
        'etcdpat;config;help;flag;disable' {
            break
        }
        'etcdpat;config;help;flag;get' {
            break
        }
        'etcdpat;config;help;flag;list' {
            break
        }
        'etcdpat;config;help;flag;watch' {
            break
        }
        'etcdpat;config;help;snapshot' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Keep all values, as they are at one revision')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all snapshots')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is in a snapshot')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'Show what differs from now, or from another snapshot; exit code 1 when something does')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Make all values what they were: what came later, is deleted. `diff` shows before what would change')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a snapshot')
            break
        }
        'etcdpat;config;help;snapshot;create' {
            break
        }
        'etcdpat;config;help;snapshot;list' {
            break
        }
        'etcdpat;config;help;snapshot;show' {
            break
        }
        'etcdpat;config;help;snapshot;diff' {
            break
        }
        'etcdpat;config;help;snapshot;restore' {
            break
        }
        'etcdpat;config;help;snapshot;delete' {
            break
        }
        'etcdpat;config;help;help' {
            break
        }
        'etcdpat;ha' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('active-active', 'active-active', [CompletionResultType]::ParameterValue, 'Do the requests on standard input, a line each, several at a time, and none twice at the same time')
            [CompletionResult]::new('active-passive', 'active-passive', [CompletionResultType]::ParameterValue, 'Run a primary on one node, and a secondary on every other one')
            [CompletionResult]::new('sharded', 'sharded', [CompletionResultType]::ParameterValue, 'Run a command for each of a fixed number of shards, each at one instance at a time')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all services that have nodes: active-passive ones and sharded groups')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show the nodes of a service: their roles, or their shards')
            [CompletionResult]::new('switch', 'switch', [CompletionResultType]::ParameterValue, 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;ha;active-active' {
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'How many requests at a time')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'How many requests at a time')
            [CompletionResult]::new('--joblog', '--joblog', [CompletionResultType]::ParameterName, 'Write down which requests have ended')
            [CompletionResult]::new('--ttl', '--ttl', [CompletionResultType]::ParameterName, 'How long the locks outlive this process when it is killed or cut off')
            [CompletionResult]::new('--grace', '--grace', [CompletionResultType]::ParameterName, 'From SIGTERM to SIGKILL for a command that must end [default: a quarter of the TTL, at most 5s]')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Do the others when one has failed')
            [CompletionResult]::new('--keep-going', '--keep-going', [CompletionResultType]::ParameterName, 'Do the others when one has failed')
            [CompletionResult]::new('-0', '-0', [CompletionResultType]::ParameterName, 'Requests end with a NUL byte, not with a line break')
            [CompletionResult]::new('--null', '--null', [CompletionResultType]::ParameterName, 'Requests end with a NUL byte, not with a line break')
            [CompletionResult]::new('--resume', '--resume', [CompletionResultType]::ParameterName, 'Skip what the job log has')
            [CompletionResult]::new('--resume-failed', '--resume-failed', [CompletionResultType]::ParameterName, 'Skip what the job log has as ended with 0')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Let the commands write where etcdpat does, as they like')
            [CompletionResult]::new('--ungroup', '--ungroup', [CompletionResultType]::ParameterName, 'Let the commands write where etcdpat does, as they like')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;ha;active-passive' {
            [CompletionResult]::new('--node-id', '--node-id', [CompletionResultType]::ParameterName, 'What others know this node by: one process at a time has it')
            [CompletionResult]::new('--primary', '--primary', [CompletionResultType]::ParameterName, 'The shell command to run while this node leads')
            [CompletionResult]::new('--secondary', '--secondary', [CompletionResultType]::ParameterName, 'The shell command to run while it does not')
            [CompletionResult]::new('--ttl', '--ttl', [CompletionResultType]::ParameterName, 'The lease''s time to live: how long an unreachable leader keeps others from leading')
            [CompletionResult]::new('--grace', '--grace', [CompletionResultType]::ParameterName, 'From SIGTERM to SIGKILL when primary or secondary is to end; 0 is SIGKILL at once [default: the lesser of 5s and a quarter of the TTL]')
            [CompletionResult]::new('--health', '--health', [CompletionResultType]::ParameterName, 'The node is healthy when this shell command exits with 0')
            [CompletionResult]::new('--health-interval', '--health-interval', [CompletionResultType]::ParameterName, 'From one check to the next')
            [CompletionResult]::new('--health-timeout', '--health-timeout', [CompletionResultType]::ParameterName, 'The longest that a check may take; one that takes longer has failed')
            [CompletionResult]::new('--rise', '--rise', [CompletionResultType]::ParameterName, 'So many successes in a row are healthy')
            [CompletionResult]::new('--fall', '--fall', [CompletionResultType]::ParameterName, 'So many failures in a row are unhealthy')
            [CompletionResult]::new('--start-period', '--start-period', [CompletionResultType]::ParameterName, 'How long after its start failures of a primary do not count')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;ha;sharded' {
            [CompletionResult]::new('--shards', '--shards', [CompletionResultType]::ParameterName, 'How many shards there are, from 1 to 10000: the same at every instance')
            [CompletionResult]::new('--node-id', '--node-id', [CompletionResultType]::ParameterName, 'What others know this instance by')
            [CompletionResult]::new('--weight', '--weight', [CompletionResultType]::ParameterName, 'Its part of the shards, in proportion to the others'' weights')
            [CompletionResult]::new('--rejoin', '--rejoin', [CompletionResultType]::ParameterName, 'Have its shards wait so long for this instance when it is gone: a restart does not move them')
            [CompletionResult]::new('--ttl', '--ttl', [CompletionResultType]::ParameterName, 'The lease''s time to live: how long an unreachable instance keeps its shards from the others')
            [CompletionResult]::new('--grace', '--grace', [CompletionResultType]::ParameterName, 'From SIGTERM to SIGKILL when a shard moves or is being lost; 0 is SIGKILL at once [default: the lesser of 5s and a quarter of the TTL]')
            [CompletionResult]::new('--on-change', '--on-change', [CompletionResultType]::ParameterName, 'What it means for that CMD that the shards change: restart; signal:SIG sends a signal, and CMD has the grace to acknowledge')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--per-instance', '--per-instance', [CompletionResultType]::ParameterName, 'Run CMD once for all shards of the instance, not once for each')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;ha;list' {
            [CompletionResult]::new('--shape', '--shape', [CompletionResultType]::ParameterName, 'Only those of this shape')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--names', '--names', [CompletionResultType]::ParameterName, 'Their names alone, a line each')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;ha;status' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--ids', '--ids', [CompletionResultType]::ParameterName, 'The ids of the nodes alone, a line each')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;ha;switch' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The node that is to lead')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;ha;help' {
            [CompletionResult]::new('active-active', 'active-active', [CompletionResultType]::ParameterValue, 'Do the requests on standard input, a line each, several at a time, and none twice at the same time')
            [CompletionResult]::new('active-passive', 'active-passive', [CompletionResultType]::ParameterValue, 'Run a primary on one node, and a secondary on every other one')
            [CompletionResult]::new('sharded', 'sharded', [CompletionResultType]::ParameterValue, 'Run a command for each of a fixed number of shards, each at one instance at a time')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all services that have nodes: active-passive ones and sharded groups')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show the nodes of a service: their roles, or their shards')
            [CompletionResult]::new('switch', 'switch', [CompletionResultType]::ParameterValue, 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;ha;help;active-active' {
            break
        }
        'etcdpat;ha;help;active-passive' {
            break
        }
        'etcdpat;ha;help;sharded' {
            break
        }
        'etcdpat;ha;help;list' {
            break
        }
        'etcdpat;ha;help;status' {
            break
        }
        'etcdpat;ha;help;switch' {
            break
        }
        'etcdpat;ha;help;help' {
            break
        }
        'etcdpat;lease' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('grant', 'grant', [CompletionResultType]::ParameterValue, 'Grant a lease, and print its id')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Revoke a lease, and so delete every key on it; exit code 1 when it is gone')
            [CompletionResult]::new('ttl', 'ttl', [CompletionResultType]::ParameterValue, 'Show what is left of a lease''s TTL; exit code 1 when it is gone')
            [CompletionResult]::new('keepalive', 'keepalive', [CompletionResultType]::ParameterValue, 'Renew a lease at every third of its TTL, until a signal; exit code 1 when it is gone')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all leases: what is left of their TTLs, and how many keys are on them')
            [CompletionResult]::new('attach', 'attach', [CompletionResultType]::ParameterValue, 'Put a key on a lease; exit code 1 when the lease is gone, and nothing is written')
            [CompletionResult]::new('of', 'of', [CompletionResultType]::ParameterValue, 'Print the lease that a key is on; exit code 1 when there is none, or no such key')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run a command, and keep keys in etcd exactly as long as it runs')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;lease;grant' {
            [CompletionResult]::new('--id', '--id', [CompletionResultType]::ParameterName, 'The id to grant it under, which nobody may use yet [default: a random one]')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;lease;revoke' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;lease;ttl' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--keys', '--keys', [CompletionResultType]::ParameterName, 'Show the keys on it, too')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;lease;keepalive' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--once', '--once', [CompletionResultType]::ParameterName, 'Renew it once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;lease;list' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;lease;attach' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;lease;of' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;lease;run' {
            [CompletionResult]::new('--ttl', '--ttl', [CompletionResultType]::ParameterName, 'The lease''s time to live: how long the keys outlive a host that has crashed')
            [CompletionResult]::new('--grace', '--grace', [CompletionResultType]::ParameterName, 'From SIGTERM to SIGKILL when the lease is being lost; 0 is SIGKILL at once [default: the lesser of 5s and a quarter of the TTL]')
            [CompletionResult]::new('--put', '--put', [CompletionResultType]::ParameterName, 'A key and its value, divided at the first =; repeatable')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--replace', '--replace', [CompletionResultType]::ParameterName, 'Put keys that exist already, too, instead of giving up with exit code 1')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;lease;help' {
            [CompletionResult]::new('grant', 'grant', [CompletionResultType]::ParameterValue, 'Grant a lease, and print its id')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Revoke a lease, and so delete every key on it; exit code 1 when it is gone')
            [CompletionResult]::new('ttl', 'ttl', [CompletionResultType]::ParameterValue, 'Show what is left of a lease''s TTL; exit code 1 when it is gone')
            [CompletionResult]::new('keepalive', 'keepalive', [CompletionResultType]::ParameterValue, 'Renew a lease at every third of its TTL, until a signal; exit code 1 when it is gone')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all leases: what is left of their TTLs, and how many keys are on them')
            [CompletionResult]::new('attach', 'attach', [CompletionResultType]::ParameterValue, 'Put a key on a lease; exit code 1 when the lease is gone, and nothing is written')
            [CompletionResult]::new('of', 'of', [CompletionResultType]::ParameterValue, 'Print the lease that a key is on; exit code 1 when there is none, or no such key')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run a command, and keep keys in etcd exactly as long as it runs')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;lease;help;grant' {
            break
        }
        'etcdpat;lease;help;revoke' {
            break
        }
        'etcdpat;lease;help;ttl' {
            break
        }
        'etcdpat;lease;help;keepalive' {
            break
        }
        'etcdpat;lease;help;list' {
            break
        }
        'etcdpat;lease;help;attach' {
            break
        }
        'etcdpat;lease;help;of' {
            break
        }
        'etcdpat;lease;help;run' {
            break
        }
        'etcdpat;lease;help;help' {
            break
        }
        'etcdpat;txn' {
            [CompletionResult]::new('--guard', '--guard', [CompletionResultType]::ParameterName, 'Apply it only while this lock is held with this fence; may be repeated')
            [CompletionResult]::new('--if', '--if', [CompletionResultType]::ParameterName, 'A comparison; may be repeated, all have to hold')
            [CompletionResult]::new('--then', '--then', [CompletionResultType]::ParameterName, 'An operation for when they hold; may be repeated')
            [CompletionResult]::new('--else', '--else', [CompletionResultType]::ParameterName, 'An operation for when they don''t; may be repeated')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Read it from a JSON file; - is standard input')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'Read it from a JSON file; - is standard input')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;watch' {
            [CompletionResult]::new('--rev', '--rev', [CompletionResultType]::ParameterName, 'Begin with what happened at this revision')
            [CompletionResult]::new('--filter', '--filter', [CompletionResultType]::ParameterName, 'Show only these')
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'End after so many events')
            [CompletionResult]::new('--resume-file', '--resume-file', [CompletionResultType]::ParameterName, 'Keep the position in this file, and go on from there when it exists')
            [CompletionResult]::new('--on-error', '--on-error', [CompletionResultType]::ParameterName, 'What to do when the command fails')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('--prefix', '--prefix', [CompletionResultType]::ParameterName, 'Watch all keys that begin with KEY')
            [CompletionResult]::new('--from-key', '--from-key', [CompletionResultType]::ParameterName, 'Watch all keys from KEY on')
            [CompletionResult]::new('--initial', '--initial', [CompletionResultType]::ParameterName, 'Show the present state first, then what changes')
            [CompletionResult]::new('--prev-kv', '--prev-kv', [CompletionResultType]::ParameterName, 'Show what the value was before, too')
            [CompletionResult]::new('--progress-notify', '--progress-notify', [CompletionResultType]::ParameterName, 'Show it when the server says that nothing has happened up to a revision')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;dev' {
            [CompletionResult]::new('--members', '--members', [CompletionResultType]::ParameterName, 'How many members')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Where to keep the data; without it, it is temporary')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;examples' {
            [CompletionResult]::new('--example', '--example', [CompletionResultType]::ParameterName, 'Which example')
            [CompletionResult]::new('--node-id', '--node-id', [CompletionResultType]::ParameterName, 'What the node of the examples `discovery`, `election`, `leader-task` and `ha` is called')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;completions' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;man' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]')
            [CompletionResult]::new('--endpoints', '--endpoints', [CompletionResultType]::ParameterName, 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]')
            [CompletionResult]::new('--discovery-srv', '--discovery-srv', [CompletionResultType]::ParameterName, 'Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]')
            [CompletionResult]::new('--discovery-srv-name', '--discovery-srv-name', [CompletionResultType]::ParameterName, 'What follows in these records'' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME, ETCDCTL_DISCOVERY_SRV_NAME]')
            [CompletionResult]::new('--insecure-discovery', '--insecure-discovery', [CompletionResultType]::ParameterName, 'Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY, ETCDCTL_INSECURE_DISCOVERY] [default: true]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]')
            [CompletionResult]::new('--insecure-transport', '--insecure-transport', [CompletionResultType]::ParameterName, 'Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env: ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]')
            [CompletionResult]::new('--insecure-skip-tls-verify', '--insecure-skip-tls-verify', [CompletionResultType]::ParameterName, 'Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY, ETCDCTL_INSECURE_SKIP_TLS_VERIFY]')
            [CompletionResult]::new('--tls-server-name', '--tls-server-name', [CompletionResultType]::ParameterName, 'Name that the server''s certificate must be for, instead of the endpoint''s host [env: ETCDPAT_TLS_SERVER_NAME]')
            [CompletionResult]::new('--dial-timeout', '--dial-timeout', [CompletionResultType]::ParameterName, 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]')
            [CompletionResult]::new('--command-timeout', '--command-timeout', [CompletionResultType]::ParameterName, 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour; NO_COLOR is honoured')
            [CompletionResult]::new('--state-root', '--state-root', [CompletionResultType]::ParameterName, 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say only errors and results')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; again for traces (RUST_LOG is honoured)')
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'Run this one command against a throwaway real etcd')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'etcdpat;help' {
            [CompletionResult]::new('lock', 'lock', [CompletionResultType]::ParameterValue, 'Run a command while holding a lock, or several at once.')
            [CompletionResult]::new('elect', 'elect', [CompletionResultType]::ParameterValue, 'Run a command on one node at a time: on the leader.')
            [CompletionResult]::new('discover', 'discover', [CompletionResultType]::ParameterValue, 'Register instances of services, find them, follow them, and pick one.')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Typed configuration: read, written, imported whole and given to commands, with flags and snapshots.')
            [CompletionResult]::new('ha', 'ha', [CompletionResultType]::ParameterValue, 'Keep a service up on several nodes.')
            [CompletionResult]::new('lease', 'lease', [CompletionResultType]::ParameterValue, 'Grant, renew and revoke leases; put keys on them that go when they end.')
            [CompletionResult]::new('txn', 'txn', [CompletionResultType]::ParameterValue, 'Compare keys, and apply one of two lists of operations, at once or not at all.')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Follow what happens to keys, or run a command for each event.')
            [CompletionResult]::new('dev', 'dev', [CompletionResultType]::ParameterValue, 'Start a throwaway real etcd on free loopback ports, and run a command against it.')
            [CompletionResult]::new('examples', 'examples', [CompletionResultType]::ParameterValue, 'Show the patterns at work, against a real etcd.')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completions for a shell.')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Write the manual pages.')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'etcdpat;help;lock' {
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show who holds a lock and who waits for it; exit code 1 when nobody holds it')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all locks and elections, or those whose names begin with PREFIX')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Ask whether a lock is held with this fence; exit code 1 when it is not')
            [CompletionResult]::new('break', 'break', [CompletionResultType]::ParameterValue, 'Remove one contender from a lock''s queue; its command is stopped by its own etcdpat')
            [CompletionResult]::new('acquire', 'acquire', [CompletionResultType]::ParameterValue, 'Acquire a lock that no process holds, and print its key')
            [CompletionResult]::new('renew', 'renew', [CompletionResultType]::ParameterValue, 'Renew a lock that was acquired with `lock acquire`, and print its new deadline; exit code 1 when it is not held')
            [CompletionResult]::new('release', 'release', [CompletionResultType]::ParameterValue, 'Release a lock that was acquired with `lock acquire`; exit code 1 when it is not held')
            break
        }
        'etcdpat;help;lock;status' {
            break
        }
        'etcdpat;help;lock;list' {
            break
        }
        'etcdpat;help;lock;check' {
            break
        }
        'etcdpat;help;lock;break' {
            break
        }
        'etcdpat;help;lock;acquire' {
            break
        }
        'etcdpat;help;lock;renew' {
            break
        }
        'etcdpat;help;lock;release' {
            break
        }
        'etcdpat;help;elect' {
            [CompletionResult]::new('leader', 'leader', [CompletionResultType]::ParameterValue, 'Print who leads; exit code 1 when nobody does')
            [CompletionResult]::new('observe', 'observe', [CompletionResultType]::ParameterValue, 'Print who leads, and every change of that, until SIGINT')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show who leads and who stands, in order, and the last slot of periodic work; exit code 1 when nobody leads')
            [CompletionResult]::new('resign', 'resign', [CompletionResultType]::ParameterValue, 'Ask the leader to step down, and wait until it has; exit code 1 when it has not, or nobody leads')
            [CompletionResult]::new('transfer', 'transfer', [CompletionResultType]::ParameterValue, 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not')
            break
        }
        'etcdpat;help;elect;leader' {
            break
        }
        'etcdpat;help;elect;observe' {
            break
        }
        'etcdpat;help;elect;status' {
            break
        }
        'etcdpat;help;elect;resign' {
            break
        }
        'etcdpat;help;elect;transfer' {
            break
        }
        'etcdpat;help;discover' {
            [CompletionResult]::new('register', 'register', [CompletionResultType]::ParameterValue, 'Register an instance of a service, as long as a command runs, or until a signal')
            [CompletionResult]::new('find', 'find', [CompletionResultType]::ParameterValue, 'Show the instances of a service; exit code 1 when there is none')
            [CompletionResult]::new('services', 'services', [CompletionResultType]::ParameterValue, 'Show all services, and how many instances each has')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Show the instances of a service, then every change, until SIGINT')
            [CompletionResult]::new('render', 'render', [CompletionResultType]::ParameterValue, 'Keep a file up to date with what is registered: a proxy''s configuration')
            [CompletionResult]::new('pick', 'pick', [CompletionResultType]::ParameterValue, 'Pick an instance of a service: print its address, or run a command that is told it')
            [CompletionResult]::new('deregister', 'deregister', [CompletionResultType]::ParameterValue, 'Remove the record of an instance; exit code 1 when there is none')
            break
        }
        'etcdpat;help;discover;register' {
            break
        }
        'etcdpat;help;discover;find' {
            break
        }
        'etcdpat;help;discover;services' {
            break
        }
        'etcdpat;help;discover;watch' {
            break
        }
        'etcdpat;help;discover;render' {
            break
        }
        'etcdpat;help;discover;pick' {
            break
        }
        'etcdpat;help;discover;deregister' {
            break
        }
        'etcdpat;help;config' {
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set a value')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Print a value; exit code 1 when there is none')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all values, or those at and below PREFIX; exit code 1 when there is none')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a value; exit code 1 when there is none')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Edit values in your editor, as one document')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Set all values of a file, in one step as others see it')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print all values as a document that `import` reads back; exit code 1 when there is nothing below PREFIX')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Show all values, then every change, with what they were, or run a command for each')
            [CompletionResult]::new('exec', 'exec', [CompletionResultType]::ParameterValue, 'Run a command with the configuration as its environment, and start it again when that changes')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Show what a value was, the newest first, as far as etcd still has it')
            [CompletionResult]::new('render', 'render', [CompletionResultType]::ParameterValue, 'Keep files up to date with the configuration')
            [CompletionResult]::new('flag', 'flag', [CompletionResultType]::ParameterValue, 'Feature flags: on or off, for some users or all')
            [CompletionResult]::new('snapshot', 'snapshot', [CompletionResultType]::ParameterValue, 'All values as they were, kept under a version')
            break
        }
        'etcdpat;help;config;set' {
            break
        }
        'etcdpat;help;config;get' {
            break
        }
        'etcdpat;help;config;list' {
            break
        }
        'etcdpat;help;config;delete' {
            break
        }
        'etcdpat;help;config;edit' {
            break
        }
        'etcdpat;help;config;import' {
            break
        }
        'etcdpat;help;config;export' {
            break
        }
        'etcdpat;help;config;watch' {
            break
        }
        'etcdpat;help;config;exec' {
            break
        }
        'etcdpat;help;config;history' {
            break
        }
        'etcdpat;help;config;render' {
            break
        }
        'etcdpat;help;config;flag' {
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Switch a flag on, for all users or some; what is not given, is as it was')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Switch a flag off for everybody; for whom it was on, is kept. One that is not there, is not made')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Exit code 0 when the flag is on, 1 when it is off or not there')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all flags')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Show all flags, then every change, or run a command for each')
            break
        }
        'etcdpat;help;config;flag;enable' {
            break
        }
        'etcdpat;help;config;flag;disable' {
            break
        }
        'etcdpat;help;config;flag;get' {
            break
        }
        'etcdpat;help;config;flag;list' {
            break
        }
        'etcdpat;help;config;flag;watch' {
            break
        }
        'etcdpat;help;config;snapshot' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Keep all values, as they are at one revision')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all snapshots')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what is in a snapshot')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'Show what differs from now, or from another snapshot; exit code 1 when something does')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Make all values what they were: what came later, is deleted. `diff` shows before what would change')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a snapshot')
            break
        }
        'etcdpat;help;config;snapshot;create' {
            break
        }
        'etcdpat;help;config;snapshot;list' {
            break
        }
        'etcdpat;help;config;snapshot;show' {
            break
        }
        'etcdpat;help;config;snapshot;diff' {
            break
        }
        'etcdpat;help;config;snapshot;restore' {
            break
        }
        'etcdpat;help;config;snapshot;delete' {
            break
        }
        'etcdpat;help;ha' {
            [CompletionResult]::new('active-active', 'active-active', [CompletionResultType]::ParameterValue, 'Do the requests on standard input, a line each, several at a time, and none twice at the same time')
            [CompletionResult]::new('active-passive', 'active-passive', [CompletionResultType]::ParameterValue, 'Run a primary on one node, and a secondary on every other one')
            [CompletionResult]::new('sharded', 'sharded', [CompletionResultType]::ParameterValue, 'Run a command for each of a fixed number of shards, each at one instance at a time')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all services that have nodes: active-passive ones and sharded groups')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show the nodes of a service: their roles, or their shards')
            [CompletionResult]::new('switch', 'switch', [CompletionResultType]::ParameterValue, 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not')
            break
        }
        'etcdpat;help;ha;active-active' {
            break
        }
        'etcdpat;help;ha;active-passive' {
            break
        }
        'etcdpat;help;ha;sharded' {
            break
        }
        'etcdpat;help;ha;list' {
            break
        }
        'etcdpat;help;ha;status' {
            break
        }
        'etcdpat;help;ha;switch' {
            break
        }
        'etcdpat;help;lease' {
            [CompletionResult]::new('grant', 'grant', [CompletionResultType]::ParameterValue, 'Grant a lease, and print its id')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Revoke a lease, and so delete every key on it; exit code 1 when it is gone')
            [CompletionResult]::new('ttl', 'ttl', [CompletionResultType]::ParameterValue, 'Show what is left of a lease''s TTL; exit code 1 when it is gone')
            [CompletionResult]::new('keepalive', 'keepalive', [CompletionResultType]::ParameterValue, 'Renew a lease at every third of its TTL, until a signal; exit code 1 when it is gone')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show all leases: what is left of their TTLs, and how many keys are on them')
            [CompletionResult]::new('attach', 'attach', [CompletionResultType]::ParameterValue, 'Put a key on a lease; exit code 1 when the lease is gone, and nothing is written')
            [CompletionResult]::new('of', 'of', [CompletionResultType]::ParameterValue, 'Print the lease that a key is on; exit code 1 when there is none, or no such key')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run a command, and keep keys in etcd exactly as long as it runs')
            break
        }
        'etcdpat;help;lease;grant' {
            break
        }
        'etcdpat;help;lease;revoke' {
            break
        }
        'etcdpat;help;lease;ttl' {
            break
        }
        'etcdpat;help;lease;keepalive' {
            break
        }
        'etcdpat;help;lease;list' {
            break
        }
        'etcdpat;help;lease;attach' {
            break
        }
        'etcdpat;help;lease;of' {
            break
        }
        'etcdpat;help;lease;run' {
            break
        }
        'etcdpat;help;txn' {
            break
        }
        'etcdpat;help;watch' {
            break
        }
        'etcdpat;help;dev' {
            break
        }
        'etcdpat;help;examples' {
            break
        }
        'etcdpat;help;completions' {
            break
        }
        'etcdpat;help;man' {
            break
        }
        'etcdpat;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
