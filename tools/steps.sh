# Steps with progress, for ./proeftuin: sourced, never run. Everything a step prints goes to a log;
# the person sees one line a step, what it is busy with, and how long it took.
logs=build/logs
mkdir -p "$logs"

say() { printf '%s\n' "$*" >&2; }

# step TITLE COMMAND...: quiet when all is well; on failure the end of the log and what to do.
step() {
    local title=$1 log start=$SECONDS status=0 pid
    shift
    log=$logs/$(printf '%s' "$title" | tr -c 'A-Za-z0-9' '-').log
    "$@" >"$log" 2>&1 &
    pid=$!
    follow "$pid" "$title" "$log"
    wait "$pid" || status=$?
    if [ "$status" -ne 0 ]; then
        [ -t 2 ] && printf '\r\033[K' >&2
        tail -n 40 "$log" >&2
        say "✗ $title failed. The whole log: $log"
        remedy "$title"
        exit 1
    fi
    [ -t 2 ] && printf '\r\033[K' >&2
    [ $((SECONDS - start)) -lt 2 ] || say "✓ $title ($((SECONDS - start)) s)"
}

remedy() {
    case $1 in
        Reading* | Installing*) say "  Check the network, run 'apt-get update', and try again." ;;
        Fetching*) ;;
        *) say "  If the log does not help: remove build/ and run the same command again." ;;
    esac
}

# On a terminal the last line of the log, rewritten in place; elsewhere a line each half minute.
follow() {  # PID TITLE LOG
    local waited=0 last
    while kill -0 "$1" 2>/dev/null; do
        sleep 0.2
        waited=$((waited + 1))
        if [ -t 2 ]; then
            last=$(tail -c 300 "$3" | tr '\r' '\n' | tail -n 1 | cut -c1-60)
            printf '\r\033[K… %s  %s' "$2" "$last" >&2
        elif [ $((waited % 150)) -eq 0 ]; then
            say "… $2: $(tail -n 1 "$3" | cut -c1-100)"
        fi
    done
}

install_packages() {  # PACKAGE...
    local missing=() package as_root=""
    command -v dpkg-query >/dev/null || {
        say "This script installs Debian packages; on another system bring these yourself:"
        say "  $*"
        return 0
    }
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
            missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && sudo -v; then
            as_root=sudo
        else
            say "These packages are missing. Ask someone who is root to run:"
            say "  apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
            exit 1
        fi
    fi
    step "Reading the package lists" $as_root apt-get update
    step "Installing ${#missing[@]} packages" $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends "${missing[@]}"
}

fetch_sources() {
    tools/fetch-sources
}

configure_and_build() {  # PRESET TARGET...
    local preset=$1
    shift
    if [ ! -f "build/$preset/build.ninja" ]; then
        step "Preparing the $preset build" cmake --preset "$preset"
    fi
    step "Building ($preset)" cmake --build "build/$preset" --target "$@"
}
