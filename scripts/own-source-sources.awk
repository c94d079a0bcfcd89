# Of an apt source in the deb822 form, the paragraph that has the machine's suite, with another suite in its place.
BEGIN { is_own[codename] = is_own["stable"] = is_own["testing"] = is_own["unstable"] = is_own["sid"] = 1 }

# A paragraph is over: it is kept, or forgotten.
function finish() {
    if (kept == "" && has_own && has_main && has_deb && !disabled) kept = text
    text = field = ""
    has_own = has_main = has_deb = disabled = 0
}

/^#/ { next }
/^[ \t\r]*$/ { finish(); next }

{
    value = $0
    if ($0 ~ /^[^ \t]/) {
        field = tolower($0)
        sub(/:.*/, "", field)
        sub(/^[^:]*:/, "", value)
        text = text (field == "suites" ? "Suites: " suite : $0) "\n"
    } else if (field != "suites") {
        text = text $0 "\n"
    }
    count = split(value, words)
    for (i = 1; i <= count; i++) {
        if (field == "suites" && words[i] in is_own) has_own = 1
        if (field == "components" && words[i] == "main") has_main = 1
        if (field == "types" && words[i] == "deb") has_deb = 1
        if (field == "enabled" && tolower(words[i]) ~ /^(no|false|0|off)$/) disabled = 1
    }
}

END {
    finish()
    printf "%s", kept
}
