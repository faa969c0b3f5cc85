# Prints what this node is, one fact a line; the same state gives the same lines.
set -eu -o pipefail
export LC_ALL=C

hash() { sha256sum | cut -c 1-64; }

dpkg-query -W -f 'package ${Package}:${Architecture} ${Version} ${db:Status-Abbrev}\n'
apt-mark showmanual | sed 's/^/manual /'
apt-mark showhold | sed 's/^/hold /'

sed 's/^/passwd /' /etc/passwd
sed 's/^/group /' /etc/group
while IFS=: read -r name secret rest; do
  printf 'shadow %s %s %s\n' "$name" "$(printf %s "$secret" | hash)" "$rest"
done </etc/shadow

systemctl list-unit-files --no-legend --no-pager --plain | awk '{print "unit-file", $1, $2}'
# Units that are not active come and go from systemd's memory as others mention them.
systemctl list-units --no-legend --no-pager --plain --type=service,socket,timer,mount,target,path |
  awk '$1 !~ /^(user@|user-runtime-dir@|run-|systemd-tmpfiles-clean)/ {print "unit", $1, $2, $3, $4}'

printf 'hostname %s\n' "$(cat /proc/sys/kernel/hostname)"
printf 'machine-id %s\n' "$(cat /etc/machine-id)"
printf 'timezone %s\n' "$(readlink -f /etc/localtime)"
ip -o address show | awk '$2 !~ /^veth/ {print "address", $2, $3, $4}'
ip -o link show | awk -F': ' '$2 !~ /^veth/ {sub(/@.*/, "", $2); match($3, /mtu [0-9]+/); print "link", $2, substr($3, RSTART, RLENGTH)}'
ip route show table all | awk '!/ dev veth/ {sub(/ *$/, ""); print "route", $0}'
# A rule may stand there twice: the number tells one from the other.
nft -s list ruleset | awk '!/^#/ {n[$0]++; print "nft", $0, "#" n[$0]}'
for setting in net.ipv4.ip_forward net.ipv6.conf.all.forwarding; do
  printf 'sysctl %s\n' "$(sysctl --ignore "$setting")"
done

if systemctl is-active --quiet docker.service 2>/dev/null; then
  docker info --format 'swarm {{.Swarm.LocalNodeState}} manager={{.Swarm.ControlAvailable}} node={{.Swarm.NodeID}} address={{.Swarm.NodeAddr}}'
  docker network ls --format 'docker-network {{.Name}} {{.Driver}} {{.Scope}}'
  docker ps --all --format 'docker-container {{.Names}} {{.Image}} {{.State}}'
  docker images --format 'docker-image {{.Repository}}:{{.Tag}} {{.ID}}'
  if [ "$(docker info --format '{{.Swarm.ControlAvailable}}')" = true ]; then
    docker node ls --format 'swarm-node {{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
  fi
fi

roots='/etc /root /home /usr/local /opt'
for more in /var/lib/plumbline /var/lib/systemd/linger /var/spool/cron /srv; do
  if [ -e "$more" ]; then roots="$roots $more"; fi
done
find $roots -xdev ! -type f -printf 'file %p %m %u:%g %y %l\n' | sed 's/ *$//'
find $roots -xdev -type f ! -path /etc/shadow ! -path /etc/shadow- -printf '%p\n' | sort >/run/lab-snapshot
while IFS= read -r file; do
  printf 'file %s %s %s\n' "$file" "$(stat -c '%a %U:%G f %s' "$file")" "$(hash <"$file")"
done </run/lab-snapshot
rm -f /run/lab-snapshot
