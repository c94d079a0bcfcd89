//! The parsers, with what is right for each and the words that it knows.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::str::FromStr;

use etcdpat::check::{Http, Tcp};
use etcdpat::client::{Endpoint, Version};
use etcdpat::event::Text;
use etcdpat::pattern::config::{CacheFile, Flag, Store};
use etcdpat::pattern::discovery::{Address, Form, Id, Instance, Meta, Root, Service, check_meta};
use etcdpat::pattern::ha::active_active::{JobLog, Resume, Template as RequestTemplate};
use etcdpat::pattern::keys::Range;
use etcdpat::pattern::lock::{LockName, LockNames};
use etcdpat::pattern::txn;
use etcdpat::pattern::watch::ResumeFile;
use etcdpat::record;
use etcdpat::render::Template;
use etcdpat::schedule::Schedule;
use etcdpat::signal::Number;
use etcdpat::typed::{Format, KeyPath, Type, Typed};
use etcdpat::{options, value};

pub struct Parser {
    pub name: &'static str,
    pub seeds: &'static [&'static [u8]],
    pub words: &'static [&'static str],
    pub parse: fn(&[u8]) -> Said,
}

/// What a parser said.
pub enum Said {
    /// It is one.
    Yes,
    /// It is none.
    No,
    /// It said something that is not true.
    Wrong(&'static str),
}

impl<T, E: std::fmt::Display> From<Result<T, E>> for Said {
    fn from(result: Result<T, E>) -> Self {
        match result {
            Ok(_) => Self::Yes,
            // It can be told, too.
            Err(error) if error.to_string().is_empty() => Self::Wrong("an error that says nothing"),
            Err(_) => Self::No,
        }
    }
}

fn any(said: impl IntoIterator<Item = Said>) -> Said {
    said.into_iter().fold(Said::No, |all, one| match (all, one) {
        (wrong @ Said::Wrong(_), _) | (_, wrong @ Said::Wrong(_)) => wrong,
        (Said::No, Said::No) => Said::No,
        _ => Said::Yes,
    })
}

/// What is text, as a parser of text gets it; the others never see anything else.
fn text(input: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(input)
}

pub fn all() -> impl Iterator<Item = Parser> {
    [
        Parser {
            name: "duration",
            seeds: DURATIONS,
            words: &["s", "ms", "h", "m", "d", "M", "µs", "ns", "."],
            parse: durations,
        },
        Parser { name: "quantity", seeds: VALUES, words: &["KiB", "MB", "e", "\\u"], parse: values },
        Parser { name: "name", seeds: NAMES, words: &["/features/", "[", "~"], parse: names },
        Parser { name: "lease", seeds: LEASES, words: &["0x", "f", "SIG", "RTMIN", "+"], parse: leases },
        Parser {
            name: "endpoint",
            seeds: ENDPOINTS,
            words: &["http://", "https://", "unix://", "[::1]", "?"],
            parse: endpoints,
        },
        Parser { name: "check", seeds: CHECKS, words: &["http://", "%20", "Host: ", ": ", "[::1]"], parse: checks },
        Parser { name: "txn", seeds: TXNS, words: TXN_WORDS, parse: txn_words },
        Parser {
            name: "txn-blocks",
            seeds: TXN_BLOCKS,
            words: TXN_WORDS,
            parse: |input| txn::parse_blocks(input).map_err(|(_, why)| why).into(),
        },
        Parser {
            name: "txn-json",
            seeds: TXN_JSON,
            words: &["\"op\":", "\"key\":", "{\"base64\":\"/w==\"}", "\"if\":["],
            parse: |input| txn::parse_json(input).into(),
        },
        Parser {
            name: "json",
            seeds: JSON,
            words: &["{\"a\":", "\"\\ud800\"", "1e-400"],
            parse: |input| document(Format::Json, input),
        },
        Parser {
            name: "yaml",
            seeds: YAML,
            words: &["a: ", "- ", "? ", "|\n  ", ">-\n", "&a ", "*a", "!!str ", "---\n", "  "],
            parse: |input| document(Format::Yaml, input),
        },
        Parser {
            name: "toml",
            seeds: TOML,
            words: &["[a]\n", "[[a]]\n", "a.b.c = ", "'''", "\"\"\"", "0x", "{ a = "],
            parse: |input| document(Format::Toml, input),
        },
        Parser {
            name: "env",
            seeds: ENV,
            words: &["A__B=", "export ", "$(x)", "\\\n"],
            parse: |input| document(Format::Env, input),
        },
        Parser { name: "template", seeds: TEMPLATES, words: TEMPLATE_WORDS, parse: templates },
        Parser {
            name: "schedule",
            seeds: SCHEDULES,
            words: &["*/", "-", ",", "MON", "JAN", "L", "W", "?", "UTC", "Europe/Berlin"],
            parse: schedules,
        },
        Parser {
            name: "record",
            seeds: RECORDS,
            words: &["\"mode\":", "\"pid\":", "\"since\":", "\"Addr\":", "\"host\":"],
            parse: records,
        },
        Parser { name: "joblog", seeds: JOB_LOGS, words: &["1\t:\t", "\t0\t0\t", "Seq\tHost"], parse: job_logs },
        Parser {
            name: "resume",
            seeds: RESUME_FILES,
            words: &["\"revision\":", "\"done\":", "\"store\":{", "\"key\":"],
            parse: resume_files,
        },
        Parser { name: "cache", seeds: CACHES, words: &["{\"root\":", "\"values\":{", "\"written\":"], parse: caches },
        Parser {
            name: "services",
            seeds: SERVICES,
            words: &["[[service]]\n", "meta = {", "check-http = ", "[service]"],
            parse: services,
        },
        Parser {
            name: "arguments",
            seeds: ARGUMENTS,
            words: &["lock\n", "--ttl\n", "--\n", "--user=", "-o", "--if\n"],
            parse: arguments,
        },
        Parser { name: "text", seeds: TEXTS, words: &["\x1b]0;", "\u{202e}", "\u{9b}", "\r"], parse: harmless },
    ]
    .into_iter()
}

const DURATIONS: &[&[u8]] = &[b"500ms", b"30s", b"1h 30m", b"2.5", b"10y", b"1e3", b"3650d", b"1us"];

fn durations(input: &[u8]) -> Said {
    let text = text(input);
    let (ttl, duration) = (options::ttl(&text), options::duration(&text));
    if duration.as_ref().is_ok_and(|span| std::time::Instant::now().checked_add(*span).is_none()) {
        return Said::Wrong("it can't be added to a time");
    }
    if ttl.as_ref().is_ok_and(|ttl| ttl.as_secs() < 2 || ttl.subsec_nanos() > 0) {
        return Said::Wrong("a TTL that is none");
    }
    any([duration.into(), ttl.into(), options::lease_ttl(&text).into()])
}

const VALUES: &[&[u8]] =
    &[b"30", b"-0", b"1.5e10", b"true", b"\"x\"", b"[1, {\"a\":null}]", b"64KiB", b"1.5 GB", b"1h 30m"];

fn values(input: &[u8]) -> Said {
    let text = text(input);
    let read = [None].into_iter().chain(Type::ALL.map(Some)).map(|wanted| {
        let Ok(value) = Typed::read(&text, wanted) else { return Said::No };
        let _ = (value.as_duration(), value.as_bytes(), value.as_int(), value.as_float(), value.as_list());
        if Typed::from_wire(value.wire().as_bytes()).as_ref() == Ok(&value) {
            Said::Yes
        } else {
            Said::Wrong("not the same from the wire")
        }
    });
    any(read.chain([Typed::from_wire(input).into()]))
}

const NAMES: &[&[u8]] =
    &[b"database/host", b"/services", b"web-1", b"shop/cart", b"10.0.0.7:80", b"[::1]:80", b"zone=b", b"a.b"];

fn names(input: &[u8]) -> Said {
    let text = text(input);
    let meta =
        text.split(',').filter_map(|pair| pair.split_once('=')).map(|(name, value)| (name.to_owned(), value.into()));
    any([
        Service::from_str(&text).into(),
        Id::from_str(&text).into(),
        Root::from_str(&text).into(),
        KeyPath::new(text.as_ref()).into(),
        etcdpat::pattern::config::Path::from_str(&text).into(),
        Address::from_str(&text).into(),
        check_meta(&meta.collect::<Meta>()).into(),
        LockName::new(input).into(),
        LockNames::new(input.split(|&byte| byte == b'\n').filter_map(|name| LockName::new(name).ok())).into(),
        Range::key(input).into(),
        Range::between(&input[..input.len() / 2], &input[input.len() / 2..]).into(),
    ])
}

const LEASES: &[&[u8]] = &[b"694d81417acd4754", b"0x1", b"7fffffffffffffff", b"SIGHUP", b"15", b"RTMIN+3", b"3.5.30"];

fn leases(input: &[u8]) -> Said {
    let text = text(input);
    let _ = Version::of(&Text::from(input)).map(|version| version.defects().count());
    any([options::lease_id(&text).into(), value::LeaseId::from_str(&text).into(), Number::from_str(&text).into()])
}

const ENDPOINTS: &[&[u8]] =
    &[b"127.0.0.1:2379", b"http://a.b:1", b"https://[::1]:2379/", b"unix:///run/etcd.sock", b"localhost:65535"];

fn endpoints(input: &[u8]) -> Said {
    Endpoint::from_str(&text(input)).into()
}

const CHECKS: &[&[u8]] = &[
    b"http://localhost/health",
    b"https://[::1]:8443/a?b=c%20d\nAuthorization: Basic YQ==\nHost: a",
    b"localhost:80",
    b"HTTP://a:80",
];

/// A URL, and a header on each further line.
fn checks(input: &[u8]) -> Said {
    let text = text(input);
    let mut lines = text.split('\n');
    let url = lines.next().unwrap_or_default();
    any([Http::parse(url, &lines.collect::<Vec<_>>()).into(), Tcp::parse(url).into()])
}

const TXN_WORDS: &[&str] = &[
    "put ",
    "get ",
    "del ",
    "add ",
    "value(",
    "mod(",
    "lease(",
    "--prefix",
    "--lease=",
    "--from-key",
    " >= ",
    "\\x",
    "\\u00",
    "`",
];
const TXNS: &[&[u8]] = &[
    b"value(k) = 'a b'",
    b"version(\"k\") >= 5",
    b"lease(k) != 1f",
    b"put k v --lease 1f",
    b"get k --prefix",
    b"del a b",
    b"add k -5",
    b"/l@17",
];

fn txn_words(input: &[u8]) -> Said {
    any([txn::parse_compare(input).into(), txn::parse_op(input).into(), txn::parse_guard(input).into()])
}

const TXN_BLOCKS: &[&[u8]] = &[
    b"mod(\"k\") > \"0\"\n\nput \"a b\" 'c'\nget k\n\ndel k --prefix\n\n",
    b"value(\"\\x41\\u00e9\\101\") = \"x\"\nlease(`k`) = \"1f\"\n\n\n\n",
    b"\n\nget k\n\n",
];
const TXN_JSON: &[&[u8]] = &[
    br#"{"if":[{"target":"value","key":"k","op":"=","value":"v"},{"target":"mod","key":{"base64":"/w=="},"op":">=","value":5}],
        "then":[{"op":"put","key":"k","value":"v","lease":"1f"},{"op":"add","key":"n","by":-5}],"else":[{"op":"get","key":"k","prefix":true}]}"#,
    br#"{"then":[{"op":"del","key":"a","range_end":"b"}]}"#,
];
const JSON: &[&[u8]] = &[
    br#"{"database":{"host":"db.com","port":5432,"ratio":1.50,"on":true,"list":[1,null,{"a":"b"}]},"x":"\u00e9\ud83d\ude00"}"#,
    br#"{"features":{"ui":{"enabled":true,"percent":20}},"big":123456789012345678901234567890}"#,
];
const YAML: &[&[u8]] = &[
    b"database:\n  host: db.com\n  port: 5432\n  list: [1, ~, {a: b}]\ntext: |\n  a\n  b\nfold: >-\n  c\n  d\nquoted: \"\\u00e9\\n\"\n'5': 0x1F\n",
    b"- a\n- b: c\n  d: e\n",
    b"a: .inf\nb: 1e5\nc: 007\n? d\n: e\n",
];
const TOML: &[&[u8]] = &[
    b"top = 1\n[database]\nhost = \"db.com\"\nport = 5_432\nhex = 0xff\nlist = [1, [2], { a = 'b' }]\n[a.b.c]\nx.y = 1.5e3\n[[t]]\nz = true\n[[t]]\n",
    b"a = \"\"\"\nx\\\n   y\"\"\"\nb = '''z'''\nc = -0\n",
];
const ENV: &[&[u8]] = &[
    b"DATABASE__HOST=db.com\nPORT=5432\nLIST='[1,2]'\nTEXT=\"it's \\\"a\\\" \\$b\"\n# comment\n\nEMPTY=\n",
    b"A='x\ny'\n",
];

/// Read; and what is written of that, in any format, is read back to the same.
fn document(format: Format, input: &[u8]) -> Said {
    let document = match format.import(input) {
        Ok(document) => document,
        Err(error) if error.to_string().contains("os error") => return Said::Wrong("words of Rust"),
        Err(_) => return Said::No,
    };
    let differs = Format::ALL.into_iter().any(|format| {
        format.export(&document).is_ok_and(|text| format.import(text.as_bytes()).as_ref() != Ok(&document))
    });
    if differs { Said::Wrong("not the same when it is read back") } else { Said::Yes }
}

const TEMPLATE_WORDS: &[&str] = &[
    "{{ ",
    " }}",
    "{% if ",
    "{% for x in ",
    "{% endfor %}",
    "{% endif %}",
    "{% macro f() %}",
    "{# ",
    " | ",
    "range(",
    "loop.index",
    "{% set x = ",
    " ~ ",
    " * ",
    "['a']",
    "{% raw %}",
    "{% elif ",
    "{% call ",
];
const TEMPLATES: &[&[u8]] = &[
    b"upstream web {\n{% for one in list %}  server {{ one.address }} weight={{ one.weight | default(1) }};\n{% endfor %}}\n",
    b"{{ database.host }}:{{ database.port + 1 }} {% if on %}yes{% else %}no{% endif %} {{ text | upper | replace('a', 'b') }}",
    b"{% macro f(x) %}{{ x }}{% endmacro %}{{ f(1) }}{% set a = range(10) %}{{ a | join(',') }}{{ list | length }}",
    b"{% raw %}{{ }}{% endraw %}{# c #}{{ 1e3 }} {{ [1,2][0] }} {{ {'a': 'b'}['a'] }} {{ database['max-conns'] }}",
];

fn templates(input: &[u8]) -> Said {
    let Ok(template) = Template::new("name", text(input)) else { return Said::No };
    let one = serde_json::json!({"address": "10.0.0.7:80", "weight": 3});
    let context = serde_json::json!({"database": {"host": "db", "port": 5432, "max-conns": 5}, "on": true, "text": "abc", "list": [one]});
    let _ = template.render(context).map_err(|error| error.to_string());
    Said::Yes
}

const SCHEDULES: &[&[u8]] =
    &[b"30 4 * * 1-5", b"*/15 0-6,20 1,15 JAN-MAR *", b"0 0 29 2 *", b"* * * * SUN", b"0 0 L * *", b"5 4 * * 5#3"];

fn schedules(input: &[u8]) -> Said {
    let text = text(input);
    let (expression, zone) = text.split_once('\n').unwrap_or((&text, "UTC"));
    let schedule = match Schedule::cron(expression, zone) {
        Ok(schedule) => schedule,
        Err(error) => return Err::<(), _>(error).into(),
    };
    let now = jiff::Timestamp::from_second(1_800_000_000).unwrap();
    let next = schedule.next(now, now);
    // A day of slots: how many there may be at most is another matter.
    let _ = schedule.due(now - jiff::SignedDuration::from_hours(24), now, now);
    if next.is_some_and(|next| next <= now) { Said::Wrong("a slot that is not after") } else { Said::Yes }
}

const RECORDS: &[&[u8]] = &[
    br#"{"mode":"permit","permits":3,"host":"a","boot":"b","pid":5,"user":"u","command":"c","note":"n","since":"2026-01-02T03:04:05.678Z"}"#,
    br#"{"host":"a","boot":"b","pid":5,"user":"u","command":"c","since":"2026-01-02T03:04:05Z","grace_ms":5000,"id":"n","running":"primary","running_since":"2026-01-02T03:04:05Z","health":"healthy","health_since":"2026-01-02T03:04:05Z"}"#,
    br#"{"address":"10.0.0.7:80","meta":{"zone":"b","weight":"3"},"status":"up"}"#,
    br#"{"Op":0,"Addr":"10.0.0.7:80","Metadata":null}"#,
    br#"{"host":"10.0.0.7","port":80,"priority":10,"weight":3,"text":"t","ttl":30}"#,
    br#"{"enabled":true,"percent":20,"allow":["ann"],"deny":["bob"]}"#,
];

/// What is stored in etcd, as each of those who read it reads it.
fn records(input: &[u8]) -> Said {
    let decoded = Instance::decode("web".parse().unwrap(), "a".parse().unwrap(), input);
    if let Ok(instance) = &decoded {
        let _ = (instance.environment(), instance.weight());
        let again = Instance::decode("web".parse().unwrap(), "a".parse().unwrap(), &instance.encode(Form::Json));
        if again.is_err() {
            return Said::Wrong("a record that is not read back");
        }
    }
    any([
        decoded.map_err(|_| "no record").into(),
        Flag::decode(input).into(),
        serde_json::from_slice::<record::Owner>(input).into(),
        serde_json::from_slice::<record::Node>(input).into(),
        serde_json::from_slice::<record::Presence>(input).into(),
        serde_json::from_slice::<record::SlotRecord>(input).into(),
        serde_json::from_slice::<record::Request>(input).into(),
        serde_json::from_slice::<record::Answer>(input).into(),
    ])
}

/// A file of this thread with this in it, in memory where there is such a place.
fn file(name: &str, input: &[u8]) -> PathBuf {
    let place = Path::new("/dev/shm");
    let place = if place.is_dir() { place.to_owned() } else { std::env::temp_dir() };
    let path = place.join(format!("etcdpat-fuzz-{}-{name}", std::process::id()));
    std::fs::write(&path, input).unwrap();
    path
}

const JOB_LOGS: &[&[u8]] = &[
    b"Seq\tHost\tStarttime\tJobRuntime\tSend\tReceive\tExitval\tSignal\tCommand\n1\t:\t1700000000.000\t     0.100\t0\t0\t0\t0\techo a\n2\t:\t1700000000.000\t     0.100\t0\t0\t1\t0\techo b\n",
    b"1\t:\t1\t1\t0\t0\t0\t9\ta\tb\n",
];

fn job_logs(input: &[u8]) -> Said {
    let said = [Resume::Ended, Resume::Succeeded].map(|resume| {
        let log = JobLog::open(&file("joblog", input), resume);
        let _ = log.as_ref().map(|log| log.is_done(1, b"echo a").is_ok());
        Said::from(log)
    });
    let command =
        input.split(|&byte| byte == b'\n').map(|word| std::os::unix::ffi::OsStringExt::from_vec(word.to_vec()));
    let _ = RequestTemplate::new(command.collect()).line(b"a\n'b");
    any(said)
}

const RESUME_FILES: &[&[u8]] = &[
    br#"{"key":"k","range_end":"","revision":5,"done":2,"store":{"cluster":1,"revision":5}}"#,
    br#"{"key":"k","range_end":"","revision":5,"state_after":{"base64":"/w=="},"compact_revision":3}"#,
    br#"{"key":"k","range_end":"","revision":5}"#,
];

fn resume_files(input: &[u8]) -> Said {
    ResumeFile::open(&file("resume", input), &Range::key("k").unwrap()).into()
}

const CACHES: &[&[u8]] =
    &[br#"{"root":"/config/app","revision":5,"written":"2026-01-02T03:04:05Z","values":{"a/b":5,"c":"d"}}"#];

fn caches(input: &[u8]) -> Said {
    let store = Store { root: "/config/app".parse().unwrap(), state_root: "/_etcdpat".to_owned() };
    CacheFile::open(file("cache", input), &store).into()
}

const SERVICES: &[&[u8]] = &[
    b"[[service]]\nname = \"web\"\nid = \"a\"\naddress = \"h:1\"\nmeta = { zone = \"b\", weight = \"3\" }\ncheck-http = \"http://localhost/\"\ncheck-header = [\"A: b\"]\ncheck-interval = \"5s\"\nrise = 2\nfall = 3\nunhealthy = \"mark\"\n",
    b"[[service]]\nname = \"db\"\nid = \"1\"\naddress = \"auto:5432\"\ncheck-cmd = \"true\"\n",
];

/// Through the program, which has nobody to register them at.
fn services(input: &[u8]) -> Said {
    let mut program = Command::new(program());
    program.args(["discover", "register", "--endpoints", "127.0.0.1:1", "--file"]).arg(file("services", input));
    let done = program.stdin(Stdio::null()).output().unwrap();
    match done.status.code() {
        Some(125) => Said::Yes,
        Some(2) if !done.stderr.is_empty() => Said::No,
        _ => Said::Wrong("another code than 2 and 125"),
    }
}

/// The program of the same build.
fn program() -> PathBuf {
    let built = option_env!("CARGO_BIN_EXE_etcdpat").map(PathBuf::from);
    built.unwrap_or_else(|| {
        let own = std::env::current_exe().unwrap();
        own.ancestors().map(|dir| dir.join("etcdpat")).find(|path| path.is_file()).expect("cargo build")
    })
}

const ARGUMENTS: &[&[u8]] = &[
    b"lock\n--ttl\n30s\n--try\n/l\n--\ntrue",
    b"txn\n--if\nmod(k) = 0\n--then\nput k v",
    b"discover\nregister\nweb\n--id\na\n--address\nh:1\n--meta\na=b",
    b"config\nset\na\nb\n--type\nint",
    b"ha\nsharded\n/g\n--shards\n3\n--node-id\na\n--\ntrue",
    b"watch\n--prefix\nk\n--rev\n5\n-ojson",
];

/// Words of a command line, one on each line: understood, or refused with an error that can be told.
fn arguments(input: &[u8]) -> Said {
    use std::os::unix::ffi::OsStringExt;

    let words = input.split(|&byte| byte == b'\n').map(|word| std::ffi::OsString::from_vec(word.to_vec()));
    match etcdpat::cli::command().try_get_matches_from([std::ffi::OsString::from("etcdpat")].into_iter().chain(words)) {
        Ok(_) => Said::Yes,
        Err(error) => {
            let _ = error.to_string();
            Said::No
        }
    }
}

const TEXTS: &[&[u8]] = &[b"/locks/x", b"\x1b[2J\xc2\x9b31m\xe2\x80\xae\r\nerror: forged\xff"];

/// What another wrote, shown.
fn harmless(input: &[u8]) -> Said {
    let mut shown = String::new();
    write!(shown, "{}", Text::from(input)).unwrap();
    let is_harmful = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) || c == '\u{2028}';
    let json = serde_json::to_string(&Text::from(input)).unwrap();
    let same = serde_json::from_str::<Text>(&json).is_ok_and(|text| text.raw() == input);
    match (shown.contains(is_harmful), same) {
        (true, _) => Said::Wrong("it drives a terminal"),
        (_, false) => Said::Wrong("not the same from JSON"),
        _ => Said::Yes,
    }
}
