# archives.sh VERB LAB NODE…: /apt/pool and /apt/nodes/LAB/NODE hold the same files by hard links.
set -eu
verb=$1 lab=$2
shift 2
most=3000000000
mkdir -p /apt/pool
case $verb in
  lend)
    for node; do
      own=/apt/nodes/$lab/$node
      mkdir -p "$own/partial"
      chown _apt:root "$own/partial"
      chmod 700 "$own/partial"
      find /apt/pool -name '*.deb' -exec cp -l -n -t "$own" {} +
    done
    ;;
  collect)
    [ -d "/apt/nodes/$lab" ] || exit 0
    find "/apt/nodes/$lab" -maxdepth 2 -name '*.deb' -size +0 -exec cp -l -n -t /apt/pool {} +
    # The oldest go when the pool grows over its size.
    find /apt/pool -name '*.deb' -printf '%C@ %s %p\n' | sort -rn |
      awk -v most="$most" '{sum += $2} sum > most {print $3}' | xargs -r rm -f --
    ;;
  empty) find /apt -mindepth 1 -delete ;;
  drop) rm -rf "/apt/nodes/${lab:?}" ;;
esac
