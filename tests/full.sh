#!/usr/bin/env bash
# All that the check of a commit looks at a tenth of: every case of the large oracles, every kill, culture, time zone and switch of the
# runtime; and whether an advisory names a package. Then the fuzzer, for as many minutes as are given.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CONFLICTMODEL_FULL=1
export CONFLICTMODEL_SEED="${CONFLICTMODEL_SEED:-$(($(git log -1 --format=%ct) / 86400))}"
export CONFLICTMODEL_DATA="${CONFLICTMODEL_DATA:-$(realpath -m ../shared/data)}"

packages=$(dotnet list ConflictModel.sln package --vulnerable --include-transitive)
if grep -q "has the following vulnerable packages" <<< "$packages"; then
  echo "$packages" >&2
  exit 1
fi

dotnet test ConflictModel.sln

# Readers ask for large arrays: without a heap of their size, most of the time would go to collecting them.
DOTNET_gcConcurrent=0 DOTNET_GCgen0size=0x8000000 DOTNET_GCLOHThreshold=0x2000000 \
  dotnet run --project tests/ConflictModel.Tool.Tests -c Release -- fuzz --minutes "${1:-10}" --seed "$CONFLICTMODEL_SEED"
