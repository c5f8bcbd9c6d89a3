CREATE SEQUENCE card_seq START WITH 1001 INCREMENT BY 1000;
-- A place in the status list that every card has from birth.
CREATE SEQUENCE card_status_index_seq START WITH 1 INCREMENT BY 1000;

CREATE TABLE card_card (
    id            BIGINT        NOT NULL PRIMARY KEY,
    public_id     BINARY(16)    NOT NULL UNIQUE,
    card_number   VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    status_index  BIGINT        NOT NULL UNIQUE,
    entry_id      BIGINT        NOT NULL,
    person_id     BIGINT        NOT NULL,
    organisation_id BIGINT      NOT NULL,
    agency_id     BIGINT        NOT NULL,
    list_id       BIGINT        NOT NULL,
    name          VARCHAR(120)  NOT NULL,
    birth_year    SMALLINT      NOT NULL,
    last_four     VARCHAR(4)    NOT NULL,
    organisation  VARCHAR(200)  NOT NULL,
    workplace     VARCHAR(160)  NOT NULL,
    activities    VARCHAR(200)  NOT NULL,
    valid_from    DATE          NOT NULL,
    valid_to      DATE          NOT NULL,
    state         VARCHAR(12)   NOT NULL,
    state_reason  VARCHAR(300),
    superseded_by BIGINT,
    kid           VARBINARY(8)  NOT NULL,
    token         VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    issued_at     DATETIME(6)   NOT NULL,
    current_entry BIGINT AS (IF(state IN ('VALID', 'SUSPENDED'), entry_id, NULL)) STORED,
    version       INT           NOT NULL DEFAULT 0,
    UNIQUE KEY card_card_one_current (current_entry),
    KEY card_card_entry (entry_id),
    KEY card_card_list (list_id, id),
    KEY card_card_agency (agency_id, id),
    KEY card_card_person (person_id)
);

-- What happened to a card, when, by whom and why.
CREATE TABLE card_event (
    id         BIGINT       NOT NULL PRIMARY KEY,
    card_id    BIGINT       NOT NULL,
    state      VARCHAR(12)  NOT NULL,
    reason     VARCHAR(300),
    actor_id   BIGINT       NOT NULL,
    at         DATETIME(6)  NOT NULL,
    KEY card_event_card (card_id, id),
    CONSTRAINT card_event_of FOREIGN KEY (card_id) REFERENCES card_card (id)
);
