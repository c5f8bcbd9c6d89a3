CREATE SEQUENCE access_seq START WITH 1001 INCREMENT BY 50;

-- An account acts for one organisation, for one agency, or (administrators) for the portal.
CREATE TABLE access_account (
    id               BIGINT       NOT NULL PRIMARY KEY,
    public_id        BINARY(16)       NOT NULL UNIQUE,
    email            VARCHAR(254) NOT NULL,
    display_name     VARCHAR(120) NOT NULL,
    role             VARCHAR(24)  NOT NULL,
    organisation_id  BIGINT,
    agency_id        BIGINT,
    state            VARCHAR(16)  NOT NULL,
    password_hash    VARCHAR(255),
    failed_attempts  INT          NOT NULL DEFAULT 0,
    locked_until     DATETIME(6),
    session_epoch    INT          NOT NULL DEFAULT 0,
    created_at       DATETIME(6)  NOT NULL,
    version          INT          NOT NULL DEFAULT 0,
    UNIQUE KEY access_account_email (email),
    KEY access_account_organisation (organisation_id),
    KEY access_account_agency (agency_id)
);

-- Only the hash of the link's secret is kept.
CREATE TABLE access_invitation (
    id          BIGINT        NOT NULL PRIMARY KEY,
    account_id  BIGINT        NOT NULL,
    token_hash  VARBINARY(32) NOT NULL UNIQUE,
    expires_at  DATETIME(6)   NOT NULL,
    used_at     DATETIME(6),
    CONSTRAINT access_invitation_account FOREIGN KEY (account_id) REFERENCES access_account (id)
);
