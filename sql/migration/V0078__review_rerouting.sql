-- The open work of an agency that ends, routed anew by a job in steps. What has been moved lies elsewhere, so nothing is moved
-- twice; last_entry only says where to look on. A run waits for verdicts whose undo window is still open.
CREATE TABLE review_rerouting (
    id             BIGINT       NOT NULL PRIMARY KEY,
    public_id      BINARY(16)   NOT NULL UNIQUE,
    agency_id      BIGINT       NOT NULL,
    begun_by       BIGINT       NOT NULL,
    beginner       VARCHAR(120) NOT NULL,
    begun_at       DATETIME(6)  NOT NULL,
    starts_at      DATETIME(6)  NOT NULL,
    total          INT          NOT NULL,
    released       INT          NOT NULL DEFAULT 0,
    last_entry     BIGINT       NOT NULL DEFAULT 0,
    called_off     BOOLEAN      NOT NULL DEFAULT FALSE,
    finished_at    DATETIME(6),
    KEY review_rerouting_agency (agency_id, id)
);

CREATE TABLE review_rerouting_part (
    rerouting_id   BIGINT NOT NULL,
    to_agency_id   BIGINT NOT NULL,
    entries        INT    NOT NULL DEFAULT 0,
    registrations  INT    NOT NULL DEFAULT 0,
    PRIMARY KEY (rerouting_id, to_agency_id),
    CONSTRAINT review_rerouting_part_of FOREIGN KEY (rerouting_id) REFERENCES review_rerouting (id)
);
