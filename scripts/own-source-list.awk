# Of an apt source in the one-line form, the line that has the machine's suite, with another suite in its place.
#   deb [options] URI SUITE COMPONENT...
BEGIN { is_own[codename] = is_own["stable"] = is_own["testing"] = is_own["unstable"] = is_own["sid"] = 1 }

{ sub(/#.*/, "") }

$1 == "deb" && !found {
    at = 2
    if ($at ~ /^\[/) {
        while (at < NF && $at !~ /\]$/) at++
        at++
    }
    if ($(at + 1) in is_own && (" " $0 " ") ~ / main /) {
        $(at + 1) = suite
        print
        found = 1
    }
}
