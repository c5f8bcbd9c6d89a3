CREATE SEQUENCE card_key_seq START WITH 1 INCREMENT BY 1;

-- The keys that sign cards. The private ones are in the key store file or in a token, under the alias.
--   state        READY made and published, signs nothing; ACTIVE signs from active_from on, unless a newer one does; RETIRED signs
--                no more, its cards are good; COMPROMISED its cards get new codes
--   to_reissue   how many cards had to get new codes when it became known to others
CREATE TABLE card_key (
    id           BIGINT         NOT NULL PRIMARY KEY,
    public_id    BINARY(16)     NOT NULL UNIQUE,
    kid          VARBINARY(8)   NOT NULL UNIQUE,
    place        VARCHAR(8)     NOT NULL,
    alias        VARCHAR(40)    NOT NULL,
    public_key   VARBINARY(255) NOT NULL,
    state        VARCHAR(12)    NOT NULL,
    active_from  DATETIME(6),
    created_at   DATETIME(6)    NOT NULL,
    to_reissue   INT            NOT NULL DEFAULT 0,
    UNIQUE KEY card_key_alias (place, alias)
);

-- What somebody asked to be done with a key, and who else approved or declined it. One that is open keeps others of its key away,
-- and one that makes a key keeps away others that do.
--   key_id       of a key that is to be made: none until it is
CREATE TABLE card_key_act (
    id           BIGINT        NOT NULL PRIMARY KEY,
    public_id    BINARY(16)    NOT NULL UNIQUE,
    key_id       BIGINT,
    act          VARCHAR(12)   NOT NULL,
    active_from  DATETIME(6),
    reason       VARCHAR(300)  NOT NULL,
    asked_by     BIGINT        NOT NULL,
    asker        VARCHAR(120)  NOT NULL,
    asked_at     DATETIME(6)   NOT NULL,
    decided_by   BIGINT,
    decider      VARCHAR(120),
    decided_at   DATETIME(6),
    approved     BOOLEAN,
    open_key     BIGINT AS (IF(approved IS NULL, IFNULL(key_id, 0), NULL)) STORED,
    UNIQUE KEY card_key_act_one_open (open_key),
    KEY card_key_act_of (key_id, id),
    CONSTRAINT card_key_act_by_a_second CHECK (approved IS NULL OR approved = 0 OR decided_by <> asked_by)
);

-- All that a key has signed, those first that can still be used.
ALTER TABLE card_card ADD KEY card_card_kid (kid, state, valid_to);
