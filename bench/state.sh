# What a node is, as far as the bench's two tools were told to make it so; asked of the node itself.
hostname
cat /etc/hostname
for name in master worker1 worker2; do getent ahostsv4 "$name" | head -n 1; done
dpkg-query -W -f '${Package} ${db:Status-Abbrev}\n' bc cron jq nano rsync time tree unzip
for group in cluster mpi data; do getent group "$group" | sed 's/.*://' | tr ',' '\n' | sort | paste -s -d ' '; getent group "$group" | cut -d : -f 1-3; done
for user in mpihpc ann ben; do
  getent passwd "$user"
  id -nG "$user" | tr ' ' '\n' | sort | paste -s -d ' '
done
runuser -u mpihpc -- sudo -n id -un
cut -d ' ' -f 1 /home/mpihpc/.ssh/id_ed25519.pub
grep -c '^ssh-ed25519 ' /home/mpihpc/.ssh/authorized_keys
grep '^ssh-ed25519 ' /home/ann/.ssh/authorized_keys
for name in master worker1 worker2; do ssh-keygen -F "$name" -f /etc/ssh/ssh_known_hosts >/dev/null && echo "knows $name"; done
grep memlock /etc/security/limits.conf | grep -v '^#'
for file in /etc/motd /etc/profile.d/cluster.sh /etc/ssh/sshd_config.d/cluster.conf /etc/cron.d/cluster \
  /etc/logrotate.d/cluster /srv/cluster/hostfile /srv/cluster/token /srv/cluster/role; do
  stat -c '%n %a %U %G' "$file"
  sha256sum <"$file"
done
stat -c '%n %a %U %G' /var/log/cluster /srv/cluster /srv/scratch
for unit in ssh cron; do systemctl is-enabled "$unit" && systemctl is-active "$unit"; done
