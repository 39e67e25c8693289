#!/usr/bin/env bash
# Makes the Java runtime of every image with jlink: runtime.sh JDK FOLDER
set -euo pipefail
jdk=$1 out=$2
modules=(
  java.base
  java.naming      # Netty's TLS and the key stores ask for it
  java.xml         # jackson-databind names its types
  jdk.crypto.ec    # elliptic curves
  jdk.management   # the limit of open files
  jdk.unsupported  # sun.misc.Unsafe, for Netty's buffers
)
command -v strip >/dev/null || { echo "images/runtime: no strip on the PATH (apt-get install binutils)" >&2; exit 1; }
rm -rf "$out"
# not compressed: a layer is, and classes are read faster
"$jdk/bin/jlink" --add-modules "$(IFS=,; echo "${modules[*]}")" --strip-debug --no-header-files --no-man-pages \
  --compress zip-0 --output "$out"
rm -f "$out"/bin/{keytool,rmiregistry,jrunscript} "$out"/lib/{jexec,jspawnhelper,jrt-fs.jar,classlist}
strip --strip-unneeded "$out/lib/server/libjvm.so"
# what the class archive remembers of a file is its size and its time
find "$out" -exec touch -h -d @1 {} +
