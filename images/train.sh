#!/usr/bin/env bash
# Makes what starts an image's decoys, and starts them fast: train.sh PACKAGING RUNTIME STAGED NAMES
# STAGED/libs holds all jars; afterwards STAGED/ours holds those of this project, and STAGED/start the options of java(1)
# and the archive of classes.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ "$1" != pom ] || exit 0
runtime=$2 staged=$3 names=$4

mkdir -p "$staged/start" "$staged/ours" "$staged/../classes" # Jib asks for classes, even if there are none
mv "$staged"/libs/decoy-*.jar "$staged/ours/"
classpath=$(cd "$staged" && printf '%s\n' ours/*.jar libs/*.jar | LC_ALL=C sort | sed 's|^|/app/|' | paste -sd:)
{
  sed -e 's/#.*//' -e '/^ *$/d' "$here/jvm.options" "$here/image.options"
  echo "-XX:SharedArchiveFile=/app/classes.jsa"
  echo "-cp $classpath"
  echo "io.honeypods.decoy.Main up $names"
} >"$staged/start/run"
# shellcheck disable=SC2086 # NAMES holds several
exec "$("$here/../decoy" jdk)/bin/java" "$here/Train.java" "$runtime" "$staged" $names
