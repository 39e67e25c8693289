#!/usr/bin/env bash
# Makes what starts an image's program, and starts decoys fast: train.sh PACKAGING RUNTIME STAGED MAIN [NAMES]
# STAGED/libs holds all jars; afterwards STAGED/ours holds those of this project, and STAGED/start the options of java(1)
# and the archive of classes.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ "$1" != pom ] || exit 0
runtime=$2 staged=$3 main=$4 names=${5:-}

jdk=$("$here/../decoy" jdk)
mkdir -p "$staged/start" "$staged/ours" "$staged/../classes" # Jib asks for classes, even if there are none
mv "$staged"/libs/decoy-*.jar "$staged/ours/"
# a root that is read-only takes no library out of a jar, and without this one there is no SYN to see
epoll=META-INF/native/libnetty_transport_native_epoll_x86_64.so
shopt -s nullglob
for jar in "$staged"/libs/netty-transport-native-epoll-*.jar; do
  (cd "$staged/start" && "$jdk/bin/jar" xf "$(realpath "$jar")" "$epoll" && mv "$epoll" . && rm -r META-INF)
done
"$jdk/bin/java" "$here/Shrink.java" "$staged" 'libs/bc*-jdk18on-*.jar'
classpath=$(cd "$staged" && printf '%s\n' ours/*.jar libs/*.jar | LC_ALL=C sort | sed 's|^|/app/|' | paste -sd:)
{
  sed -e 's/#.*//' -e '/^ *$/d' -e '/^-Xmx/d' "$here/jvm.options" "$here/image.options"
  [ -z "$names" ] || echo "-XX:SharedArchiveFile=/app/classes.jsa"
  echo "-Djava.library.path=/app"
  echo "-cp $classpath"
  echo "$main${names:+ up $names}"
} >"$staged/start/run"
[ -n "$names" ] || exit 0
# shellcheck disable=SC2086 # NAMES holds several
exec "$jdk/bin/java" "$here/Train.java" "$runtime" "$staged" $names
