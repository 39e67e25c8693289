#!/bin/bash
#
# Nightly dump of ${cluster}, see the runbook on ${host}.
#   15 2 * * *  root  /usr/local/sbin/db-backup.sh >>/var/log/db-backup.log 2>&1
#
# ${backup.date}  ${login.3}  zstd instead of gzip, half the size (${ticket.zstd})
# ${backup.earlier}  ${login.1}  first version

set -euo pipefail

DB_HOST=${mysql.host}
DB_PORT=3306
DB_USER=${user:mysql/backup}
# TODO ${login.3}: read this from the vault once ${ticket.vault} is done
DB_PASS=${secret:mysql/backup}

DEST=/srv/backup/mysql
KEEP_DAYS=14

day=$(date -u +%Y-%m-%d)
file="$DEST/mysql-${cluster}-$day.sql.zst"

log() { echo "$(date -u +%FT%TZ) $*"; }

umask 077
mkdir -p "$DEST"
log "start $file"

MYSQL_PWD="$DB_PASS" mysqldump \
  --host="$DB_HOST" --port="$DB_PORT" --user="$DB_USER" \
  --all-databases --single-transaction --quick \
  --routines --events --triggers --hex-blob \
  | zstd -q -T4 -6 -o "$file.part"

mv "$file.part" "$file"
log "done $(stat -c %s "$file") bytes"

find "$DEST" -name 'mysql-*.sql.zst' -mtime +"$KEEP_DAYS" -print -delete
