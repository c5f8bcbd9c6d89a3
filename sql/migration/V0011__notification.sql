CREATE SEQUENCE notification_seq START WITH 1001 INCREMENT BY 50;

-- What leaves the portal: written in the transaction that causes it, sent by a job. The body is encrypted: it may hold a
-- link that opens an account.
CREATE TABLE notification_message (
    id           BIGINT        NOT NULL PRIMARY KEY,
    public_id    BINARY(16)    NOT NULL UNIQUE,
    recipient    VARCHAR(254)  NOT NULL,
    subject      VARCHAR(200)  NOT NULL,
    body         VARBINARY(8000) NOT NULL,
    state        VARCHAR(12)   NOT NULL,
    attempts     INT           NOT NULL DEFAULT 0,
    next_try     DATETIME(6)   NOT NULL,
    last_error   VARCHAR(300),
    created_at   DATETIME(6)   NOT NULL,
    sent_at      DATETIME(6),
    version      INT           NOT NULL DEFAULT 0,
    KEY notification_message_due (state, next_try)
);
