# SPDX-License-Identifier: MIT
# Shared by run, test and lint: sourced, from the project's top folder.

say() {
    printf '%s\n' "kijun: $*" >&2
}

# need KIND...: installs the Debian packages of these kinds that are missing
need() {
    wanted=
    for kind in "$@"; do
        wanted="$wanted $(sed -n "s/^$kind //p" scripts/packages)"
    done
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "this is not a Debian system; if the build fails, install what these Debian packages hold:$wanted"
        return 0
    fi
    missing=
    for package in $wanted; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    say "installing:$missing"
    as_root=
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null 2>&1 || { say "not root and no sudo: please install$missing"; return 1; }
        as_root="sudo -n"
    fi
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    $as_root apt-get install -y --no-install-recommends $missing >build/apt.log 2>&1 </dev/null || {
        $as_root apt-get update >>build/apt.log 2>&1 </dev/null &&
            $as_root apt-get install -y --no-install-recommends $missing >>build/apt.log 2>&1 </dev/null
    } || { tail -n 5 build/apt.log >&2; say "could not install:$missing (build/apt.log has the details)"; return 1; }
    rm -f build/*/build.ninja # configure again: what was left out for want of a package can now be built
}

# build PRESET [TARGET]: configures once, builds what changed; prints only what matters
build() {
    if [ ! -f "build/$1/build.ninja" ]; then
        say "configuring build/$1"
        cmake --preset "$1" >"build/$1.log" 2>&1 || { cat "build/$1.log" >&2; return 1; }
    fi
    cmake --build --preset "$1" ${2:+--target "$2"} >"build/$1.log" 2>&1 || { cat "build/$1.log" >&2; return 1; }
    if ! tail -n 1 "build/$1.log" | grep -q 'no work to do'; then
        say "built build/$1"
    fi
}
