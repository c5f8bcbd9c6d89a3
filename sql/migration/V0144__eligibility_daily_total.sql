-- How many doses, samples or recoveries a facility says it had on a day. Only added to: the last number of a day counts.
CREATE TABLE eligibility_daily_total (
    facility_id  BIGINT       NOT NULL,
    day          DATE         NOT NULL,
    number       INT          NOT NULL,
    total        INT          NOT NULL,
    declared_by  BIGINT       NOT NULL,
    declarer     VARCHAR(120) NOT NULL,
    declared_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (facility_id, day, number),
    CONSTRAINT eligibility_daily_total_of FOREIGN KEY (facility_id) REFERENCES eligibility_facility (id)
);

-- Days whose deadline has passed, looked at by the job that tells the agency what was late or is missing.
CREATE TABLE eligibility_lateness_told (
    source_id  BIGINT      NOT NULL,
    day        DATE        NOT NULL,
    told_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (source_id, day),
    CONSTRAINT eligibility_lateness_told_of FOREIGN KEY (source_id) REFERENCES eligibility_source (id)
);
