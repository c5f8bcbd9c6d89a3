#!/bin/bash
# Run once, by the MariaDB image, when its data folder is empty. The image has made the database and the owner; this adds
# the account that the portal works with. It may do nothing yet: the launcher, as the owner, grants what each table needs.
set -eu

mariadb --user=root --password="$MARIADB_ROOT_PASSWORD" <<SQL
CREATE USER '$PORTAL_DB_USER'@'%' IDENTIFIED BY '$PORTAL_DB_PASSWORD';
GRANT ALL PRIVILEGES ON \`$MARIADB_DATABASE\`.* TO '$MARIADB_USER'@'%' WITH GRANT OPTION;
SQL
