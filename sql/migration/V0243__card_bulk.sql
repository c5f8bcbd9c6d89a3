CREATE SEQUENCE card_bulk_seq START WITH 1 INCREMENT BY 1;

-- One act on all cards that matched a filter: looked through first, then begun and worked off in steps, undone where that can be.
CREATE TABLE card_bulk (
    id           BIGINT        NOT NULL PRIMARY KEY,
    public_id    BINARY(16)    NOT NULL UNIQUE,
    agency_id    BIGINT        NOT NULL,
    actor_id     BIGINT        NOT NULL,
    act          VARCHAR(12)   NOT NULL,
    reason       VARCHAR(300)  NOT NULL,
    prepared_at  DATETIME(6)   NOT NULL,
    begun_at     DATETIME(6),
    finished_at  DATETIME(6),
    undone_at    DATETIME(6),
    KEY card_bulk_actor (actor_id, id)
);

-- A card of it: the version that was seen, what would become of it, what became of it, and why it was suspended before.
CREATE TABLE card_bulk_card (
    bulk_id        BIGINT       NOT NULL,
    card_id        BIGINT       NOT NULL,
    version        INT          NOT NULL,
    foreseen       VARCHAR(40)  NOT NULL,
    result         VARCHAR(40),
    reason_before  VARCHAR(300),
    PRIMARY KEY (bulk_id, card_id),
    KEY card_bulk_card_next (bulk_id, foreseen, result, card_id),
    CONSTRAINT card_bulk_card_of FOREIGN KEY (bulk_id) REFERENCES card_bulk (id)
);
