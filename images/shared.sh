#!/usr/bin/env bash
# Makes what all images share, once: shared.sh FOLDER gets base.tar and runtime/
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=$1
mkdir -p "$out"
[ -e "$out/base.tar" ] || "$here/base/build.sh" "$out/base.tar"
[ -e "$out/runtime/release" ] || "$here/runtime.sh" "$("$here/../decoy" jdk)" "$out/runtime"
