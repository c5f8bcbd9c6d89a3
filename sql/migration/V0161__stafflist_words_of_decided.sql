-- The form and the activities of an open entry lead to it as the words of its name do: '=' and '+' stand before them, which
-- no word of a name has.
ALTER TABLE stafflist_entry_name MODIFY COLUMN token VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;

INSERT IGNORE INTO stafflist_entry_name (agency_id, token, submitted_at, entry_id)
SELECT e.agency_id, CONCAT('=', l.template_code), e.submitted_at, e.id
FROM stafflist_entry e
    JOIN stafflist_list l ON l.id = e.list_id
WHERE e.state IN ('WAITING', 'PENDING');

INSERT IGNORE INTO stafflist_entry_name (agency_id, token, submitted_at, entry_id)
SELECT e.agency_id, CONCAT('+', a.code), e.submitted_at, e.id
FROM stafflist_entry e
    JOIN (SELECT DISTINCT code FROM registry_activity) a ON CONCAT(' ', e.activities, ' ') LIKE CONCAT('% ', REPLACE(a.code, '_', '\_'), ' %')
WHERE e.state IN ('WAITING', 'PENDING');

-- Words of the names of what an agency decided, the latest first: a rare name is found without walking the past.
CREATE TABLE stafflist_decided_name (
    agency_id   BIGINT      NOT NULL,
    token       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decided_at  DATETIME(6) NOT NULL,
    entry_id    BIGINT      NOT NULL,
    PRIMARY KEY (agency_id, token, decided_at, entry_id),
    KEY stafflist_decided_name_entry (entry_id)
);

-- Of what was decided before, in the letters of Vietnamese.
INSERT IGNORE INTO stafflist_decided_name (agency_id, token, decided_at, entry_id)
WITH RECURSIVE place (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM place WHERE number < 12),
plain AS (
    SELECT agency_id, decided_at, id,
           REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(REGEXP_REPLACE(
           REGEXP_REPLACE(LOWER(name),
           '[àáảãạăằắẳẵặâầấẩẫậ]', 'a'), '[èéẻẽẹêềếểễệ]', 'e'), '[ìíỉĩị]', 'i'), '[òóỏõọôồốổỗộơờớởỡợ]', 'o'),
           '[ùúủũụưừứửữự]', 'u'), '[ỳýỷỹỵ]', 'y'), 'đ', 'd'), '[^a-z0-9]+', ' ') AS name
    FROM stafflist_entry
    WHERE decided_at IS NOT NULL AND state IN ('APPROVED', 'REFUSED', 'RETURNED'))
SELECT agency_id, LEFT(SUBSTRING_INDEX(SUBSTRING_INDEX(TRIM(name), ' ', number), ' ', -1), 24), decided_at, id
FROM plain JOIN place ON number <= 1 + LENGTH(TRIM(name)) - LENGTH(REPLACE(TRIM(name), ' ', ''))
WHERE TRIM(name) <> '';
