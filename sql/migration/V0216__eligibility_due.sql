-- Current doses after which another is due: no later one of the same document is known, of whatever source. Reckoned behind what
-- changes records (eligibility_import.to_reckon), by the days of each vaccine that come with the portal: where a release changes
-- those, everything is to be reckoned anew.
--   due_on      the first day
--   documented  false where the record has no document: whether there was a later dose is not known
CREATE TABLE eligibility_due (
    record_id   BIGINT      NOT NULL PRIMARY KEY,
    source_id   BIGINT      NOT NULL,
    facility_id BIGINT      NOT NULL,
    commune     VARCHAR(10) NOT NULL,
    documented  BOOLEAN     NOT NULL,
    due_on      DATE        NOT NULL,
    KEY eligibility_due_facility (source_id, facility_id, documented, due_on, record_id, commune),
    KEY eligibility_due_commune (source_id, commune, documented, due_on, record_id)
);

-- How many of them there are, kept with them.
CREATE TABLE eligibility_due_sum (
    source_id   BIGINT      NOT NULL,
    facility_id BIGINT      NOT NULL,
    commune     VARCHAR(10) NOT NULL,
    documented  BOOLEAN     NOT NULL,
    due_on      DATE        NOT NULL,
    people      INT         NOT NULL,
    PRIMARY KEY (source_id, facility_id, commune, documented, due_on)
);

-- reckoned_to is the last record of the import for which the above was reckoned: until it is the last of all the import is to_reckon,
-- since changed_at. The first records of all have numbers from -998.
ALTER TABLE eligibility_import
    ADD COLUMN reckoned_to BIGINT  NOT NULL DEFAULT -1000,
    ADD COLUMN to_reckon   BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN changed_at  DATETIME(6),
    ADD KEY eligibility_import_to_reckon (to_reckon);

UPDATE eligibility_import i JOIN eligibility_source s ON s.id = i.source_id
SET i.to_reckon = TRUE, i.changed_at = i.sent_at
WHERE s.kind = 'VACCINATION' AND EXISTS (SELECT 1 FROM eligibility_record r WHERE r.import_id = i.id);
