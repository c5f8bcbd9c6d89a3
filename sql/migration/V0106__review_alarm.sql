-- Deadlines that were noticed and not told yet: added up over the steps of a run, told when it is over.
CREATE TABLE review_alarm (
    agency_id BIGINT      NOT NULL,
    alarm     VARCHAR(12) NOT NULL,
    entries   INT         NOT NULL,
    PRIMARY KEY (agency_id, alarm)
);
