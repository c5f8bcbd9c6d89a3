-- An organisation's first account is its administrator, who invites the others and gives programs access.
ALTER TABLE access_account MODIFY COLUMN role VARCHAR(32) NOT NULL;
UPDATE access_account a
    JOIN (SELECT MIN(id) AS id FROM access_account WHERE role = 'ORGANISATION_OFFICER' GROUP BY organisation_id) first
    ON first.id = a.id
    SET a.role = 'ORGANISATION_ADMINISTRATOR';

-- A program of an organisation. Ids are drawn from the sequence of accounts, so that who acted is one number. Of the
-- secret only the keyed hash is kept.
CREATE TABLE access_api_client (
    id               BIGINT        NOT NULL PRIMARY KEY,
    public_id        BINARY(16)    NOT NULL UNIQUE,
    organisation_id  BIGINT        NOT NULL,
    name             VARCHAR(80)   NOT NULL,
    scopes           VARCHAR(200)  NOT NULL,
    secret_hash      VARBINARY(32) NOT NULL,
    secret_made_at   DATETIME(6)   NOT NULL,
    expires_at       DATETIME(6)   NOT NULL,
    created_by       BIGINT        NOT NULL,
    creator          VARCHAR(120)  NOT NULL,
    created_at       DATETIME(6)   NOT NULL,
    last_used_at     DATETIME(6),
    revoked_at       DATETIME(6),
    version          INT           NOT NULL DEFAULT 0,
    KEY access_api_client_of (organisation_id, id)
);

-- What a program shows with each call, for a short time; only the keyed hash is kept.
CREATE TABLE access_api_token (
    token_hash  VARBINARY(32) NOT NULL PRIMARY KEY,
    client_id   BIGINT        NOT NULL,
    scopes      VARCHAR(200)  NOT NULL,
    expires_at  DATETIME(6)   NOT NULL,
    KEY access_api_token_client (client_id),
    KEY access_api_token_end (expires_at),
    CONSTRAINT access_api_token_of FOREIGN KEY (client_id) REFERENCES access_api_client (id)
);

-- What a call under an Idempotency-Key was answered, written in the transaction of its effect; the answer is encrypted.
CREATE TABLE platform_api_call (
    call_key    VARBINARY(32) NOT NULL PRIMARY KEY,
    request     VARBINARY(32) NOT NULL,
    status      SMALLINT      NOT NULL,
    answer      MEDIUMBLOB    NOT NULL,
    made_at     DATETIME(6)   NOT NULL,
    KEY platform_api_call_age (made_at)
);
