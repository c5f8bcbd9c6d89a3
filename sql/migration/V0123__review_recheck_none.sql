-- Of which months there is nothing to draw: they are over, so that nothing comes to it.
CREATE TABLE review_recheck_none (
    agency_id BIGINT NOT NULL,
    month     DATE   NOT NULL,
    PRIMARY KEY (agency_id, month)
);
