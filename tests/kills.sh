#!/usr/bin/env bash
# Kills commands that write files at random moments: tests/kills.sh COUNT [SEED]. What stands after each is the old file or the new one.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/ConflictModel.Tool.Tests -v q -nologo
CONFLICTMODEL_KILLS="${1:?how many kills}" CONFLICTMODEL_KILLS_SEED="${2:-}" \
  tests/ConflictModel.Tool.Tests/bin/Debug/net10.0/ConflictModel.Tool.Tests -class "*.KillTests" -showLiveOutput
