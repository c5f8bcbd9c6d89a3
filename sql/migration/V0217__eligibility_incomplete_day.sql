-- Days of facilities whose deadline has passed and of which less has come than was declared. Kept by the job that tells of lateness.
CREATE TABLE eligibility_incomplete_day (
    facility_id BIGINT NOT NULL,
    day         DATE   NOT NULL,
    PRIMARY KEY (facility_id, day),
    KEY eligibility_incomplete_day_day (day)
);
