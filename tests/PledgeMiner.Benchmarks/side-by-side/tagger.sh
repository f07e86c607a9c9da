#!/bin/sh
# Our tagger and wink-nlp on the same text, one after the other, on one core.
# Usage: tagger.sh TEXTFILE   (needs dotnet, node and npm; wink-nlp is installed beside this script)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
text=$(realpath "$1")
pin=""
if command -v taskset > /dev/null; then pin="taskset -c 0"; fi
[ -d "$here/node_modules/wink-nlp" ] || npm install --prefix "$here" --no-save --silent wink-nlp@2 wink-eng-lite-web-model@1
dotnet build -c Release --nologo -v quiet "$here/.."
DOTNET_TieredPGO=1 $pin dotnet run -c Release --no-build --project "$here/.." -- tagger-speed "$text"
$pin node "$here/wink.js" "$text"
