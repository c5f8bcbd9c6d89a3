-- What an administrator says at the top of pages, from one moment to another.
CREATE TABLE notification_notice (
    id          BIGINT        NOT NULL PRIMARY KEY,
    public_id   BINARY(16)    NOT NULL UNIQUE,
    kind        VARCHAR(12)   NOT NULL,
    audience    VARCHAR(16)   NOT NULL,
    text_vi     VARCHAR(500)  NOT NULL,
    text_en     VARCHAR(500)  NOT NULL,
    link        VARCHAR(400),
    shown_from  DATETIME(6)   NOT NULL,
    shown_to    DATETIME(6)   NOT NULL,
    version     INT           NOT NULL DEFAULT 0,
    KEY notification_notice_shown (shown_to)
);

-- What an account is told inside the portal. kind is the key of the sentence, args fill its gaps.
CREATE TABLE notification_inbox (
    id          BIGINT        NOT NULL PRIMARY KEY,
    public_id   BINARY(16)    NOT NULL UNIQUE,
    account_id  BIGINT        NOT NULL,
    kind        VARCHAR(60)   NOT NULL,
    args        VARCHAR(1000) NOT NULL,
    path        VARCHAR(400)  NOT NULL,
    told_at     DATETIME(6)   NOT NULL,
    read_at     DATETIME(6),
    KEY notification_inbox_of (account_id, id),
    KEY notification_inbox_unread (account_id, read_at),
    KEY notification_inbox_age (told_at)
);
