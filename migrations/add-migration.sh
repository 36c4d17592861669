#!/bin/sh
# Adds one migration to both providers: migrations/add-migration.sh <Name>
set -eu
cd "$(dirname "$0")/.."
dotnet tool restore
for provider in Sqlite PostgreSql; do
  dotnet restore "migrations/$provider"
  dotnet ef migrations add "$1" --project "migrations/$provider"
done
