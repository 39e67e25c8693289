#!/usr/bin/env bash
# Makes the base of every image from Debian's packages: build.sh TAR
# A C library, its loader and what names users, hosts and time; no shell, no package manager, no setuid file.
# The same packages give the same bytes; what they were is in the base itself (/usr/share/packages) and beside TAR.
set -euo pipefail
out=$(realpath -m "$1")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
: "${DEBIAN_SUITE=bookworm}"
export SOURCE_DATE_EPOCH=1 LC_ALL=C

for tool in mmdebstrap tar gzip sha256sum; do
  command -v "$tool" >/dev/null || { echo "images/base: no $tool on the PATH (apt-get install $tool)" >&2; exit 1; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
packages=$(sed -e 's/#.*//' -e '/^ *$/d' "$here/packages" | paste -sd,)
if [ "$(id -u)" = 0 ]; then mode=root; else mode=unshare; fi
mmdebstrap --quiet --mode="$mode" --variant=extract \
  --extract-hook="ls \"\$1/var/cache/apt/archives\" >$work/debs" \
  --include="$packages" "$DEBIAN_SUITE" "$work/all.tar"

mkdir "$work/all" "$work/root"
tar -xf "$work/all.tar" -C "$work/all" --exclude='./dev/*'
sed -e 's/#.*//' -e '/^ *$/d' "$here/files" | while read -r path; do
  (cd "$work/all" && find . -path "./$path" -print0)
done | tar -c -C "$work/all" --null --no-recursion -T - | tar -x -C "$work/root"

mkdir -p "$work/root"/{etc,usr/share/packages,tmp,proc,sys,dev,run}
cp "$here/passwd" "$here/group" "$work/root/etc/"
sed -n 's/^\(.*\)_[^_]*\.deb$/\1/p' "$work/debs" | sed -e 's/_/ /' -e 's/%3a/:/' | sort >"$work/root/usr/share/packages/debian"
[ -s "$work/root/usr/share/packages/debian" ] || { echo "images/base: mmdebstrap named no package" >&2; exit 1; }
chmod -R u+w,go-w "$work/root"
find "$work/root" -perm /6000 -exec chmod a-s {} +

# a docker archive of one layer, which is what Jib takes by tar://
layer="$work/image/layer.tar"
mkdir "$work/image"
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@1 --format=gnu -cf "$layer" -C "$work/root" .
digest=$(sha256sum <"$layer" | cut -d' ' -f1)
config="{\"architecture\":\"$(dpkg --print-architecture)\",\"os\":\"linux\",\"created\":\"1970-01-01T00:00:01Z\",\"config\":{},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:$digest\"]},\"history\":[{\"created\":\"1970-01-01T00:00:01Z\"}]}"
printf '%s' "$config" >"$work/image/config.json"
printf '[{"Config":"config.json","RepoTags":[],"Layers":["layer.tar"]}]' >"$work/image/manifest.json"
mkdir -p "$(dirname "$out")"
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@1 --format=gnu -cf "$out" -C "$work/image" config.json layer.tar manifest.json
cp "$work/root/usr/share/packages/debian" "${out%.tar}.packages"
