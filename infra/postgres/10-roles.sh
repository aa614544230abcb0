#!/bin/bash
# Run by the postgres image, as superuser, when its volume is empty; and by the operator, to give the roles new passwords. The passwords come by environment and are in no file of the repository.
set -euo pipefail
psql --no-psqlrc --set=ON_ERROR_STOP=1 --quiet --username "${POSTGRES_USER:-postgres}" --dbname "$POSTGRES_DB" \
  --set=owner="$OWNER_PASSWORD" --set=app="$APP_PASSWORD" --set=queue="$QUEUE_PASSWORD" <<'SQL'
select set_config('bootstrap.owner', :'owner', false), set_config('bootstrap.app', :'app', false), set_config('bootstrap.queue', :'queue', false) \g /dev/null
\i /bootstrap/roles.sql
SQL
