#!/bin/sh
# Holds the SQL that queries are written in against ClickHouse: the newest in process (chdb under node), and two shards of version 18.16
# (Debian's) with Distributed tables over plain HTTP. Tests ask random queries and compare the answers with those of memory.
#
#   benchmarks/clickhouse/run.sh [WORLDS]        how many random worlds are asked, 40 unless said
#
# Everything that runs is started here, in a temporary folder on this machine's loopback address, and ended here. What is missing is
# installed: chdb from npm into that folder, clickhouse-server by apt-get where the caller may.
set -eu
worlds=${1:-40}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
folder=$(mktemp -d)
started=
trap 'for process in $started; do kill "$process" 2> /dev/null || true; done; wait; rm -rf "$folder"' EXIT INT TERM

await() {
    for _ in $(seq 100); do
        curl -s -o /dev/null "http://127.0.0.1:$1/" --data-binary 'SELECT 1' && return
        sleep 0.2
    done
    echo "nothing answers on port $1" >&2
    return 1
}

export CONFLICTMODEL_SQL_WORLDS="$worlds"
tests="$root/tests/ConflictModel.Tests"
dotnet build "$tests" -c Release -v q -nologo
ask() {
    "$tests/bin/Release/net10.0/ConflictModel.Tests" -class '*.Sql.ClickHouseQueryTests'
}

npm install --silent --no-audit --no-fund --prefix "$folder" chdb@3.4.0
NODE_PATH="$folder/node_modules" node "$here/in-process.cjs" 18123 > "$folder/in-process.log" 2>&1 &
started="$started $!"
await 18123
echo "ClickHouse $(curl -s http://127.0.0.1:18123/ --data-binary 'SELECT version()') in process:"
CONFLICTMODEL_CLICKHOUSE=http://127.0.0.1:18123/ ask

command -v clickhouse-server > /dev/null || apt-get install -y --no-install-recommends clickhouse-server > "$folder/apt.log"
for shard in 1 2; do
    mkdir -p "$folder/$shard"
    sed "s|FOLDER|$folder/$shard|g; s|SHARD|$shard|g" "$here/shard.xml" > "$folder/$shard/config.xml"
    cp "$here/users.xml" "$folder/$shard/users.xml"
    clickhouse-server --config-file="$folder/$shard/config.xml" > "$folder/$shard/out.log" 2>&1 &
    started="$started $!"
done
await 18201
await 18202
echo "Two shards of ClickHouse $(curl -s http://127.0.0.1:18201/ --data-binary 'SELECT version()'):"
CONFLICTMODEL_CLICKHOUSE=http://127.0.0.1:18201/,http://127.0.0.1:18202/ ask
