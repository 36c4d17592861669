#!/usr/bin/env bash
# Measures from an empty folder to a portal that shows collected clusters: clone, restore without any package at hand, build, start, first audit.
# Usage: benchmarks/clone-to-first-page.sh [REPOSITORY], by default the one this script is in.
set -euo pipefail

repository=${1:-$(cd "$(dirname "$0")/.." && pwd)}
clusters=7
patience=900
folder=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export NUGET_PACKAGES=$folder/packages DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
portal=
finish() {
  if [[ -n $portal ]]; then
    kill -- "-$portal" 2>/dev/null || true
    wait "$portal" 2>/dev/null || true
  fi
  rm -rf "$folder"
}
trap finish EXIT

now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.1f", b - a }'; }

echo "load of the machine: $(cut -d' ' -f1 /proc/loadavg)"
start=$(now)
git clone --quiet "$repository" "$folder/portal"
echo "cloned after $(since "$start") s"
cd "$folder/portal"
# a session of its own, so that the build and the portal it starts can be ended together
setsid dotnet run --project src/EksSecurityPortal.Web -- --demo --urls "http://127.0.0.1:$port" >"$folder/log" 2>&1 &
portal=$!
ready=
while true; do
  if [[ -z $ready ]] && curl -fsS -o /dev/null "http://127.0.0.1:$port/health/ready" 2>/dev/null; then
    ready=yes
    echo "ready after $(since "$start") s"
  fi
  if [[ -n $ready ]]; then
    shown=$(curl -fsS "http://127.0.0.1:$port/api/v1/clusters" 2>/dev/null |
      python3 -c 'import json, sys; print(sum(1 for c in json.load(sys.stdin)["items"] if c.get("lastCollectedAt")))' || echo 0)
    if ((shown >= clusters)); then
      echo "$shown clusters with data after $(since "$start") s"
      break
    fi
  fi
  if ! kill -0 "$portal" 2>/dev/null || awk -v s="$(since "$start")" -v p="$patience" 'BEGIN { exit !(s > p) }'; then
    echo "The portal ended or did not get there in time:" >&2
    tail -20 "$folder/log" >&2
    exit 1
  fi
  sleep 0.2
done
echo "load of the machine: $(cut -d' ' -f1 /proc/loadavg)"
