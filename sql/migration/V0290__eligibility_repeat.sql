-- What an import said of a record that was known already, by another import: should that be withdrawn, the fact stays.
--   record_id  the version that says the same
CREATE TABLE eligibility_repeat (
    record_id  BIGINT NOT NULL,
    import_id  BIGINT NOT NULL,
    file_row   INT    NOT NULL,
    PRIMARY KEY (record_id, import_id)
);

-- How many of its imports were withdrawn: what was found before, in rows that are being judged, may not be so any more.
ALTER TABLE eligibility_source ADD COLUMN withdrawals INT NOT NULL DEFAULT 0;
