
use builtin;
use str;

set edit:completion:arg-completer[etcdpat] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'etcdpat'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'etcdpat'= {
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand lock 'Run a command while holding a lock, or several at once.'
            cand elect 'Run a command on one node at a time: on the leader.'
            cand discover 'Register instances of services, find them, follow them, and pick one.'
            cand config 'Typed configuration: read, written, imported whole and given to commands, with flags and snapshots.'
            cand ha 'Keep a service up on several nodes.'
            cand lease 'Grant, renew and revoke leases; put keys on them that go when they end.'
            cand txn 'Compare keys, and apply one of two lists of operations, at once or not at all.'
            cand watch 'Follow what happens to keys, or run a command for each event.'
            cand dev 'Start a throwaway real etcd on free loopback ports, and run a command against it.'
            cand examples 'Show the patterns at work, against a real etcd.'
            cand completions 'Print the completions for a shell.'
            cand man 'Write the manual pages.'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;lock'= {
            cand --name 'A lock''s name, where it is called like a subcommand'
            cand --ttl 'The lease''s time to live: how long an unreachable holder keeps others out'
            cand --timeout 'Wait at most this long, then exit with 124; 0 is --try'
            cand --permits 'Hold it together with others, at most N at a time; all say the same N'
            cand --note 'A text that `lock status` shows to others'
            cand --conflict-exit-code 'The exit code for a lock that is busy, instead of 122'
            cand --grace 'From SIGTERM to SIGKILL when the lock is being lost; 0 is SIGKILL at once [default: the lesser of 5s and a quarter of the TTL]'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --try 'Don''t wait: exit with 122 when the lock can''t be had at once'
            cand --shared 'Hold it together with all who say --shared'
            cand --hold 'Hold several locks without a command, until a signal'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand status 'Show who holds a lock and who waits for it; exit code 1 when nobody holds it'
            cand list 'Show all locks and elections, or those whose names begin with PREFIX'
            cand check 'Ask whether a lock is held with this fence; exit code 1 when it is not'
            cand break 'Remove one contender from a lock''s queue; its command is stopped by its own etcdpat'
            cand acquire 'Acquire a lock that no process holds, and print its key'
            cand renew 'Renew a lock that was acquired with `lock acquire`, and print its new deadline; exit code 1 when it is not held'
            cand release 'Release a lock that was acquired with `lock acquire`; exit code 1 when it is not held'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;lock;status'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --watch 'Show it again whenever that changes, until SIGINT'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;lock;list'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;lock;check'= {
            cand --fence 'The fence, as the holder''s ETCDPAT_FENCE has it'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;lock;break'= {
            cand --key 'The contender''s key, as `lock status` shows it'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;lock;acquire'= {
            cand --ttl 'The lease''s time to live: how long an unreachable holder keeps others out'
            cand --timeout 'Wait at most this long, then exit with 124; 0 is --try'
            cand --permits 'Hold it together with others, at most N at a time; all say the same N'
            cand --note 'A text that `lock status` shows to others'
            cand --conflict-exit-code 'The exit code for a lock that is busy, instead of 122'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --try 'Don''t wait: exit with 122 when the lock can''t be had at once'
            cand --shared 'Hold it together with all who say --shared'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;lock;renew'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;lock;release'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;lock;help'= {
            cand status 'Show who holds a lock and who waits for it; exit code 1 when nobody holds it'
            cand list 'Show all locks and elections, or those whose names begin with PREFIX'
            cand check 'Ask whether a lock is held with this fence; exit code 1 when it is not'
            cand break 'Remove one contender from a lock''s queue; its command is stopped by its own etcdpat'
            cand acquire 'Acquire a lock that no process holds, and print its key'
            cand renew 'Renew a lock that was acquired with `lock acquire`, and print its new deadline; exit code 1 when it is not held'
            cand release 'Release a lock that was acquired with `lock acquire`; exit code 1 when it is not held'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;lock;help;status'= {
        }
        &'etcdpat;lock;help;list'= {
        }
        &'etcdpat;lock;help;check'= {
        }
        &'etcdpat;lock;help;break'= {
        }
        &'etcdpat;lock;help;acquire'= {
        }
        &'etcdpat;lock;help;renew'= {
        }
        &'etcdpat;lock;help;release'= {
        }
        &'etcdpat;lock;help;help'= {
        }
        &'etcdpat;elect'= {
            cand --name 'The election''s name, where it is called like a subcommand'
            cand --id 'What others know this node by [default: host name, pid and something random]'
            cand --ttl 'The lease''s time to live: how long an unreachable leader keeps others from leading'
            cand --timeout 'Wait at most this long to be elected the first time, then exit with 124; 0 exits with 122 at once where somebody leads'
            cand --grace 'From SIGTERM to SIGKILL when the leadership is being lost or given up; 0 is SIGKILL at once [default: the lesser of 5s and a quarter of the TTL]'
            cand --on-elected 'A shell command to run when elected, before CMD; when it fails, the node steps down'
            cand --on-defeat 'A shell command to run when CMD has ended: before the place is given up, or after it was lost'
            cand --every 'Run CMD so often (500ms, 30s, 5m, 1h; seconds without a unit), on the leader alone, first at once; no slot twice, whichever node leads'
            cand --schedule 'Run CMD by a cron expression of five fields, on the leader alone'
            cand --timezone 'The time zone of --schedule [default: UTC]'
            cand --catch-up 'How old a slot may be that a new leader still runs [default: one period]'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --once 'Stand only once: exit when the leadership is lost (123) or given up'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand leader 'Print who leads; exit code 1 when nobody does'
            cand observe 'Print who leads, and every change of that, until SIGINT'
            cand status 'Show who leads and who stands, in order, and the last slot of periodic work; exit code 1 when nobody leads'
            cand resign 'Ask the leader to step down, and wait until it has; exit code 1 when it has not, or nobody leads'
            cand transfer 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;elect;leader'= {
            cand --id 'Exit code 1 also when another node leads'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;elect;observe'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;elect;status'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;elect;resign'= {
            cand --id 'Only if this node leads'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --force 'Remove the key of a leader that can''t be asked, or does not leave in time; its own etcdpat stops its command'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;elect;transfer'= {
            cand --to 'The node that is to lead'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;elect;help'= {
            cand leader 'Print who leads; exit code 1 when nobody does'
            cand observe 'Print who leads, and every change of that, until SIGINT'
            cand status 'Show who leads and who stands, in order, and the last slot of periodic work; exit code 1 when nobody leads'
            cand resign 'Ask the leader to step down, and wait until it has; exit code 1 when it has not, or nobody leads'
            cand transfer 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;elect;help;leader'= {
        }
        &'etcdpat;elect;help;observe'= {
        }
        &'etcdpat;elect;help;status'= {
        }
        &'etcdpat;elect;help;resign'= {
        }
        &'etcdpat;elect;help;transfer'= {
        }
        &'etcdpat;elect;help;help'= {
        }
        &'etcdpat;discover'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand register 'Register an instance of a service, as long as a command runs, or until a signal'
            cand find 'Show the instances of a service; exit code 1 when there is none'
            cand services 'Show all services, and how many instances each has'
            cand watch 'Show the instances of a service, then every change, until SIGINT'
            cand render 'Keep a file up to date with what is registered: a proxy''s configuration'
            cand pick 'Pick an instance of a service: print its address, or run a command that is told it'
            cand deregister 'Remove the record of an instance; exit code 1 when there is none'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;discover;register'= {
            cand --id 'The instance''s id: one process at a time has it'
            cand --address 'Where it is reached; auto:PORT is this host''s own address, as others see it'
            cand --meta 'What else is told of it; repeatable'
            cand --file 'Register all services in this file, and follow its changes'
            cand --ttl 'The lease''s time to live: how long a record outlives a host that has crashed'
            cand --check-http 'Healthy when this URL answers with 2xx or 3xx'
            cand --check-header 'A header for --check-http; repeatable'
            cand --check-tcp 'Healthy when this accepts a connection'
            cand --check-cmd 'Healthy when this shell command exits with 0'
            cand --check-interval 'From one check to the next'
            cand --check-timeout 'The longest that a check may take'
            cand --rise 'So many successes in a row are healthy'
            cand --fall 'So many failures in a row are unhealthy'
            cand --unhealthy 'What becomes of the record while the check fails'
            cand --drain 'On SIGTERM, keep others from picking the instance for so long before the command is told'
            cand --format 'Whom the record is for: etcdpat, Go''s gRPC resolver, or CoreDNS'
            cand --root 'The prefix of all services [default: /services; with --domain /skydns]'
            cand --domain 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone''s labels in reverse'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --replace 'Take the place of a living process with the same id, too'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;discover;find'= {
            cand --meta 'Only those of which this is said; repeatable'
            cand --format 'As lines for scripts, of those that may be picked: addresses; variables, safe to eval; DNS records (SRV, A, AAAA)'
            cand --root 'The prefix of all services [default: /services; with --domain /skydns]'
            cand --domain 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone''s labels in reverse'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;discover;services'= {
            cand --root 'The prefix of all services [default: /services; with --domain /skydns]'
            cand --domain 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone''s labels in reverse'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --names 'Their names alone, a line each'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;discover;watch'= {
            cand --exec 'A shell command to run on change; it reads all instances on standard input, a JSON line each'
            cand --root 'The prefix of all services [default: /services; with --domain /skydns]'
            cand --domain 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone''s labels in reverse'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;discover;render'= {
            cand --file 'Several templates, as [[template]] with template, out, check and reload each'
            cand --check 'A shell command that checks the new file, ETCDPAT_FILE, before it takes the old one''s place'
            cand --reload 'A shell command to run after each change of the file'
            cand --root 'The prefix of all services [default: /services; with --domain /skydns]'
            cand --domain 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone''s labels in reverse'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --once 'Do it once'
            cand --dry-run 'Show what would change, and change nothing'
            cand --allow-empty 'Write an empty list for a service that has no instance left'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;discover;pick'= {
            cand --strategy 'How to pick'
            cand --hash-key 'What the pick goes by: the same instance for the same key, as long as it is there'
            cand --meta 'Only instances of which this is said; repeatable'
            cand --wait 'Wait at most this long until there is one, then exit with 124'
            cand --ttl 'For least-conn, how long a use counts whose host has crashed'
            cand --root 'The prefix of all services [default: /services; with --domain /skydns]'
            cand --domain 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone''s labels in reverse'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;discover;deregister'= {
            cand --root 'The prefix of all services [default: /services; with --domain /skydns]'
            cand --domain 'The services of a DNS zone, as CoreDNS keeps them: below /skydns, the zone''s labels in reverse'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;discover;help'= {
            cand register 'Register an instance of a service, as long as a command runs, or until a signal'
            cand find 'Show the instances of a service; exit code 1 when there is none'
            cand services 'Show all services, and how many instances each has'
            cand watch 'Show the instances of a service, then every change, until SIGINT'
            cand render 'Keep a file up to date with what is registered: a proxy''s configuration'
            cand pick 'Pick an instance of a service: print its address, or run a command that is told it'
            cand deregister 'Remove the record of an instance; exit code 1 when there is none'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;discover;help;register'= {
        }
        &'etcdpat;discover;help;find'= {
        }
        &'etcdpat;discover;help;services'= {
        }
        &'etcdpat;discover;help;watch'= {
        }
        &'etcdpat;discover;help;render'= {
        }
        &'etcdpat;discover;help;pick'= {
        }
        &'etcdpat;discover;help;deregister'= {
        }
        &'etcdpat;discover;help;help'= {
        }
        &'etcdpat;config'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand set 'Set a value'
            cand get 'Print a value; exit code 1 when there is none'
            cand list 'Show all values, or those at and below PREFIX; exit code 1 when there is none'
            cand delete 'Delete a value; exit code 1 when there is none'
            cand edit 'Edit values in your editor, as one document'
            cand import 'Set all values of a file, in one step as others see it'
            cand export 'Print all values as a document that `import` reads back; exit code 1 when there is nothing below PREFIX'
            cand watch 'Show all values, then every change, with what they were, or run a command for each'
            cand exec 'Run a command with the configuration as its environment, and start it again when that changes'
            cand history 'Show what a value was, the newest first, as far as etcd still has it'
            cand render 'Keep files up to date with the configuration'
            cand flag 'Feature flags: on or off, for some users or all'
            cand snapshot 'All values as they were, kept under a version'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;config;set'= {
            cand --type 'Take it for this, and refuse it where it is none'
            cand --file 'Read the value from this file'
            cand --if-revision 'Only if it is at this revision; 0: only if it is not there. Else exit code 1'
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --stdin 'Read the value from standard input'
            cand --no-echo 'Don''t show the value, nor what it was: a secret. On a terminal, it is asked for and not shown'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;get'= {
            cand --type 'Refuse a value of another type (2); an int is a float too, and everything is json'
            cand --default 'What to print when there is none'
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;list'= {
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --names 'Their names alone, a line each; in JSON, rows without values'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;delete'= {
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --prefix 'Delete all below it, too'
            cand --no-echo 'Don''t show what it was: a secret'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;edit'= {
            cand --format 'As what they are edited'
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;import'= {
            cand --format 'Its format [default: by its ending]'
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --dry-run 'Show what would change, and change nothing'
            cand --prune 'Delete all values that are not in the file, but flags'
            cand --take-over 'Import in the place of another import that was broken off, and leave the rest of that one undone'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;export'= {
            cand --format 'Its format'
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;watch'= {
            cand --on-error 'What to do when the command fails'
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;exec'= {
            cand --on-change 'What a change means: restart; signal:SIG sends a signal; none'
            cand --env-prefix 'What stands before the name of each variable'
            cand --cache 'Keep the values in this file, for a start while etcd is away'
            cand --grace 'From SIGTERM to SIGKILL when a change starts the command again; 0 kills at once. A signal that ends etcdpat is passed on and waited for without a limit: a second SIGTERM kills'
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --pristine 'Nothing is inherited: the configuration, and how to reach etcd, are all of the environment'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;history'= {
            cand --limit 'The newest so many'
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;render'= {
            cand --file 'Several templates, as [[template]] with template, out, check and reload each'
            cand --check 'A shell command that checks the new file, ETCDPAT_FILE, before it takes the old one''s place'
            cand --reload 'A shell command to run after each change of the file'
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --once 'Do it once'
            cand --dry-run 'Show what would change, and change nothing'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;flag'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand enable 'Switch a flag on, for all users or some; what is not given, is as it was'
            cand disable 'Switch a flag off for everybody; for whom it was on, is kept. One that is not there, is not made'
            cand get 'Exit code 0 when the flag is on, 1 when it is off or not there'
            cand list 'Show all flags'
            cand watch 'Show all flags, then every change, or run a command for each'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;config;flag;enable'= {
            cand --percent 'For so many of a hundred users; more later only adds users'
            cand --allow 'On for this user, too, in any case, and not denied any more; repeatable, one user each'
            cand --deny 'Off for this user, too, in any case, and not allowed any more; repeatable, one user each'
            cand --forget 'This user is neither allowed nor denied any more; repeatable'
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --for-all 'For all users: forget the percentage and the lists'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;flag;disable'= {
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;flag;get'= {
            cand --for 'For this user'
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;flag;list'= {
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --names 'Their names alone, a line each'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;flag;watch'= {
            cand --on-error 'What to do when the command fails'
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;flag;help'= {
            cand enable 'Switch a flag on, for all users or some; what is not given, is as it was'
            cand disable 'Switch a flag off for everybody; for whom it was on, is kept. One that is not there, is not made'
            cand get 'Exit code 0 when the flag is on, 1 when it is off or not there'
            cand list 'Show all flags'
            cand watch 'Show all flags, then every change, or run a command for each'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;config;flag;help;enable'= {
        }
        &'etcdpat;config;flag;help;disable'= {
        }
        &'etcdpat;config;flag;help;get'= {
        }
        &'etcdpat;config;flag;help;list'= {
        }
        &'etcdpat;config;flag;help;watch'= {
        }
        &'etcdpat;config;flag;help;help'= {
        }
        &'etcdpat;config;snapshot'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand create 'Keep all values, as they are at one revision'
            cand list 'Show all snapshots'
            cand show 'Show what is in a snapshot'
            cand diff 'Show what differs from now, or from another snapshot; exit code 1 when something does'
            cand restore 'Make all values what they were: what came later, is deleted. `diff` shows before what would change'
            cand delete 'Delete a snapshot'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;config;snapshot;create'= {
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;snapshot;list'= {
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --names 'Their versions alone, a line each'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;snapshot;show'= {
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;snapshot;diff'= {
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;snapshot;restore'= {
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --take-over 'Restore in the place of an import that was broken off, and leave the rest of that one undone'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;snapshot;delete'= {
            cand --root 'The prefix of all values'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;config;snapshot;help'= {
            cand create 'Keep all values, as they are at one revision'
            cand list 'Show all snapshots'
            cand show 'Show what is in a snapshot'
            cand diff 'Show what differs from now, or from another snapshot; exit code 1 when something does'
            cand restore 'Make all values what they were: what came later, is deleted. `diff` shows before what would change'
            cand delete 'Delete a snapshot'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;config;snapshot;help;create'= {
        }
        &'etcdpat;config;snapshot;help;list'= {
        }
        &'etcdpat;config;snapshot;help;show'= {
        }
        &'etcdpat;config;snapshot;help;diff'= {
        }
        &'etcdpat;config;snapshot;help;restore'= {
        }
        &'etcdpat;config;snapshot;help;delete'= {
        }
        &'etcdpat;config;snapshot;help;help'= {
        }
        &'etcdpat;config;help'= {
            cand set 'Set a value'
            cand get 'Print a value; exit code 1 when there is none'
            cand list 'Show all values, or those at and below PREFIX; exit code 1 when there is none'
            cand delete 'Delete a value; exit code 1 when there is none'
            cand edit 'Edit values in your editor, as one document'
            cand import 'Set all values of a file, in one step as others see it'
            cand export 'Print all values as a document that `import` reads back; exit code 1 when there is nothing below PREFIX'
            cand watch 'Show all values, then every change, with what they were, or run a command for each'
            cand exec 'Run a command with the configuration as its environment, and start it again when that changes'
            cand history 'Show what a value was, the newest first, as far as etcd still has it'
            cand render 'Keep files up to date with the configuration'
            cand flag 'Feature flags: on or off, for some users or all'
            cand snapshot 'All values as they were, kept under a version'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;config;help;set'= {
        }
        &'etcdpat;config;help;get'= {
        }
        &'etcdpat;config;help;list'= {
        }
        &'etcdpat;config;help;delete'= {
        }
        &'etcdpat;config;help;edit'= {
        }
        &'etcdpat;config;help;import'= {
        }
        &'etcdpat;config;help;export'= {
        }
        &'etcdpat;config;help;watch'= {
        }
        &'etcdpat;config;help;exec'= {
        }
        &'etcdpat;config;help;history'= {
        }
        &'etcdpat;config;help;render'= {
        }
        &'etcdpat;config;help;flag'= {
            cand enable 'Switch a flag on, for all users or some; what is not given, is as it was'
            cand disable 'Switch a flag off for everybody; for whom it was on, is kept. One that is not there, is not made'
            cand get 'Exit code 0 when the flag is on, 1 when it is off or not there'
            cand list 'Show all flags'
            cand watch 'Show all flags, then every change, or run a command for each'
        }
        &'etcdpat;config;help;flag;enable'= {
        }
        &'etcdpat;config;help;flag;disable'= {
        }
        &'etcdpat;config;help;flag;get'= {
        }
        &'etcdpat;config;help;flag;list'= {
        }
        &'etcdpat;config;help;flag;watch'= {
        }
        &'etcdpat;config;help;snapshot'= {
            cand create 'Keep all values, as they are at one revision'
            cand list 'Show all snapshots'
            cand show 'Show what is in a snapshot'
            cand diff 'Show what differs from now, or from another snapshot; exit code 1 when something does'
            cand restore 'Make all values what they were: what came later, is deleted. `diff` shows before what would change'
            cand delete 'Delete a snapshot'
        }
        &'etcdpat;config;help;snapshot;create'= {
        }
        &'etcdpat;config;help;snapshot;list'= {
        }
        &'etcdpat;config;help;snapshot;show'= {
        }
        &'etcdpat;config;help;snapshot;diff'= {
        }
        &'etcdpat;config;help;snapshot;restore'= {
        }
        &'etcdpat;config;help;snapshot;delete'= {
        }
        &'etcdpat;config;help;help'= {
        }
        &'etcdpat;ha'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand active-active 'Do the requests on standard input, a line each, several at a time, and none twice at the same time'
            cand active-passive 'Run a primary on one node, and a secondary on every other one'
            cand sharded 'Run a command for each of a fixed number of shards, each shard at one instance at a time.'
            cand list 'Show all services that have nodes: active-passive ones and sharded groups'
            cand status 'Show the nodes of a service: their roles, or their shards'
            cand switch 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;ha;active-active'= {
            cand -j 'How many requests at a time'
            cand --jobs 'How many requests at a time'
            cand --joblog 'Write down which requests have ended'
            cand --ttl 'How long the locks outlive this process when it is killed or cut off'
            cand --grace 'From SIGTERM to SIGKILL for a command that must end [default: a quarter of the TTL, at most 5s]'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -k 'Do the others when one has failed'
            cand --keep-going 'Do the others when one has failed'
            cand -0 'Requests end with a NUL byte, not with a line break'
            cand --null 'Requests end with a NUL byte, not with a line break'
            cand --resume 'Skip what the job log has'
            cand --resume-failed 'Skip what the job log has as ended with 0'
            cand -u 'Let the commands write where etcdpat does, as they like'
            cand --ungroup 'Let the commands write where etcdpat does, as they like'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;ha;active-passive'= {
            cand --node-id 'What others know this node by: one process at a time has it'
            cand --primary 'The shell command to run while this node leads'
            cand --secondary 'The shell command to run while it does not'
            cand --ttl 'The lease''s time to live: how long an unreachable leader keeps others from leading'
            cand --grace 'From SIGTERM to SIGKILL when primary or secondary is to end; 0 is SIGKILL at once [default: the lesser of 5s and a quarter of the TTL]'
            cand --health 'The node is healthy when this shell command exits with 0'
            cand --health-interval 'From one check to the next'
            cand --health-timeout 'The longest that a check may take; one that takes longer has failed'
            cand --rise 'So many successes in a row are healthy'
            cand --fall 'So many failures in a row are unhealthy'
            cand --start-period 'How long after its start failures of a primary do not count'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;ha;sharded'= {
            cand --shards 'How many shards there are, from 1 to 10000: the same at every instance'
            cand --node-id 'What others know this instance by'
            cand --weight 'Its part of the shards, in proportion to the others'' weights'
            cand --rejoin 'Have its shards wait so long for this instance when it is gone: a restart does not move them'
            cand --ttl 'The lease''s time to live: how long an unreachable instance keeps its shards from the others'
            cand --grace 'From SIGTERM to SIGKILL when a shard moves or is being lost; 0 is SIGKILL at once [default: the lesser of 5s and a quarter of the TTL]'
            cand --on-change 'What it means for that CMD that the shards change: restart; signal:SIG sends a signal, and CMD has the grace to acknowledge'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --per-instance 'Run CMD once for all shards of the instance, not once for each'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;ha;list'= {
            cand --shape 'Only those of this shape'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --names 'Their names alone, a line each'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;ha;status'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --ids 'The ids of the nodes alone, a line each'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;ha;switch'= {
            cand --to 'The node that is to lead'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;ha;help'= {
            cand active-active 'Do the requests on standard input, a line each, several at a time, and none twice at the same time'
            cand active-passive 'Run a primary on one node, and a secondary on every other one'
            cand sharded 'Run a command for each of a fixed number of shards, each shard at one instance at a time.'
            cand list 'Show all services that have nodes: active-passive ones and sharded groups'
            cand status 'Show the nodes of a service: their roles, or their shards'
            cand switch 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;ha;help;active-active'= {
        }
        &'etcdpat;ha;help;active-passive'= {
        }
        &'etcdpat;ha;help;sharded'= {
        }
        &'etcdpat;ha;help;list'= {
        }
        &'etcdpat;ha;help;status'= {
        }
        &'etcdpat;ha;help;switch'= {
        }
        &'etcdpat;ha;help;help'= {
        }
        &'etcdpat;lease'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand grant 'Grant a lease, and print its id'
            cand revoke 'Revoke a lease, and so delete every key on it; exit code 1 when it is gone'
            cand ttl 'Show what is left of a lease''s TTL; exit code 1 when it is gone'
            cand keepalive 'Renew a lease at every third of its TTL, until a signal; exit code 1 when it is gone'
            cand list 'Show all leases: what is left of their TTLs, and how many keys are on them'
            cand attach 'Put a key on a lease; exit code 1 when the lease is gone, and nothing is written'
            cand of 'Print the lease that a key is on; exit code 1 when there is none, or no such key'
            cand run 'Run a command, and keep keys in etcd exactly as long as it runs'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;lease;grant'= {
            cand --id 'The id to grant it under, which nobody may use yet [default: a random one]'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;lease;revoke'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;lease;ttl'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --keys 'Show the keys on it, too'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;lease;keepalive'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --once 'Renew it once'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;lease;list'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;lease;attach'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;lease;of'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;lease;run'= {
            cand --ttl 'The lease''s time to live: how long the keys outlive a host that has crashed'
            cand --grace 'From SIGTERM to SIGKILL when the lease is being lost; 0 is SIGKILL at once [default: the lesser of 5s and a quarter of the TTL]'
            cand --put 'A key and its value, divided at the first =; repeatable'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --replace 'Put keys that exist already, too, instead of giving up with exit code 1'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;lease;help'= {
            cand grant 'Grant a lease, and print its id'
            cand revoke 'Revoke a lease, and so delete every key on it; exit code 1 when it is gone'
            cand ttl 'Show what is left of a lease''s TTL; exit code 1 when it is gone'
            cand keepalive 'Renew a lease at every third of its TTL, until a signal; exit code 1 when it is gone'
            cand list 'Show all leases: what is left of their TTLs, and how many keys are on them'
            cand attach 'Put a key on a lease; exit code 1 when the lease is gone, and nothing is written'
            cand of 'Print the lease that a key is on; exit code 1 when there is none, or no such key'
            cand run 'Run a command, and keep keys in etcd exactly as long as it runs'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;lease;help;grant'= {
        }
        &'etcdpat;lease;help;revoke'= {
        }
        &'etcdpat;lease;help;ttl'= {
        }
        &'etcdpat;lease;help;keepalive'= {
        }
        &'etcdpat;lease;help;list'= {
        }
        &'etcdpat;lease;help;attach'= {
        }
        &'etcdpat;lease;help;of'= {
        }
        &'etcdpat;lease;help;run'= {
        }
        &'etcdpat;lease;help;help'= {
        }
        &'etcdpat;txn'= {
            cand --guard 'Apply it only while this lock is held with this fence; may be repeated'
            cand --if 'A comparison; may be repeated, all have to hold'
            cand --then 'An operation for when they hold; may be repeated'
            cand --else 'An operation for when they don''t; may be repeated'
            cand -f 'Read it from a JSON file; - is standard input'
            cand --file 'Read it from a JSON file; - is standard input'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;watch'= {
            cand --rev 'Begin with what happened at this revision'
            cand --filter 'Show only these'
            cand --count 'End after so many events'
            cand --resume-file 'Keep the position in this file, and go on from there when it exists'
            cand --on-error 'What to do when the command fails'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand --prefix 'Watch all keys that begin with KEY'
            cand --from-key 'Watch all keys from KEY on'
            cand --initial 'Show the present state first, then what changes'
            cand --prev-kv 'Show what the value was before, too'
            cand --progress-notify 'Show it when the server says that nothing has happened up to a revision'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;dev'= {
            cand --members 'How many members'
            cand --data-dir 'Where to keep the data; without it, it is temporary'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;examples'= {
            cand --example 'Which example'
            cand --node-id 'What the node of the examples `discovery`, `election`, `leader-task` and `ha` is called'
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;completions'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;man'= {
            cand --key 'The client certificate''s key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]'
            cand --endpoints 'Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env: ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]'
            cand --user 'User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]'
            cand --password-file 'File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself: ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]'
            cand --cacert 'Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]'
            cand --cert 'Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]'
            cand --dial-timeout 'The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT, ETCDCTL_DIAL_TIMEOUT] [default: 2s]'
            cand --command-timeout 'The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT, ETCDCTL_COMMAND_TIMEOUT] [default: 5s]'
            cand -o 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --output 'Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT, ETCDCTL_WRITE_OUT] [default: human]'
            cand --color 'When to colour; NO_COLOR is honoured'
            cand --state-root 'Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]'
            cand -q 'Say only errors and results'
            cand --quiet 'Say only errors and results'
            cand -v 'Say more; again for traces (RUST_LOG is honoured)'
            cand --verbose 'Say more; again for traces (RUST_LOG is honoured)'
            cand --dev 'Run this one command against a throwaway real etcd'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'etcdpat;help'= {
            cand lock 'Run a command while holding a lock, or several at once.'
            cand elect 'Run a command on one node at a time: on the leader.'
            cand discover 'Register instances of services, find them, follow them, and pick one.'
            cand config 'Typed configuration: read, written, imported whole and given to commands, with flags and snapshots.'
            cand ha 'Keep a service up on several nodes.'
            cand lease 'Grant, renew and revoke leases; put keys on them that go when they end.'
            cand txn 'Compare keys, and apply one of two lists of operations, at once or not at all.'
            cand watch 'Follow what happens to keys, or run a command for each event.'
            cand dev 'Start a throwaway real etcd on free loopback ports, and run a command against it.'
            cand examples 'Show the patterns at work, against a real etcd.'
            cand completions 'Print the completions for a shell.'
            cand man 'Write the manual pages.'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'etcdpat;help;lock'= {
            cand status 'Show who holds a lock and who waits for it; exit code 1 when nobody holds it'
            cand list 'Show all locks and elections, or those whose names begin with PREFIX'
            cand check 'Ask whether a lock is held with this fence; exit code 1 when it is not'
            cand break 'Remove one contender from a lock''s queue; its command is stopped by its own etcdpat'
            cand acquire 'Acquire a lock that no process holds, and print its key'
            cand renew 'Renew a lock that was acquired with `lock acquire`, and print its new deadline; exit code 1 when it is not held'
            cand release 'Release a lock that was acquired with `lock acquire`; exit code 1 when it is not held'
        }
        &'etcdpat;help;lock;status'= {
        }
        &'etcdpat;help;lock;list'= {
        }
        &'etcdpat;help;lock;check'= {
        }
        &'etcdpat;help;lock;break'= {
        }
        &'etcdpat;help;lock;acquire'= {
        }
        &'etcdpat;help;lock;renew'= {
        }
        &'etcdpat;help;lock;release'= {
        }
        &'etcdpat;help;elect'= {
            cand leader 'Print who leads; exit code 1 when nobody does'
            cand observe 'Print who leads, and every change of that, until SIGINT'
            cand status 'Show who leads and who stands, in order, and the last slot of periodic work; exit code 1 when nobody leads'
            cand resign 'Ask the leader to step down, and wait until it has; exit code 1 when it has not, or nobody leads'
            cand transfer 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not'
        }
        &'etcdpat;help;elect;leader'= {
        }
        &'etcdpat;help;elect;observe'= {
        }
        &'etcdpat;help;elect;status'= {
        }
        &'etcdpat;help;elect;resign'= {
        }
        &'etcdpat;help;elect;transfer'= {
        }
        &'etcdpat;help;discover'= {
            cand register 'Register an instance of a service, as long as a command runs, or until a signal'
            cand find 'Show the instances of a service; exit code 1 when there is none'
            cand services 'Show all services, and how many instances each has'
            cand watch 'Show the instances of a service, then every change, until SIGINT'
            cand render 'Keep a file up to date with what is registered: a proxy''s configuration'
            cand pick 'Pick an instance of a service: print its address, or run a command that is told it'
            cand deregister 'Remove the record of an instance; exit code 1 when there is none'
        }
        &'etcdpat;help;discover;register'= {
        }
        &'etcdpat;help;discover;find'= {
        }
        &'etcdpat;help;discover;services'= {
        }
        &'etcdpat;help;discover;watch'= {
        }
        &'etcdpat;help;discover;render'= {
        }
        &'etcdpat;help;discover;pick'= {
        }
        &'etcdpat;help;discover;deregister'= {
        }
        &'etcdpat;help;config'= {
            cand set 'Set a value'
            cand get 'Print a value; exit code 1 when there is none'
            cand list 'Show all values, or those at and below PREFIX; exit code 1 when there is none'
            cand delete 'Delete a value; exit code 1 when there is none'
            cand edit 'Edit values in your editor, as one document'
            cand import 'Set all values of a file, in one step as others see it'
            cand export 'Print all values as a document that `import` reads back; exit code 1 when there is nothing below PREFIX'
            cand watch 'Show all values, then every change, with what they were, or run a command for each'
            cand exec 'Run a command with the configuration as its environment, and start it again when that changes'
            cand history 'Show what a value was, the newest first, as far as etcd still has it'
            cand render 'Keep files up to date with the configuration'
            cand flag 'Feature flags: on or off, for some users or all'
            cand snapshot 'All values as they were, kept under a version'
        }
        &'etcdpat;help;config;set'= {
        }
        &'etcdpat;help;config;get'= {
        }
        &'etcdpat;help;config;list'= {
        }
        &'etcdpat;help;config;delete'= {
        }
        &'etcdpat;help;config;edit'= {
        }
        &'etcdpat;help;config;import'= {
        }
        &'etcdpat;help;config;export'= {
        }
        &'etcdpat;help;config;watch'= {
        }
        &'etcdpat;help;config;exec'= {
        }
        &'etcdpat;help;config;history'= {
        }
        &'etcdpat;help;config;render'= {
        }
        &'etcdpat;help;config;flag'= {
            cand enable 'Switch a flag on, for all users or some; what is not given, is as it was'
            cand disable 'Switch a flag off for everybody; for whom it was on, is kept. One that is not there, is not made'
            cand get 'Exit code 0 when the flag is on, 1 when it is off or not there'
            cand list 'Show all flags'
            cand watch 'Show all flags, then every change, or run a command for each'
        }
        &'etcdpat;help;config;flag;enable'= {
        }
        &'etcdpat;help;config;flag;disable'= {
        }
        &'etcdpat;help;config;flag;get'= {
        }
        &'etcdpat;help;config;flag;list'= {
        }
        &'etcdpat;help;config;flag;watch'= {
        }
        &'etcdpat;help;config;snapshot'= {
            cand create 'Keep all values, as they are at one revision'
            cand list 'Show all snapshots'
            cand show 'Show what is in a snapshot'
            cand diff 'Show what differs from now, or from another snapshot; exit code 1 when something does'
            cand restore 'Make all values what they were: what came later, is deleted. `diff` shows before what would change'
            cand delete 'Delete a snapshot'
        }
        &'etcdpat;help;config;snapshot;create'= {
        }
        &'etcdpat;help;config;snapshot;list'= {
        }
        &'etcdpat;help;config;snapshot;show'= {
        }
        &'etcdpat;help;config;snapshot;diff'= {
        }
        &'etcdpat;help;config;snapshot;restore'= {
        }
        &'etcdpat;help;config;snapshot;delete'= {
        }
        &'etcdpat;help;ha'= {
            cand active-active 'Do the requests on standard input, a line each, several at a time, and none twice at the same time'
            cand active-passive 'Run a primary on one node, and a secondary on every other one'
            cand sharded 'Run a command for each of a fixed number of shards, each shard at one instance at a time.'
            cand list 'Show all services that have nodes: active-passive ones and sharded groups'
            cand status 'Show the nodes of a service: their roles, or their shards'
            cand switch 'Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not'
        }
        &'etcdpat;help;ha;active-active'= {
        }
        &'etcdpat;help;ha;active-passive'= {
        }
        &'etcdpat;help;ha;sharded'= {
        }
        &'etcdpat;help;ha;list'= {
        }
        &'etcdpat;help;ha;status'= {
        }
        &'etcdpat;help;ha;switch'= {
        }
        &'etcdpat;help;lease'= {
            cand grant 'Grant a lease, and print its id'
            cand revoke 'Revoke a lease, and so delete every key on it; exit code 1 when it is gone'
            cand ttl 'Show what is left of a lease''s TTL; exit code 1 when it is gone'
            cand keepalive 'Renew a lease at every third of its TTL, until a signal; exit code 1 when it is gone'
            cand list 'Show all leases: what is left of their TTLs, and how many keys are on them'
            cand attach 'Put a key on a lease; exit code 1 when the lease is gone, and nothing is written'
            cand of 'Print the lease that a key is on; exit code 1 when there is none, or no such key'
            cand run 'Run a command, and keep keys in etcd exactly as long as it runs'
        }
        &'etcdpat;help;lease;grant'= {
        }
        &'etcdpat;help;lease;revoke'= {
        }
        &'etcdpat;help;lease;ttl'= {
        }
        &'etcdpat;help;lease;keepalive'= {
        }
        &'etcdpat;help;lease;list'= {
        }
        &'etcdpat;help;lease;attach'= {
        }
        &'etcdpat;help;lease;of'= {
        }
        &'etcdpat;help;lease;run'= {
        }
        &'etcdpat;help;txn'= {
        }
        &'etcdpat;help;watch'= {
        }
        &'etcdpat;help;dev'= {
        }
        &'etcdpat;help;examples'= {
        }
        &'etcdpat;help;completions'= {
        }
        &'etcdpat;help;man'= {
        }
        &'etcdpat;help;help'= {
        }
    ]
    $completions[$command]
}
