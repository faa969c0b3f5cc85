#!/bin/sh
# Runs inside the new base (chroot): turns a plain debootstrap into a freshly installed server.
set -eu
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

useradd --create-home --uid 1000 --shell /bin/bash --groups adm,sudo --comment Ubuntu ubuntu
printf 'ubuntu:ubuntu\n' | chpasswd

# Extra authorities of this machine, so that what it trusts works in a node too.
update-ca-certificates >/dev/null

apt-get update -qq

# Nothing in a container answers to these.
systemctl mask console-getty.service getty@tty1.service systemd-udevd.service systemd-udev-trigger.service \
  systemd-logind-varlink.socket systemd-timesyncd.service >/dev/null 2>&1
systemctl enable ssh.service >/dev/null 2>&1
systemctl set-default multi-user.target >/dev/null 2>&1

# Every node makes its own identity at its first boot.
rm -f /etc/ssh/ssh_host_* /var/lib/dbus/machine-id /etc/resolv.conf
: >/etc/machine-id
ln -s /etc/machine-id /var/lib/dbus/machine-id
printf 'ubuntu\n' >/etc/hostname
printf '127.0.0.1 localhost\n127.0.1.1 ubuntu\n' >/etc/hosts
: >/etc/resolv.conf
rm -rf /var/cache/apt/archives/*.deb /var/cache/apt/*.bin /var/log/bootstrap.log /tmp/* /var/tmp/*
