-- Scans that arrived and that nobody has looked through for alerts: the first and the last of a call. Written with them, so that whoever
-- sends scans waits for nothing.
CREATE TABLE verification_arrived (
    first_id  BIGINT       NOT NULL PRIMARY KEY,
    last_id   BIGINT       NOT NULL,
    next_try  DATETIME(6)  NOT NULL,
    attempts  INT          NOT NULL DEFAULT 0
);

-- From when on something is worth an alert; the application knows each name and its bounds.
CREATE TABLE verification_alert_setting (
    name    VARCHAR(24)  NOT NULL PRIMARY KEY,
    amount  INT          NOT NULL
);
INSERT INTO verification_alert_setting (name, amount) VALUES
    ('FAR_SPEED', 100), ('FAR_CLOCKS', 10), ('FAR_LEAST', 10), ('FAR_COMMUNE', 3), ('FAR_DISTRICT', 20),
    ('REFUSALS', 20), ('REFUSALS_WITHIN', 30), ('ENDED_AFTER', 60);

-- FAR: a card at two posts, the other one first; REFUSALS at a post; ENDED: a code that was used after its end. The post is that of the
-- last scan.
CREATE SEQUENCE verification_alert_seq START WITH 1 INCREMENT BY 1;
CREATE TABLE verification_alert (
    id             BIGINT       NOT NULL PRIMARY KEY,
    public_id      BINARY(16)   NOT NULL UNIQUE,
    kind           VARCHAR(12)  NOT NULL,
    post_id        BIGINT       NOT NULL,
    other_post_id  BIGINT,
    card_id        BIGINT,
    km             INT,
    minutes        INT,
    first_at       DATETIME(6)  NOT NULL,
    last_at        DATETIME(6)  NOT NULL,
    raised_at      DATETIME(6)  NOT NULL,
    KEY verification_alert_card (card_id, kind),
    KEY verification_alert_post (post_id, kind, last_at),
    KEY verification_alert_last (last_at)
);

-- Whom it is for: the agency of the post, and that of the card. Each looks at it and settles it by itself.
CREATE TABLE verification_alert_agency (
    alert_id    BIGINT       NOT NULL,
    agency_id   BIGINT       NOT NULL,
    state       VARCHAR(8)   NOT NULL DEFAULT 'NEW',
    looked_at   DATETIME(6),
    settled_at  DATETIME(6),
    settled_by  BIGINT,
    settler     VARCHAR(120),
    word        VARCHAR(300),
    PRIMARY KEY (alert_id, agency_id),
    KEY verification_alert_agency_state (agency_id, state, alert_id),
    CONSTRAINT verification_alert_agency_of FOREIGN KEY (alert_id) REFERENCES verification_alert (id)
);

-- The scans that it is about. It ends with the last of them.
CREATE TABLE verification_alert_scan (
    alert_id  BIGINT  NOT NULL,
    scan_id   BIGINT  NOT NULL,
    PRIMARY KEY (alert_id, scan_id),
    KEY verification_alert_scan_scan (scan_id),
    CONSTRAINT verification_alert_scan_of FOREIGN KEY (alert_id) REFERENCES verification_alert (id)
);
