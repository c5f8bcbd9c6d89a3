-- Whom a record is about is told by its statement alone (eligibility_given): the record had all of it once more, with a key of its own.
-- Records that never got a statement get one; they find their people by the document.
INSERT INTO eligibility_given (id, given_key, source_id, import_id, identity_hash, phone_hash, person, document_kind, name, birth, sex,
    commune)
SELECT NEXT VALUE FOR eligibility_given_seq, UNHEX(SHA2(CONCAT('record ', id), 256)), source_id, import_id, identity_hash, phone_hash,
    person, document_kind, name, birth, sex, commune
FROM eligibility_record WHERE given_id IS NULL;

UPDATE eligibility_record r JOIN eligibility_given g ON g.given_key = UNHEX(SHA2(CONCAT('record ', r.id), 256))
SET r.given_id = g.id
WHERE r.given_id IS NULL;

ALTER TABLE eligibility_record
    DROP KEY eligibility_record_identity,
    DROP COLUMN identity_hash,
    DROP COLUMN phone_hash,
    DROP COLUMN person,
    DROP COLUMN document_kind,
    DROP COLUMN name,
    DROP COLUMN words,
    DROP COLUMN birth,
    DROP COLUMN sex,
    DROP COLUMN commune,
    MODIFY given_id BIGINT NOT NULL;

-- Statements of an import have numbers above given_from, up to given_to; those of others may be among them.
ALTER TABLE eligibility_import ADD COLUMN given_from BIGINT NOT NULL DEFAULT 0 AFTER people_matched;

UPDATE eligibility_import i
    JOIN (SELECT import_id, MIN(id) AS lowest, MAX(id) AS highest FROM eligibility_given GROUP BY import_id) g ON g.import_id = i.id
SET i.to_match = i.to_match OR g.highest > i.given_to, i.given_from = g.lowest - 1;

UPDATE eligibility_import i
    JOIN (SELECT import_id, MAX(id) AS highest FROM eligibility_given GROUP BY import_id) g ON g.import_id = i.id
SET i.given_to = g.highest;

-- One key finds what is said of a document, and by whom.
ALTER TABLE eligibility_given
    ADD UNIQUE KEY eligibility_given_said (identity_hash, given_key),
    DROP KEY given_key,
    DROP KEY eligibility_given_identity,
    DROP KEY eligibility_given_import,
    DROP FOREIGN KEY eligibility_given_of,
    DROP KEY eligibility_given_of;
