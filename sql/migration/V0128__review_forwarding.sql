-- A list's waiting entries, passed on to another agency by a job in steps.
CREATE TABLE review_forwarding (
    id                 BIGINT        NOT NULL PRIMARY KEY,
    public_id          BINARY(16)    NOT NULL UNIQUE,
    agency_id          BIGINT        NOT NULL,
    home_agency_id     BIGINT        NOT NULL,
    actor_id           BIGINT        NOT NULL,
    actor_name         VARCHAR(120)  NOT NULL,
    actor_role         VARCHAR(40)   NOT NULL,
    entry_id           BINARY(16)    NOT NULL,
    list_id            BIGINT        NOT NULL,
    to_agency_id       BIGINT        NOT NULL,
    reason             VARCHAR(1000) NOT NULL,
    total              INT           NOT NULL,
    moved              INT           NOT NULL DEFAULT 0,
    up_to_submitted_at DATETIME(6)   NOT NULL,
    up_to_entry        BIGINT        NOT NULL,
    last_submitted_at  DATETIME(6),
    last_entry         BIGINT        NOT NULL DEFAULT 0,
    begun_at           DATETIME(6)   NOT NULL,
    finished_at        DATETIME(6),
    stopped            VARCHAR(80)
);

-- What stays where it is, and the code of the rule that kept it.
CREATE TABLE review_forwarding_left (
    forwarding_id BIGINT      NOT NULL,
    entry_id      BIGINT      NOT NULL,
    code          VARCHAR(80) NOT NULL,
    PRIMARY KEY (forwarding_id, entry_id),
    CONSTRAINT review_forwarding_left_of FOREIGN KEY (forwarding_id) REFERENCES review_forwarding (id)
);
