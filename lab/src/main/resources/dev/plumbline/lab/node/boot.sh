#!/bin/sh
# First process of a lab node: gives the container what a machine has, then becomes systemd.
# Reads from the engine's environment: LAB_CONTACT (address/prefix of the first NIC), LAB_GATEWAY,
# LAB_NIC1 and LAB_NIC2 (their names), LAB_MAC1 and LAB_MAC2, LAB_DNS (name servers, by blanks).
set -eu
state=/var/lib/plumbline-lab

# The engine mounts these three over the node's own files, where no program could rename onto them.
search=$(grep '^search ' /etc/resolv.conf || true)
for file in hosts hostname resolv.conf; do
  while umount "/etc/$file" 2>/dev/null; do :; done
done

# Of the kernel's settings only those of the network are this node's own; the others, and a write to
# sysrq-trigger, would reach the whole machine.
mkdir -p /run/lab-net
mount --bind /proc/sys/net /run/lab-net
mount --bind /proc/sys /proc/sys
mount -o remount,bind,ro /proc/sys
mount --move /run/lab-net /proc/sys/net
rmdir /run/lab-net
if [ -e /proc/sysrq-trigger ]; then mount --bind /dev/null /proc/sysrq-trigger; fi

# NIC numbers swap over a restart of the container; the address that the engine has just given does not.
nic1=$(ip -o -4 address show | awk -v address="$LAB_CONTACT" '$4 == address {print $2; exit}')
nic2=$(ip -o link show type veth | awk -F': ' '{sub(/@.*/, "", $2); print $2}' | grep -vx "$nic1" | head -n 1)
for nic in "$nic1" "$nic2"; do
  ip link set "$nic" down
  ip link set "$nic" name "lab-$nic"
done
ip address flush dev "lab-$nic2"
# The engine switches IPv6 off where it has no addresses of its own to give.
for setting in /proc/sys/net/ipv6/conf/*/disable_ipv6; do
  if [ -e "$setting" ]; then echo 0 >"$setting"; fi
done
ip link set "lab-$nic1" name "$LAB_NIC1" address "$LAB_MAC1"
ip link set "lab-$nic2" name "$LAB_NIC2" address "$LAB_MAC2"
ip link set "$LAB_NIC1" up

# The engine's DNS redirection would show up as the node's own firewall.
case " $LAB_DNS " in
  *" 127."*) ;;
  *) nft delete table ip nat 2>/dev/null || true ;;
esac

if [ "$(cat "$state/contact" 2>/dev/null)" != "$LAB_CONTACT" ]; then
  umask 077
  cat >/etc/netplan/50-cloud-init.yaml <<END
network:
  version: 2
  renderer: networkd
  ethernets:
    $LAB_NIC1:
      addresses: [$LAB_CONTACT]
      routes: [{to: default, via: $LAB_GATEWAY}]
END
  umask 022
fi
if [ ! -e "$state/contact" ]; then
  printf 'ubuntu\n' >/etc/hostname
  printf '127.0.0.1 localhost\n127.0.1.1 ubuntu\n\n::1 ip6-localhost ip6-loopback\nfe00::0 ip6-localnet\nff00::0 ip6-mcastprefix\nff02::1 ip6-allnodes\nff02::2 ip6-allrouters\n' >/etc/hosts
  for server in $LAB_DNS; do printf 'nameserver %s\n' "$server"; done >/etc/resolv.conf
  if [ -n "$search" ]; then printf '%s\n' "$search" >>/etc/resolv.conf; fi
  ssh-keygen -q -A
fi
mkdir -p "$state"
printf '%s\n' "$LAB_CONTACT" >"$state/contact"
exec env -i container=docker PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin /sbin/init
