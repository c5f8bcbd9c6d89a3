-- What a reviewer's page has loaded beforehand, one entry a reviewer. It is nobody's by that; others are only led to something
-- else first.
CREATE TABLE stafflist_preload (
    account_id BIGINT      NOT NULL PRIMARY KEY,
    entry_id   BIGINT      NOT NULL,
    until      DATETIME(6) NOT NULL,
    KEY stafflist_preload_entry (entry_id, until)
);
