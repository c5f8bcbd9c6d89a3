CREATE SEQUENCE eligibility_source_seq START WITH 1001 INCREMENT BY 50;

-- Where facts come from. A record is in time that is known within so many hours of what it is about (of a day: of the end of
-- that day) or of its result, whichever is later; without either there is no deadline.
--   agency_id     whose source it is: its officers keep the facilities and send the records
--   counted_from  what is about days before has no deadline: it was given before anybody asked for it
CREATE TABLE eligibility_source (
    id            BIGINT       NOT NULL PRIMARY KEY,
    public_id     BINARY(16)   NOT NULL UNIQUE,
    code          VARCHAR(30)  NOT NULL UNIQUE,
    kind          VARCHAR(12)  NOT NULL,
    name_vi       VARCHAR(160) NOT NULL,
    name_en       VARCHAR(160) NOT NULL,
    agency_id     BIGINT       NOT NULL,
    event_hours   INT,
    result_hours  INT,
    counted_from  DATE,
    version       INT          NOT NULL DEFAULT 0
);

-- Vaccination sites, laboratories, hospitals. Records name them by code or name; one that ended keeps its code.
CREATE TABLE eligibility_facility (
    id            BIGINT       NOT NULL PRIMARY KEY,
    public_id     BINARY(16)   NOT NULL UNIQUE,
    source_id     BIGINT       NOT NULL,
    code          VARCHAR(30)  NOT NULL,
    name          VARCHAR(160) NOT NULL,
    kind          VARCHAR(16)  NOT NULL,
    area_id       BIGINT       NOT NULL,
    fee_charging  BOOLEAN      NOT NULL,
    valid_from    DATE         NOT NULL,
    valid_to      DATE,
    version       INT          NOT NULL DEFAULT 0,
    UNIQUE KEY eligibility_facility_code (source_id, code),
    CONSTRAINT eligibility_facility_source FOREIGN KEY (source_id) REFERENCES eligibility_source (id)
);
